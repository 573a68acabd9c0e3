"""Persons and places as they stand in a clause, whatever the clause tells of them: what two sentences that tell one thing can be held
against each other by, though no grammar has read the role (台上裁判、日籍的黑田浩二; 两国在边境小镇明科谈判).

These are no claims by themselves: only those that `comparison.slots` sets against each other are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.holders import title_start
from factcheck.claims.naming import SLOT
from factcheck.claims.place_phrases import read_place, read_units
from factcheck.claims.place_words import load_place_words
from factcheck.claims.places import occasion_flags
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document, Token
from factcheck.mentions.types import EntityMention
from factcheck.model import Claim, Family, Frame, Name, Scope

__all__ = ["DONE_TO", "MENTIONED", "SPEAKS", "find_slots"]

SPEAKS = "speaks"
"""Qualifier of a person who is only quoted: any number of people are."""
DONE_TO = "done_to"
"""Qualifier of a person behind a verb whose object he is."""
MENTIONED = "in"
"""What the frame's head says of a place that stands in a clause without a word that tells where; of others `at`, `to` or `from`."""
_BODIES = frozenset({"GPE", "LOC", "ORG"})
_RANK = re.compile(r"(?:前任|前|原|卸任|已故|副|代理|署理|候任)$")
"""What stands right before a title and makes it another: 前|团长."""
_BYLINE = re.compile(r"(?:记者|编译|特派员|通讯员|摄影|撰文|编辑|作者|文)[／/|：:]?$")
_DATELINE = re.compile(r"\d日(?:专?电|讯)|报[导道]$|专讯|本报讯|综合外电")
_AT = re.compile(
    r"(?:位于|位在|地处|坐落于?|设[在于]|选址|落户|就?在(?!内|建|任|场|职|即|此|于|这|那)|(?<=[发见死生毁葬起停坠沉落陷署驻泊放押行办建产降])于|"
    r"[送运驶飞拖押载转移搬撤逃迁][抵到往至入回]|(?:折返|返回)|抵达?|"
    r"(?<![由关对基属等处终大小低高多少先鉴至出善勇敢便利急忙陷归源始止限介甚优助力用过濒位在])(?<!(?<![昨今当前翌每])[早晚])于(?!是|此|今)|"
    r"[经由自从](?!此|来|于|而|过|历|理|营|济|常|己|费)|(?:地点|位置|现场|所在地)(?:就?[是在为]|位于))(?:了)?"
)
"""Words right behind which a clause tells where."""
_WAYS = {"from": re.compile(r"[经由从自]"), "to": re.compile(r"[送运驶飞抵拖押载转移搬撤逃迁折返]")}
"""Whether a clause tells whence or by which way, or whither; else it tells where."""
_SIDE = re.compile(r"(?:境内|附近|一带|外海|对开|近海|海域|沿海|以[东南西北]|山区)(?P<of>的)")
_SIDE_END = re.compile(
    r"(?:境内|附近|一带|外海|对开|近海|海域|沿海|以[东南西北]|郊外|市郊|山区|口岸|[东南西北](?:部|侧|面|段|端|岸|坡|方向))$"
)


def find_slots(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> list[Claim]:
    """The persons and places of the text, headlines left out, in reading order."""
    found = []
    for clause in clauses:
        if clause.sentence.headline or _DATELINE.search(clause.text):
            continue
        for person in clause.entities:
            if person.type == "PER" and not _BYLINE.search(clause.text[: person.start - clause.start]):
                found.append(_person(document, clause, person))
        found += [_place(document, clause, times, *span) for span in _places(clause)]
    return found


def _frame(clause: Clause, concept: str, noun: str, start: int, end: int) -> Frame:
    """The frame of what stands at `start` to `end`, its words without those of the name itself."""
    base = clause_frame(clause)
    inside = clause.text[start - clause.start : end - clause.start]
    words = tuple(w for w in base.words if w not in inside)
    return Frame(
        concept=concept,
        noun=noun,
        participants=base.participants,
        context=base.context,
        places=base.places,
        words=words,
        topic=base.topic,
        scene=base.scene,
        wording=clause.wording(),
    )


def _person(document: Document, clause: Clause, person: EntityMention) -> Claim:
    """A person with the words of the title before the name as the noun of the frame ("" for none)."""
    start = min(title_start(clause, person.start), person.start)
    body = next((e for e in clause.entities if e.end == start < person.start and e.type in _BODIES), None)
    start = body.start if body is not None else start
    rank = _RANK.search(clause.text, 0, start - clause.start)
    start = clause.start + rank.start() if rank is not None else start
    subject, subject_text = read_subject(clause)
    return make_claim(
        document,
        clause,
        start=start,
        end=person.end,
        family=Family.MEETING,
        attribute=f"{SLOT}person",
        value=Name(person.text, person.key, "PER"),
        subject="" if subject == person.key else subject,
        subject_text="" if subject == person.key else subject_text,
        attribute_text=clause.text[start - clause.start : person.start - clause.start],
        scope=Scope(of=person.of, event=clause.event, qualifiers=_marks(clause, person, start)),
        frame=_frame(clause, f"{SLOT}person", clause.text[start - clause.start : person.start - clause.start], person.start, person.end),
        time_behaviour="fixed",
    )


def _marks(clause: Clause, person: EntityMention, start: int) -> tuple[str, ...]:
    """What the clause makes of a person whose title begins at `start`: `SPEAKS`, `DONE_TO`."""
    before = next((t for t in clause.tokens if t.end == start), None)
    done_to = before is not None and before.tag == "VERB" and before.text not in {"是", "为", "系", "由"}
    return (*((SPEAKS,) if _speaks(clause, person) else ()), *((DONE_TO,) if done_to else ()))


def _speaks(clause: Clause, person: EntityMention) -> bool:
    """Whether the clause only quotes the person."""
    if clause.speaker and clause.speaker == person.key:
        return True
    return any(t.start >= person.end and t.text in load_cues().says for t in clause.tokens)


def _places(clause: Clause) -> Iterator[tuple[int, int, str]]:
    """The phrases that tell where: behind a word that says so, or at the head of the clause with a word for a side or stretch; then
    those that are places by their own words alone."""
    seen: set[int] = set()
    for mark in _AT.finditer(clause.text, max(0, clause.content_start - clause.start)):
        found = _cut(clause, read_place(clause, clause.start + mark.end()))
        if found is not None and found[0] - (clause.start + mark.end()) <= 12 and found[1] not in seen:
            seen.add(found[1])
            yield *found, next((way for way, words in _WAYS.items() if words.match(mark.group())), "at")
    at = max(clause.start, clause.content_start)
    for mention in sorted(clause.times, key=lambda m: m.start):
        at = mention.end if at <= mention.start <= at + 2 else at
    opened = _cut(clause, read_place(clause, at))
    if opened is not None and opened[1] not in seen:
        phrase, behind = clause.text[opened[0] - clause.start : opened[1] - clause.start], clause.text[opened[1] - clause.start :]
        if _SIDE_END.search(phrase) or (behind.startswith("的") and load_place_words().sort_of(phrase)):
            seen.add(opened[1])
            yield *opened, "at"
    yield from ((*found, MENTIONED) for found in _mentioned(clause) if found[1] not in seen)


def _mentioned(clause: Clause) -> Iterator[tuple[int, int]]:
    """Every phrase that is a name of a place or ends in a word for a sort of place, whatever stands around it: 左线出口端抢通."""
    at, words = max(clause.start, clause.content_start), load_place_words()
    for token in clause.tokens:
        named = any(e.start == token.start and e.type in _BODIES for e in clause.entities)
        timed = any(m.start <= token.start < m.end for m in clause.times)
        if token.start < at or timed or not (named or token.tag in _NOUNS):
            continue
        found = _cut(clause, read_place(clause, token.start))
        if found is None or found[0] != token.start:
            continue
        at = found[1]
        phrase = clause.text[found[0] - clause.start : found[1] - clause.start]
        if len(phrase) > 1 and phrase not in words.areas | words.not_places and phrase not in words.sorts:
            yield found


def _cut(clause: Clause, found: tuple[int, int] | None) -> tuple[int, int] | None:
    """A place without the thing that stands there: 嘎玛县境内|的冰湖."""
    if found is None:
        return None
    side = _SIDE.search(clause.text, found[0] - clause.start, found[1] - clause.start)
    return found if side is None else (found[0], clause.start + side.start("of"))


_STANDS = re.compile(r"(?:位于|位在|地处|坐落于?|选址|落户)(?:了)?$")
_OF_ONE = re.compile(r"的(?:[一这那该](?:[座段处条艘家个片间栋幢]))?")
_POINTER = re.compile(r"^(?P<of>[这该此]?)[那一]?[座段处条艘家个片间栋幢]")
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM", "PART"})


def _thing_at(clause: Clause, start: int, end: int) -> str:
    """What a clause tells to be at a place, or "": the nouns behind it (惠浦市外海的|离岸风场), or before a verb of standing there
    (这座|冰湖|位在索昌县境内), a word that points at it kept."""
    behind = _OF_ONE.match(clause.text, end - clause.start)
    if behind is not None:
        at = clause.start + behind.end()
        nouns = takewhile(lambda t: t.tag in _NOUNS and not any(m.start <= t.start < m.end for m in clause.times), _tokens(clause, at))
        return "".join(t.text for t in nouns)
    stands = _STANDS.search(clause.text, 0, start - clause.start)
    if stands is None:
        return ""
    before = takewhile(
        lambda t: t.tag in _NOUNS or t.text in "这该此", (t for t in reversed(clause.tokens) if t.end <= clause.start + stands.start())
    )
    return _POINTER.sub(r"\g<of>", "".join(t.text for t in reversed([*before])))


def _tokens(clause: Clause, at: int) -> Iterator[Token]:
    return (t for t in clause.tokens if t.start >= at)


def _place(document: Document, clause: Clause, times: ClauseTimes, start: int, end: int, way: str) -> Claim:
    units = read_units(clause, start, end)
    subject, subject_text = read_subject(clause)
    phrase = clause.text[start - clause.start : end - clause.start]
    high = end
    verb = next((t for t in clause.tokens if t.start >= end and t.tag == "VERB"), None)
    if verb is not None and verb.end - start <= 30:
        high = verb.end
    return make_claim(
        document,
        clause,
        start=start,
        end=high,
        family=Family.PLACE,
        attribute=f"{SLOT}place",
        value=Name(phrase, "/".join(units), "LOC"),
        subject=subject,
        subject_text=subject_text,
        attribute_text=verb.text if verb is not None else "",
        scope=Scope(
            place=units[0] if units else phrase,
            period=times.period_at(clause, start),
            event=clause.event,
            qualifiers=occasion_flags(clause, start, end),
        ),
        frame=replace(_frame(clause, f"{SLOT}place", _thing_at(clause, start, end), start, end), head=way),
        time_behaviour="fixed",
    )
