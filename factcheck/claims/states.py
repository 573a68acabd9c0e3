"""States with two poles (open or shut, valid or expired, at his post or taken away): what is said to be in which.

A word of `data/poles.yml` makes a claim of family STATE whose value says whether the state holds, whichever pole the word is of and
however it is negated: 已到期 and 不在有效期内 both say that the paper is not valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.answers import not_one
from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.draft import MAX_SPAN, avowed_start, clause_frame, make_claim, read_subject
from factcheck.claims.happenings import FURTHER, NOMINAL, is_hypothetical, is_only_named
from factcheck.claims.limits import BEFORE, nouns_about, numbered_things, time_limit
from factcheck.claims.objects import fronted_objects
from factcheck.claims.occasions import tells_of_another_occasion
from factcheck.claims.poles import load_poles
from factcheck.claims.stance import is_negated, negation_before
from factcheck.claims.timing import ClauseTimes
from factcheck.claims.verbhood import names_what_it_is_of
from factcheck.language.document import Document, Token
from factcheck.model import Claim, Family, Polarity, Scope, Stance

__all__ = ["THING", "find_denied_things", "find_states", "restricted_group"]


def find_states(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> Iterator[Claim]:
    """The claims about states, in reading order."""
    thing, sentence = "", -1
    for clause in clauses:
        if clause.sentence.index != sentence:
            thing, sentence = "", clause.sentence.index
        yield from _states_of(document, clause, times, thing)
        last = _last_noun(clause)
        thing = (clause.topic if last in clause.topic else clause.topic + last) or thing


def _states_of(document: Document, clause: Clause, times: ClauseTimes, inherited: str) -> Iterator[Claim]:
    poles = load_poles()
    taken = [(e.start, e.end) for e in clause.entities if e.type in {"WORK", "ORG", "PER"}]
    taken += [(m.start, m.end) for m in (*clause.times, *clause.figures)]
    for start, end, word in _pole_words(clause):
        if any(a < end and start < b for a, b in taken):
            continue
        if is_only_named(clause, end) or names_what_it_is_of(clause, start, end) or is_hypothetical(clause, start):
            continue
        if clause.stance is Stance.DENIES and clause.figures:
            continue
        negated = is_negated(clause, start) != _negated_inside(clause, start)
        before, after = _nouns_before(clause, start), _nouns_after(clause, end)
        if not after and not any(t.tag in NOMINAL and t.end <= start for t in clause.content_tokens()):
            before = inherited + before
        modifies = any(t.start == end and t.tag in NOMINAL and t.text[-1] in "人员者工生官长" for t in clause.tokens)
        for field, pole in poles.words[word]:
            if modifies and poles.fields[field].person:
                continue  # 离职员工: a sort of people
            if poles.fields[field].person and not poles.fields[field].counted and _SO_MANY.match(clause.text, end - clause.start):
                continue  # 警方共拘捕12人: of them, not of the one the article is about
            holds = pole != negated
            if clause.stance is Stance.DENIES:
                holds = not holds
            if poles.fields[field].single and not holds and not _denies_all(clause, start):
                continue
            yield _state_claim(document, clause, times, (start, end), field, holds, before, after)
    unpaid = _NOT_A_CENT.search(clause.text)
    if unpaid is not None and clause.stance is not Stance.DENIES:
        start, end = clause.start + unpaid.start(), clause.start + unpaid.end()
        yield _state_claim(document, clause, times, (start, end), "paid", False, _nouns_before(clause, end), "")


_SO_MANY = re.compile(r"了?(?:[至最]少|约|逾|近|超过)?(?:[0-9]+|[一二两三四五六七八九十百千几数]+)[多余]?(?:人|[名个位][\u4e00-\u9fff])")
"""Behind a verb: it is done to people who are only counted."""
_NOT_A_CENT = re.compile(
    r"(?:一[分毛文仙]|一毫子?|半[分毛]|分文)(?:钱|子儿)?[\u4e00-\u9fff]{0,6}?(?:都|也)?(?:没有?|未)[曾能]?"
    r"(?:支付|收到|到账|偿还|兑付|拿到|打过来|赔付|补偿|发放|[付给还交缴打发结赔退])"
)
"""一分租金都没交, 分文未付: nothing at all was paid."""


_LITTLE = re.compile(r"[重较更过]大|严重|大规模|大面积|进一步|更多|明显|巨大|实质")
"""Words that leave room for less of what is denied: 没有造成重大财产损失."""


def _denies_all(clause: Clause, at: int) -> bool:
    """Whether a negation before a word denies every case of it."""
    first = negation_before(clause, at, window=14)
    return (
        first is not None
        and bool(_NOBODY.search(clause.text[: at - clause.start]))
        and not _LITTLE.search(clause.text, first.end - clause.start, at - clause.start)
    )


def _last_noun(clause: Clause) -> str:
    """The noun phrase that a clause ends in: what the next one may go on about (挂牌的一笔公司债，3月就已到期)."""
    nouns: list[str] = []
    for token in reversed(clause.content_tokens()):
        if token.tag not in {"NOUN", "PROPN", "X", "ADJ"}:
            break
        nouns.insert(0, token.text)
    return "".join(nouns)


def _pole_words(clause: Clause) -> Iterator[tuple[int, int, str]]:
    """The words of poles in the content of a clause, the longest at each place: start, end, word. 未开 in 未开启 is none, 开启 is."""
    begin = clause.content_start if clause.avowed_from < 0 else min(clause.content_start, clause.avowed_from)  # 当庭承认控罪
    pattern, at = load_poles().pattern, max(0, begin - clause.start)
    while match := pattern.search(clause.text, at):
        start, end = clause.start + match.start(), clause.start + match.end()
        if _cuts_word(clause, end):
            at = match.start() + 1
        else:
            at = match.end()
            yield start, end, match.group()


def _cuts_word(clause: Clause, end: int) -> bool:
    """Whether what stands there is part of another word: 强制 in 强制性, but not in a segmenter's 刑事拘留."""
    return any(t.start < end < t.end and t.end - end == 1 and clause.text[end - clause.start] not in "了过着的" for t in clause.tokens)


def _negated_inside(clause: Clause, start: int) -> bool:
    """Whether a segmenter has joined a negation to the word: 未到期."""
    inside = any(t.start < start < t.end for t in clause.tokens)
    return inside and clause.text[start - 1 - clause.start] in "未不没无"


def _nouns_before(clause: Clause, at: int) -> str:
    """The nouns of the content before a place of the clause, times and figures left out."""
    aside = [(m.start, m.end) for m in (*clause.times, *clause.figures)]
    return "".join(
        t.text
        for t in clause.content_tokens()
        if t.end <= at
        and (t.tag in NOMINAL or (t.tag == "VERB" and len(t.text) > 1 and t.text not in load_cues().negations))
        and not any(a <= t.start < b for a, b in aside)
    )


def _nouns_after(clause: Clause, at: int) -> str:
    """The nouns and verbs right behind a place of the clause."""
    found: list[str] = []
    for token in (t for t in clause.tokens if t.start >= at):
        if token.tag in NOMINAL or (token.tag == "VERB" and len(token.text) > 1):
            found.append(token.text)
        elif token.tag not in {"PART", "NUM", "DET", "ADP", "ADV", "PRON"}:
            break
    return "".join(found)


def _state_claim(
    document: Document, clause: Clause, times: ClauseTimes, at: tuple[int, int], field: str, holds: bool, before: str, after: str
) -> Claim:
    poles = load_poles()
    start, end = at
    negation = negation_before(clause, start)
    subject, subject_text = _speaker_himself(clause) if poles.fields[field].person else read_subject(clause)
    word = clause.text[start - clause.start : end - clause.start]
    return make_claim(
        document,
        clause,
        start=avowed_start(clause, min(start, negation.start) if negation is not None else start, end),
        end=_denied_end(clause, start, end),
        family=Family.STATE,
        attribute=field,
        value=Polarity(holds, poles.fields[field].zh),
        subject=subject,
        subject_text=subject_text,
        attribute_text=poles.fields[field].zh,
        scope=Scope(
            population=restricted_group(clause),
            place=clause.places[0] if clause.places else "",
            period=times.own_period(clause, start),
            event=clause.event,
            qualifiers=_scope_marks(
                document, clause, start, end, none=negation is not None and bool(_NOBODY.search(clause.text[: end - clause.start]))
            ),
        ),
        as_of=times.as_of(clause),
        frame=replace(clause_frame(clause), concept=field, head=after, noun=before, predicate=word, about=nouns_about(clause, start, end)),
        time_behaviour="stock",
    )


THING = "thing"
"""The attribute of a claim that there was no such thing."""


def find_denied_things(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> Iterator[Claim]:
    """What is said not to be there, not to have been used, received or signed: a general verb denied, with its object (没有使用催泪弹)."""
    cues, poles = load_cues(), load_poles()
    none = cues.have_not | cues.have_never
    for clause in clauses:
        if clause.text.endswith(("?", "？", "吗")):
            continue
        tokens = clause.content_tokens()
        for position, token in enumerate(tokens):
            verb = token.text.rstrip("过了") or token.text
            fronted = fronted_objects(clause, token.start) if token.tag == "VERB" and is_negated(clause, token.start) else ()
            if fronted and token.text not in cues.negations and clause.stance is not Stance.DENIES:
                for thing in fronted:
                    yield _thing_claim(document, clause, times, (token.start, token.end), verb, (thing,))
                break
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            if token.text in none and _is_nobody(tokens[position + 1 : position + 3]):
                continue  # 没有一人拿过红包: a denial of what follows
            if token.text in none and following is not None and (following.tag in NOMINAL or following.text == "任何"):
                verb, negated = "有", negation_before(clause, token.start, window=2) is None
            elif verb in poles.general and token.tag == "VERB":
                negated = is_negated(clause, token.start)
            else:
                continue
            if negated == (clause.stance is Stance.DENIES) or is_only_named(clause, token.end) or is_hypothetical(clause, token.start):
                continue
            if token.text == "有" and _does_something(tokens[position + 1 :]):
                continue
            if FURTHER.match(clause.text, token.end - clause.start):
                continue
            things = [words for words in _things_after(clause, token.end) if sum(map(len, words)) >= 2]
            for words in things:
                yield _thing_claim(document, clause, times, (token.start, token.end), verb, words)
            if things:
                break


def _does_something(following: Sequence[Token]) -> bool:
    """Whether what there is said to be is the one that does what stands behind it: 否认有直升机在雪地坠毁. That it did so is denied, not
    that there is one; a thing that is named by what happened (否认有员工在厂区受伤的报告) is told with 的 before its noun."""
    nouns = next((i for i, t in enumerate(following) if t.tag not in {*NOMINAL, "NUM", "DET"}), len(following))
    rest = following[nouns:]
    return nouns > 0 and bool(rest) and rest[0].tag in {"VERB", "ADP"} and not any(t.text == "的" for t in rest)


def _is_nobody(following: Sequence[Token]) -> bool:
    """Whether one of those concerned and a verb follow a negation: 没有一人拿过, 没有一家签过."""
    return len(following) == 2 and bool(_ONE_OF.fullmatch(following[0].text)) and following[1].tag == "VERB"


_ONE_OF = re.compile(r"[一半](?:人|个|名|位|家|户|方|国|队|所|间|艘|辆|架|只|支)|个人|任何人|人")


def _things_after(clause: Clause, at: int) -> list[tuple[str, ...]]:
    """The words of the objects of a general verb, up to the end of the clause: 有关刹车失灵的投诉; two of 催泪弹和橡皮子弹."""
    idle = load_cues().idle_nouns
    found: list[list[tuple[str, bool]]] = [[]]
    for token in (t for t in clause.tokens if t.start >= at):
        if token.tag in NOMINAL or (token.tag == "VERB" and len(token.text) > 1):
            found[-1].append((token.text, token.tag == "VERB"))
        elif token.text == "、" or (token.tag == "CCONJ" and token.text not in {"而", "但", "且"}):
            found.append([])
        elif token.tag not in {"PART", "NUM", "DET", "PRON", "ADV"} and not _goes_on(clause, token):
            break
    things = [[w for w, _ in words if w not in idle and len(w) > 1] for words in found]
    if len(things) > 1 and (not all(things) or any(verb for words in found[:-1] for _, verb in words)):
        return [tuple(w for words in things for w in words)]  # 转让或出售股权的计划: no row of nouns
    return [tuple(words) for words in things]


def _goes_on(clause: Clause, token: Token) -> bool:
    """Whether a character that the segmenter has left alone stands within a noun phrase that ends its clause: 明显地震短临异常."""
    last = clause.tokens[-1]
    return len(token.text) == 1 and token.tag == "VERB" and last.tag in NOMINAL and len(last.text) > 1 and last.start == token.end


def _thing_claim(document: Document, clause: Clause, times: ClauseTimes, at: tuple[int, int], verb: str, words: tuple[str, ...]) -> Claim:
    start, end = at
    negation = negation_before(clause, start)
    last = document.shadow.text.rfind(words[-1], end, clause.end)
    start = min(start, max(clause.start, document.shadow.text.rfind(words[0], clause.start, start))) if last < 0 else start
    end = _denied_end(clause, start, last + len(words[-1]) if last >= 0 else end)
    subject, subject_text = read_subject(clause)
    return make_claim(
        document,
        clause,
        start=avowed_start(clause, min(start, negation.start) if negation is not None else start, end),
        end=end,
        family=Family.STATE,
        attribute=f"{THING}|{''.join(words)[-6:]}",
        value=Polarity(False, "".join(words)),
        subject=subject,
        subject_text=subject_text,
        attribute_text="".join(words),
        scope=Scope(
            population=restricted_group(clause),
            place=clause.places[0] if clause.places else "",
            period=times.own_period(clause, start),
            event=clause.event,
            qualifiers=_scope_marks(document, clause, start),
        ),
        as_of=times.as_of(clause),
        frame=replace(
            clause_frame(clause),
            concept=THING,
            head="".join(words),
            noun=_nouns_before(clause, start),
            predicate=verb,
            words=words,
            about=nouns_about(clause, start, end),
        ),
        time_behaviour="fixed",
    )


def _denied_end(clause: Clause, start: int, end: int) -> int:
    """The end of what is claimed; where the clause is denied, that of the words that deny it."""
    reaches = clause.stance is Stance.DENIES and clause.denied_until > end and clause.denied_until - start <= MAX_SPAN
    return clause.denied_until if reaches else end


def restricted_group(clause: Clause) -> str:
    """The group of people that a clause speaks of (没有国人受困: 国人), "" where it names none or several."""
    poles = load_poles()
    groups = {poles.people[m.group()] for m in poles.people_pattern.finditer(clause.text, max(0, clause.content_start - clause.start))}
    return groups.pop() if len(groups) == 1 else ""


_NOBODY = re.compile(
    r"(?:没有?|未曾?|无)(?:[造导]成|致使?|带来|引起)|任何|无人|没人|没有人|无一|没有一|未出现|未发生|未见|无一例|没有出现|没有发生|并无|未有|尚无|没有$|无$"
)
"""Before a word of state: nobody at all, no case of it."""


def _speaker_himself(clause: Clause) -> tuple[str, str]:
    """The subject of a clause; where it says none and follows what a person says (庞某表示服从判决), that person."""
    subject, text = read_subject(clause)
    if not text:
        spoken = [e for e in clause.entities if e.key == clause.speaker and e.type == "PER" and e.end <= clause.content_start]
        if spoken:
            return spoken[-1].key, spoken[-1].text
    return subject, text


def _scope_marks(document: Document, clause: Clause, at: int, end: int = 0, *, none: bool = False) -> tuple[str, ...]:
    """`none`, of nobody at all; `sweeping`, said of all cases or all the time; `each`, of all of those named; `passing`, of a while;
    `moment`, of a moment that is over; `another`, of another case than the affair's own; `confirmed`, by one who admits it; `not_yet`; and
    numbered things."""
    poles = load_poles()
    denied = clause.stance is Stance.DENIES or any(t.text in load_cues().negations for t in clause.tokens)
    stage = _STAGE_OF_IT.match(clause.text, end - clause.start) if end else None
    marks = {
        "none": none,
        "sweeping": stage is None
        and (
            bool(poles.sweeping.search(clause.text) or not_one().search(clause.text))
            or (denied and bool(poles.sweeping_denied.search(clause.text)))
        ),
        "each": _is_of_each(clause),
        "passing": bool(poles.passing.search(clause.text)) or stage is not None,
        "moment": bool(poles.moment.search(clause.text)),
        "another": bool(poles.another.search(clause.text)) or tells_of_another_occasion(document.shadow.text[clause.sentence.start : at]),
        "confirmed": clause.confirmed,
        "not_yet": bool(word_pattern(load_cues().not_yet_in).search(clause.text)),
    }
    limit = time_limit(clause, at)
    return (*(name for name, so in marks.items() if so), *((BEFORE + limit,) if limit else ()), *numbered_things(clause))


_STAGE_OF_IT = re.compile(r"的?(?:期间|时期|阶段|过程中)")
"""Behind a word of state that only tells of which stretch something is told: 在逃期间未伤害群众."""


def _is_of_each(clause: Clause) -> bool:
    """Whether a clause speaks of all of those it names (25个样本全部合格) and not of all there are (没有任何样本超标)."""
    found = [m.group() for m in load_poles().sweeping.finditer(clause.text)]
    return bool(found) and not not_one().search(clause.text) and all(word in load_cues().each for word in found)
