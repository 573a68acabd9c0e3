"""What a step of an order is known by: who does what to what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import can_act
from factcheck.claims.stepwords import load_step_words
from factcheck.claims.tellings import Telling
from factcheck.language.document import Document, Token
from factcheck.model import Step

__all__ = ["BEGUN", "are_steps", "describe_step", "hand_on_agents", "is_done", "overlap"]

BEGUN = "始"
"""Stands among the ordinals of a step that tells how something began."""
_BEGINS = re.compile(r"开始|启动|展开|开幕|着手")
_THINGS = frozenset({"NOUN", "PROPN", "X"})
_AGAIN = re.compile(r"再次|再度|又(?!是)|也(?!不|没|未|许|是|就)|重新|[二两]度|另一|另有|另外|其余|余下")
_ORDINAL = re.compile(
    r"(?P<number>首|末|第(?:[一二三四五六七八九十]+|\d+))(?P<of>[号次轮批期季届局场审段组节盘回起例宗件条座辆艘架枚项站家名位个只所间])"
    r"|(?P<plain>[一二三四五六七八九十]+|\d+)(?P<number_of>号)(?!\d)"
)
_AFFAIR = re.compile(r"事[先前后]")
_DIGITS = {"首": "1", "末": "-1"} | {c: str(i) for i, c in enumerate("一二三四五六七八九十", start=1)}


def hand_on_agents(steps: dict[int, Step]) -> dict[int, Step]:
    """A step that names nobody is done by those of the step before it in the sentence."""
    agents: tuple[str, ...] = ()
    for index in sorted(steps):
        if steps[index].agents:
            agents = tuple(w for w in steps[index].agents if can_act(w))
        elif steps[index].things:
            steps[index] = replace(steps[index], agents=agents)
    return steps


def describe_step(document: Document, telling: Telling) -> Step:
    """The words of a telling that say what was done."""
    words, clause = load_step_words(), telling.clause
    acts: list[str] = []
    things: list[str] = []
    agents: list[str] = []
    light: list[str] = []
    states: list[str] = []
    held = False  # 把 stood before: the nouns are what it is done to
    for start, end in (telling.lead, (telling.start, telling.end)):
        inside = _words_between(clause, start, end)
        verbless = start == telling.start and not any(t.tag == "VERB" for t in inside)
        modified = _modifier_end(inside)
        glued = start
        for at, tag, text in _joined(inside):
            if len(text) == 1 and tag != "VERB" and document.shadow.text.startswith("了", at + 1) and not text.isdigit():
                tag = "VERB"  # 交了枪
            if verbless and tag == "ADP" and (at == start or any(t.end == at and t.text in _BEFORE_VERBS for t in inside)):
                tag = "VERB"  # 才按警钟, 热线就通过话: a verb that is a preposition elsewhere
            held |= text in {"把", "将"}
            if text in words.emergency:
                acts.append("报警")
            if any(m.start <= at < m.end for m in (*clause.times, *clause.figures)):
                continue
            if start == telling.start and at < modified:
                continue
            if at < glued:
                continue
            if (record := _record_at(inside, at, lead=start != telling.start, acts=bool(acts))) is not None:
                (things if acts or held else agents).append(record[0])
                glued = record[1]
                continue
            if text.removeprefix("过了") in words.empty:
                light += [text] if tag == "VERB" and start == telling.start else []
            elif tag == "ADJ":
                states.append(text)
            elif tag == "VERB" or (tag in _THINGS and _is_act(text) and not (acts and _takes_object(acts[-1]))):
                acts.append(text)
                behind = next((t for t in inside if t.start > at and t.text not in _ASPECTS), None)
                if len(text) == 1 and text not in _ASPECTS and behind is not None and behind.tag == "NOUN":
                    acts.append(text + behind.text)  # 打疫苗, 停药
            elif tag in _THINGS:
                (things if held or (acts and start == telling.start) else agents).append(text)
            elif text in _SELVES and not _SOMEBODY.match(document.shadow.text, max(0, at - 1)):
                agents.append(text)
    if _AFFAIR.fullmatch(document.shadow.text, telling.start, telling.end):
        return Step(("事发",))
    acts = acts or states or light[-1:]
    if not acts and (things or agents):
        acts.append((things or agents).pop())  # 股东大会, 协议签署: what happens is told by a noun
    subject = clause.subject
    if subject is not None and clause.content_start <= subject.start < telling.end and subject.key not in {*things, *agents}:
        agents.append(subject.key)
    own = document.shadow.text[max(clause.start, telling.start - 3) : telling.end]
    return Step(tuple(acts), tuple(things), tuple(agents), _read_ordinals(own, bool(_AGAIN.search(own))))


def _read_ordinals(words: str, again: bool) -> tuple[str, ...]:
    """Which of several things of one kind the words name: 第二轮 as 2轮, with 再 for what is not the first time."""
    found = set()
    for mark in _ORDINAL.finditer(words):
        number, of = (mark["number"] or mark["plain"]).removeprefix("第"), mark["of"] or mark["number_of"]
        found.add(_DIGITS.get(number, number) + of)
        again |= mark["plain"] is None and number not in {"首", "一", "1"}
    return tuple(sorted(found | ({"再"} if again else set()) | ({BEGUN} if _BEGINS.search(words) else set())))


def _record_at(tokens: Sequence[Token], at: int, *, lead: bool, acts: bool) -> tuple[str, int] | None:
    """The paper, message or sum that words name together which would be an act and a thing elsewhere (罢工通知, 地震预警信息), and where it
    ends: nouns glued to one another, where a subject or an object stands."""
    first = next((i for i, t in enumerate(tokens) if t.start == at), len(tokens))
    token = tokens[first] if first < len(tokens) else None
    if token is None or not (lead or acts) or token.tag not in {"VERB", "NOUN"} or len(token.text) < 2:
        return None
    word = tokens[first + 1].text if first + 1 < len(tokens) else ""
    if not _is_act(token.text) and not (len(word) == 1 and word in _RECORDS):
        return None
    name, end = token.text, token.end
    for behind in tokens[first + 1 :]:
        if behind.tag != "NOUN" or behind.start != end:
            break
        name, end = name + behind.text, behind.end
    return (name, end) if end > token.end and name[-1] in _RECORDS else None


_RECORDS = frozenset("令书函案单表告知息议约同证据料款费票权法")
"""Ends of nouns for messages, papers and sums, which what they are about stands before (撤离令, 罢工通知, 赔偿款)."""


def _modifier_end(tokens: Sequence[Token]) -> int:
    """Where the relative clause ends that a step opens with (下车查看的|路人拍下影片), -1 where there is none: what it tells is no step."""
    for position, token in enumerate(tokens):
        if token.text == "的" and any(t.tag == "VERB" for t in tokens[:position]) and any(t.tag == "VERB" for t in tokens[position + 1 :]):
            return token.start
    return -1


def _is_act(word: str) -> bool:
    """Whether a noun is the name of something done: 辞职, 试运行, 验收."""
    kind = load_event_words().types.get(word, "")
    return bool(kind) and kind not in {"carry", "last", "located", "hold"}


def _takes_object(act: str) -> bool:
    """Whether a verb says what was done, so that the name of a happening behind it is only what it was done to (扑灭大火)."""
    return act in load_event_words().types and act not in load_event_words().light | load_step_words().leaving


def _words_between(clause: Clause, start: int, end: int) -> list[Token]:
    """The tokens of [start, end), and what a token across its beginning leaves of itself there (先|开)."""
    return [
        t if t.start >= start else replace(t, start=start, text=t.text[start - t.start :])
        for t in clause.tokens
        if t.end > start and t.end <= end
    ]


_BEFORE_VERBS = frozenset("已就便才再曾")
_SELVES = frozenset({"自己", "我", "我们", "本人"})
_SOMEBODY = re.compile(r"[他她它其们](?:自己|本人)|.(?:自己|我们?|本人)的")
"""他自己, 自己的: stands for somebody told before, or for whose something is."""


def _joined(tokens: Sequence[Token]) -> Iterator[tuple[int, str, str]]:
    """Where each word stands, its tag and text: verbs without the particles of aspect, 开了枪 as 开枪."""
    whole, position = load_step_words().whole, 0
    while position < len(tokens):
        token, taken = tokens[position], 1
        word = token.text
        if token.tag == "VERB":
            while len(word) > 1 and word[-1] in _ASPECTS and word not in whole:
                word = word[:-1]
            rest = [t.text for t in tokens[position + 1 : position + 4]]
            skipped = next((i for i, text in enumerate(rest) if text not in _ASPECTS), len(rest))
            if len(word) == 1 and rest[:1] == ["的"] and len(tokens) - position <= 3:
                skipped = 1  # 后来才报的案
            split = skipped > 0 or len(word) < len(token.text)  # an aspect stands behind the verb
            if len(word) == 1 and split and skipped < len(rest) and len(rest[skipped]) == 1 and "\u4e00" <= rest[skipped] <= "\u9fff":
                word, taken = word + rest[skipped], skipped + 2
        yield token.start, token.tag, word
        position += taken


_ASPECTS = frozenset("了过着完")


def is_done(telling: Telling, text: str) -> bool:
    """Whether a telling is of something that was done, not of what was not."""
    verb = next((t for t in telling.clause.tokens_between(telling.start, telling.end) if t.tag == "VERB"), None)
    return not _NOT.match(text, telling.start, min(telling.end, verb.start + 1 if verb is not None else telling.end))


_NOT = re.compile(
    r"[^，]{0,8}?(?<![从毫并])(?:从?未(?!来|婚|成年|遂)|没有?(?!收)|[并毫]?无(?!人机|线|罪|偿|数|论|疑)|[并]?不(?!久|断|得不|到|足|少|过|同|仅|停|满|治|动产|锈|明|幸|服|料|慎))"
)


def overlap(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of the same words, and of nothing else that tells them apart."""
    return one.start < other.end and other.start < one.end and one.lead == other.lead


def are_steps(first: Step, then: Step) -> bool:
    """Whether two steps are two, and each says what was done."""
    return first != then and _says_something(first) and _says_something(then)


def _says_something(step: Step) -> bool:
    return sum(map(len, (*step.acts, *step.things, *step.agents))) >= 2 or bool(step.acts)
