"""Claims about where something happened or is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.date_marks import read_ordinals
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.happenings import Happening, frame_of
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.located import Located
from factcheck.claims.locatives import carry_over, find_locatives
from factcheck.claims.place_words import load_place_words
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document
from factcheck.mentions.types import EntityMention
from factcheck.model import Claim, Family, Frame, Name, Scope, Stance

__all__ = ["OFF", "Asked", "find_places", "occasion_flags"]

_SEVERAL = re.compile(
    r"多地|各地|等地|[两三四五六七八九十]地|分别|先后|陆续|相继|多处|各处|多个|多家|沿线|等[多数]?[个家处座地]|巡回|轮流|分批|或者?"
)
_JOINED = re.compile(r"(?:、|和|与|及|以及|至|到|或)[\u4e00-\u9fff]")
_PAST = re.compile(r"曾|此前|上次|上回|上届|上一|去年|前年|早年|历史上|过去|年前|以往|往年|生前|(?:19|20)\d\d年")
_MOVED = re.compile(
    r"转[往送至到院押运投]|转移(?!(?:安置)?(?:群众|居民|村民|人员|民众|住户|学生|乘客|游客|灾民|市民))|"
    r"移[送交]|再送|后送|其后|后来|之后再|改押|辗转"
)
_ANOTHER = re.compile(r"另一[批起宗次场处名位种个家则件座幢]|另有|另外一?[批起宗次场处名位种个家]|又一[批起宗次场]|别的|其他|其它|同类")
_ORDINAL = re.compile(
    r"(?:第(?P<n>[一二三四五六七八九十\d]+)|(?P<first>首|头|(?<![另这那某每同又])一)|(?P<next>下|次|末|最后))(?:一)?(?P<of>[站场轮次届期批审])(?!的)"
)


OFF = "off:"
"""Opens the qualifier that names what a place is told to lie well away from: 距卢恩港一百一十海里的格里芬湾."""
_AWAY = re.compile(
    r"(?:距离?|离)(?P<mark>[\u4e00-\u9fff]{2,8}?)(?:约|大约|近|逾|超过)?(?:\d[\d.]*|[一二三四五六七八九十百千两]+)(?:多|余)?(?:公里|海里|千米|英里)(?:外|以外|处)?的?$"
)


def occasion_flags(clause: Clause, start: int, end: int) -> tuple[str, ...]:
    """What keeps a place from being the only one: `several` places, a `past` occasion, which one of a row (`nth:2`), a place that
    somebody or something was `moved` to later, what is told to be `another` of its kind."""
    flags = [f"nth:{nth}"] if (nth := _ordinal(clause, start, end)) else [f"nth:{mark[1:]}" for mark in read_ordinals(clause)]
    if _PAST.search(clause.text):
        flags.append("past")
    if _is_one_of_several(clause, start, end):
        flags.append("several")
    if _ANOTHER.search(clause.text):
        flags.append("another")
    if _MOVED.search(clause.text):
        flags.append("moved")
    away = _AWAY.search(clause.text, 0, start - clause.start)
    if away is not None:
        flags.append(f"{OFF}{away['mark']}")
    return tuple(flags)


class Asked:
    """What a sentence leaves to its next clause: the question of its last happening, which a bare 地点 asks again (追思会昨日举行，地点
    在南屏剧场), and a place that stands alone (在保险库里，找到铜壶)."""

    def __init__(self) -> None:
        self.sentence, self.question = -1, ""
        self.place: tuple[Clause, Located] | None = None

    def turn(self, clause: Clause) -> None:
        """Forgets what another sentence left."""
        if clause.sentence.index != self.sentence:
            self.sentence, self.question, self.place = clause.sentence.index, "", None


def find_places(document: Document, clause: Clause, happenings: Sequence[Happening], times: ClauseTimes, asked: Asked) -> Iterator[Claim]:
    """The places a clause tells, each with the question it answers as the concept of its frame. `asked`: what the clauses before
    left."""
    asked.turn(clause)
    if asked.place is not None and happenings:
        before, place = asked.place
        carried = carry_over(place, clause, happenings)
        if carried is not None:
            yield _place_claim(document, before, carried, times)
    asked.place = None
    for located in find_locatives(clause, happenings, asked.question):
        if located.question:
            yield _place_claim(document, clause, located, times)
        else:
            asked.place = clause, located
    words = load_place_words()
    told = [words.question_of(h.type, h.word) for h in happenings]
    known = [q for q in told if q in words.known]
    if told:
        asked.question = (known or told)[-1]


def _place_claim(document: Document, clause: Clause, located: Located, times: ClauseTimes) -> Claim:
    text = document.shadow.text
    start, end = located.start, located.end
    phrase = text[start:end]
    low, high = min(start, located.word_start), max(end, located.word_end)
    if high - low > 40:
        low, high = start, end
    subject, subject_text = read_subject(clause)
    held = _held(clause, located)
    if held is not None:
        subject, subject_text = held.key, held.text
    elif clause.subject is not None and clause.subject.start < end and start < clause.subject.end:
        subject, subject_text = (clause.context[0] if clause.context else ""), ""
    happening = located.happening
    question = located.question if located.way == "at" else f"{located.question}_{located.way}"
    stance = Stance.PLANS if clause.stance is Stance.ASSERTS and _INTENDED.search(text, clause.start, low) else clause.stance
    return make_claim(
        document,
        clause,
        start=low,
        end=high,
        family=Family.PLACE,
        attribute=f"{question}|place",
        value=Name(phrase, "/".join(located.units), "LOC"),
        subject=subject,
        subject_text=subject_text,
        attribute_text=located.word + (happening.object if happening else ""),
        scope=Scope(
            place=located.units[0] if located.units else phrase,
            period=times.period_at(clause, located.word_start),
            event=clause.event,
            qualifiers=occasion_flags(clause, start, end),
        ),
        as_of=times.as_of(clause),
        stance=stance,
        frame=_frame(clause, located, question),
        time_behaviour="fixed",
    )


_INTENDED = re.compile(r"原定|原本|原计划|本应|本来|原拟|打算|计划|准备|拟|预定|预计|即将|将(?!士|军|领)|要求|呼吁|建议|希望|或将|有望|待")


def _frame(clause: Clause, located: Located, question: str) -> Frame:
    """The frame of a happening, or of what stands before a noun or verb that asks where; its words without those of the place."""
    base = frame_of(located.happening) if located.happening is not None else clause_frame(clause)
    inside = clause.text[located.start - clause.start : located.end - clause.start]
    described = clause.text.startswith("的", located.end - clause.start)  # 柳坝县的江边聚落: what stands there belongs to the place
    noun = base.noun if located.happening is not None and not described and base.noun not in inside else ""
    noun = noun or _themes(clause, located)
    noun = noun.replace(inside, "")
    return replace(
        base,
        concept=question,
        noun=noun,
        topic="" if base.topic and base.topic in inside else base.topic,
        predicate=located.word,
        words=tuple(w for w in base.words if w not in inside),
        participants=tuple(p for p in base.participants if p not in inside),
    )


def _held(clause: Clause, located: Located) -> EntityMention | None:
    """The name behind a place that describes it: 位于高垣村的|鹤陵一号墓."""
    behind = located.end + 1
    if located.happening is not None or located.word_start > located.start or not clause.text.startswith("的", located.end - clause.start):
        return None
    return next((e for e in clause.entities if behind <= e.start <= behind + 4), None)


def _themes(clause: Clause, located: Located) -> str:
    """The nouns of the content before the place and its word: what is there."""
    limit = min(located.start, located.word_start)
    taken = [*clause.figures, *clause.times]
    return "".join(
        t.text
        for t in clause.content_tokens()
        if t.end <= limit
        and (t.tag in {"NOUN", "PROPN", "X"} or t.text in load_event_words().types)
        and not any(m.start <= t.start < m.end for m in taken)
    )


def _is_one_of_several(clause: Clause, start: int, end: int) -> bool:
    before, after = clause.text[: start - clause.start], clause.text[end - clause.start :]
    if _SEVERAL.search(clause.text):
        return True
    joined = _JOINED.match(after) is not None and any(
        e.type in {"GPE", "LOC"} and e.start <= end + 4 for e in clause.entities if e.start >= end
    )
    return joined or before.endswith(("、", "以及")) or after.startswith("等")


def _ordinal(clause: Clause, start: int, end: int) -> str:
    """Which of a row of happenings (首站, 第二轮, 一审): "" when the clause tells none outside of the place itself (东埠头站)."""
    place = range(start - clause.start, end - clause.start)
    found = next((m for m in _ORDINAL.finditer(clause.text) if m.start() not in place), None)
    if found is None:
        return ""
    number = found["n"] or ("1" if found["first"] else "next")
    return {"一": "1", "二": "2", "三": "3"}.get(number, number)
