"""Which time a clause speaks of: the period of its facts, and the moment as of which they are reported."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.draft import published_period
from factcheck.claims.lexicon import load_event_words
from factcheck.language.document import Document
from factcheck.mentions.types import Mention
from factcheck.model import Origin, Period

__all__ = ["ClauseTimes", "read_clause_times"]

_AS_OF_BEFORE = re.compile(r"(?:截至|截止到?|截止至|到|直到|迄)$")
_AS_OF_FAR = re.compile(r"截[至止][到至]?[^，。；：、\d]{1,7}$")
"""截至投票日下午五时: words between that no calendar resolves."""
_AS_OF_AFTER = re.compile(r"^(?:为止|止)")
_LONG = {"year", "quarter", "half", "month", "season", "decade", "span", "century"}
_POINTS = {"中午": 12, "正午": 12, "晌午": 12, "午夜": 0, "子夜": 0}
"""Parts of a day that are named after a point of it, by its hour (of the day on which the part ends): 截至15日午夜 is 截至15日24时."""


_OCCASION = re.compile(r"(?:当|同|那)[天日晚夜午]|当时|当[日天晚][凌早上下中傍深]")
"""Times that point at a day told otherwise."""


class ClauseTimes:
    """Times by clause. A date that stands alone before a comma belongs to the next clause; periods of a month or more
    hold on through the sentence, a year through the paragraph."""

    def __init__(self, document: Document, clauses: Sequence[Clause]) -> None:
        self._text = document.shadow.text
        self._clauses = clauses
        self._starts = [c.start for c in clauses]
        self._published = published_period(document)
        self._as_of: dict[int, Period] = {}
        self._inherited: dict[int, Mention | None] = {}
        self._alone: dict[int, Mention | None] = {}
        self._before: dict[int, Mention | None] = {}
        self._coarse: dict[int, Period | None] = {}
        as_of: Period | None = None
        fine: Mention | None = None
        coarse: Period | None = None
        before: Mention | None = None  # the last period of a month or more of the sentence before
        alone: Mention | None = None  # the time of the clause before, when that clause says nothing else (7月28日，一艘滚装船 …)
        paragraph = sentence = sentence_of_alone = -1
        for clause in clauses:
            if clause.sentence.paragraph != paragraph:
                paragraph, as_of, coarse, fine = clause.sentence.paragraph, None, None, None
                before, sentence = None, -1
            if clause.sentence.index != sentence:
                before = fine if clause.sentence.index == sentence + 1 else None
                sentence, fine = clause.sentence.index, None
                if not all(self._is_as_of(m) for m in clause.times):
                    as_of = None
            self._alone[clause.index] = alone if alone is not None and clause.sentence.index == sentence_of_alone else None
            alone, sentence_of_alone = _sole_time(clause), clause.sentence.index
            self._inherited[clause.index] = fine
            self._before[clause.index] = before
            self._coarse[clause.index] = coarse
            for mention in clause.times:
                if not isinstance(mention.value, Period):
                    continue
                if self._is_as_of(mention):
                    as_of = _moment(mention.value)
                elif mention.value.start is not None:
                    if mention.value.granularity in _LONG:
                        fine = mention
                    if mention.value.granularity == "year":
                        coarse = mention.value
            if as_of is not None:
                self._as_of[clause.index] = as_of

    def _is_as_of(self, mention: Mention) -> bool:
        if self._lies_ahead(mention):
            return False  # 受理至5月底为止: a deadline
        before, after = self._text[max(0, mention.start - 4) : mention.start], self._text[mention.end : mention.end + 2]
        own = self._text[mention.start : mention.end]
        at = max(0, bisect_right(self._starts, mention.start) - 1)
        opening = self._clauses[at].start if self._clauses else -1
        fine = isinstance(mention.value, Period) and mention.value.granularity not in _LONG
        opens = (before.endswith(("到", "至")) and opening == mention.start - 1) or (
            fine and own.startswith(("到", "至")) and opening == mention.start
        )
        return (
            opens
            or own.startswith(("截至", "截止"))
            or bool(_AS_OF_BEFORE.search(before) and ("截" in before or "迄" in before))
            or bool(_AS_OF_FAR.search(self._text, max(0, mention.start - 10), mention.start))
            or bool(_AS_OF_AFTER.match(after))
        )

    def _lies_ahead(self, mention: Mention) -> bool:
        """Whether a time ends days after the publication, so that nothing can have been counted by then."""
        value, published = mention.value, self._published
        if not isinstance(value, Period) or value.end is None or published is None or published.start is None:
            return False
        return value.end > published.start + timedelta(days=2) and not self._text.startswith("截", mention.start)

    def as_of(self, clause: Clause) -> Period | None:
        """The as-of time said for the clause (截至6日15时), else None: then the publication date stands for it."""
        return self._as_of.get(clause.index)

    def spoken_at(self, clause: Clause) -> Period | None:
        """The moment at which the sentence says that the clause was said (5日上午表示，暂未…), None when it says none."""
        at = clause.index
        while at >= 0 and self._clauses[at].sentence.index == clause.sentence.index:
            said = self._clauses[at]
            if said.content_start > said.start:
                own = [
                    m.value for m in said.times if isinstance(m.value, Period) and m.value.start is not None and m.end <= said.content_start
                ]
                alone = self._alone.get(said.index)
                if not own and alone is not None and isinstance(alone.value, Period) and alone.value.start is not None:
                    own = [alone.value]
                return _moment(own[-1]) if own else None
            at -= 1
        return None

    def period_at(self, clause: Clause, at: int) -> Period | None:
        """The period said nearest before a place of the clause, else after it in the clause, else carried over; None when none was said."""
        own = [m for m in clause.times if self._is_told(clause, m) and isinstance(m.value, Period) and _is_dated(m.value)]
        if not own and word_pattern(load_cues().now_in).search(clause.text, 0, max(0, at - clause.start)):
            return None
        if word_pattern(load_cues().whole_year_in).search(clause.text) and not own:
            return self._coarse.get(clause.index)
        before = [m for m in own if m.end <= at]
        chosen = before[-1] if before else (own[0] if own else self._alone.get(clause.index) or self._inherited.get(clause.index))
        if chosen is not None and isinstance(chosen.value, Period) and chosen.kind not in {"set", "time", "timerange"}:
            return chosen.value
        return self._coarse.get(clause.index)

    def event_period(self, clause: Clause, at: int) -> Period | None:
        """As `period_at`; where nothing is said in the sentence, the month or season the sentence before it was told of."""
        found = self.period_at(clause, at)
        before = self._before.get(clause.index)
        if before is not None and isinstance(before.value, Period) and (found is None or found is self._coarse.get(clause.index)):
            return before.value
        return found

    def own_period(self, clause: Clause, at: int) -> Period | None:
        """The period said in the clause itself or alone before it, None when none is."""
        return self.period_at(clause, at) if self.said_in(clause) else None

    def _is_told(self, clause: Clause, mention: Mention) -> bool:
        """Whether a time is one that the clause tells of: no hour without its day, none as of which it counts."""
        timed = isinstance(mention.value, Period) and mention.kind not in {"set", "time", "timerange"}
        return timed and not self._is_as_of(mention) and not self._names_occasion(clause, mention)

    def _names_occasion(self, clause: Clause, mention: Mention) -> bool:
        """Whether a time only tells by an event of which day it speaks (起火当晚, 开庭当天) and the text tells that day nowhere before: it
        is then not known, and least of all that of the publication."""
        if not isinstance(mention.value, Period) or mention.value.origin not in {Origin.PUBLICATION, Origin.GUESSED}:
            return False
        if not _OCCASION.match(self._text, mention.start):
            return False
        before = next((t for t in clause.tokens if t.end == mention.start), None)
        words = load_event_words().types
        return before is not None and (before.tag == "VERB" or before.text in words or before.text[-2:] in words)

    def said_in(self, clause: Clause) -> tuple[Mention, ...]:
        """The times said in the clause, and the one that stands alone before it."""
        alone = self._alone.get(clause.index)
        own = tuple(m for m in clause.times if self._is_told(clause, m))
        return (alone, *own) if alone is not None else own

    def points_back(self, clause: Clause, mention: Mention) -> bool:
        """Whether a time only points at a day that an earlier sentence told (当天, 同日): that day is told there, not here."""
        if not isinstance(mention.value, Period) or mention.value.digits not in load_cues().points_back:
            return False
        at = clause.index
        while at >= 0 and self._clauses[at].sentence.index == clause.sentence.index:
            if any(m.end <= mention.start and isinstance(m.value, Period) and m.value.start for m in self._clauses[at].times):
                return False
            at -= 1
        return True

    def clocks_in(self, clause: Clause) -> tuple[Mention, ...]:
        """The hours said in the clause without their day, where the day was told before (明火于18时30分被扑灭)."""
        return tuple(
            m
            for m in clause.times
            if m.kind == "time"
            and isinstance(m.value, Period)
            and m.value.start is not None
            and m.value.origin is not Origin.GUESSED
            and not self._is_as_of(m)
        )

    def counted_by(self, clause: Clause) -> tuple[Mention, ...]:
        """The times as of which the clause counts (截至12日18时)."""
        return tuple(m for m in clause.times if isinstance(m.value, Period) and self._is_as_of(m))

    @property
    def published(self) -> Period | None:
        return self._published


def _is_dated(period: Period) -> bool:
    """Whether a time has a beginning, or at least a day of a year that is not known."""
    return period.start is not None or period.partial.startswith("XXXX-")


def _sole_time(clause: Clause) -> Mention | None:
    """The time of a clause that says hardly anything else: 8月9日10时左右, 去年10月底; not how long something goes on (展期至20日)."""
    if not clause.times or clause.bracketed or _UNTIL.search(clause.text, 0, clause.times[-1].start - clause.start):
        return None
    rest = len(clause.text) - sum(m.end - m.start for m in clause.times)
    last = clause.times[-1]
    headed = last.end == clause.end and _HEADING.fullmatch(clause.text, 0, clause.times[0].start - clause.start)  # 一、项目概况　4月10日，…
    return last if ((rest <= 3 and not clause.figures) or headed) and isinstance(last.value, Period) else None


_UNTIL = re.compile(r"[\u4e00-\u9fff][至到]$")
"""A word and 至 before the time at which it ends (展期至, 延长到)."""
_HEADING = re.compile(r"第?[一二三四五六七八九十0-9]{1,3}[、.．条章节][^，。0-9]{2,12}")
"""The heading of a section, which no full stop parts from the text after it."""


def _moment(period: Period) -> Period:
    """截至4日12时 as the moment itself: a Period without length at its end (the start of what was named, for a day or more)."""
    edge = period.end if period.start is None else period.start
    last = period.end or edge
    if last is not None and period.granularity == "part":  # 截至12日中午: at twelve, not when lunch is over
        edge = next((last.replace(hour=hour, minute=0) for word, hour in _POINTS.items() if period.digits.endswith(word)), edge)
    return Period(edge, edge, period.granularity, period.origin if edge is not None else Origin.GUESSED, digits=period.digits)


def read_clause_times(document: Document, clauses: Sequence[Clause]) -> ClauseTimes:
    """The times of all clauses of one document."""
    return ClauseTimes(document, clauses)
