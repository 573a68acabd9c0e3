"""The words of order in a sentence: which steps it tells, and which of them it puts first.

A step is what one clause, or one side of 之前 or 之后 within a clause, tells. Chinese puts two steps in order by a noun of time behind
the one (签署后, 开庭前三天), by adverbs on the other (随后, 这才), by both (先…再…, 直到…才…), by what is not so yet (未等…就), by the
state one finds (到场时已…) and by verbs of comparison (早于). A step that has none of these is put in no order by standing before another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.claims import marks
from factcheck.claims.clauses import Clause
from factcheck.claims.nouns import can_act
from factcheck.claims.stepwords import load_step_words
from factcheck.claims.tellings import Telling, tells

__all__ = ["Told", "read_sequence"]


@dataclass(slots=True)
class Told:
    """The steps of a sentence and the pairs of their indexes told in order, (earlier, later)."""

    tellings: list[Telling] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    last: int | None = None

    def latest(self) -> Telling | None:
        """What the next sentence's 随后 would follow, None where that is not plain."""
        return self.tellings[self.last] if self.last is not None else None

    def closed(self) -> list[tuple[int, int]]:
        """All pairs in order that follow from those told, sorted; none where they run in a circle."""
        known = set(self.pairs)
        for _ in self.tellings:
            known |= {(a, d) for a, b in known for c, d in known if b == c}
        return [] if any(a == b for a, b in known) else sorted(known)


def read_sequence(text: str, clauses: Sequence[Clause], before: Telling | None) -> Told:
    """The steps and their order in the clauses of one sentence. `text`: the shadow text; `before`: the last step of the sentence before,
    which 随后 at the head of this one follows."""
    reader = _Reader(text)
    for clause in clauses:
        reader.read(clause, before)
    return reader.told


class _Reader:
    """Reads the clauses of a sentence one by one. `waiting`: what the clause before left open about the next step ("after", "before",
    "until", "not yet", "when"), with the index of its own; `subject`: where the words before its preposition stand, which may be the
    next one's subject; `first`: whether a step was told as the first (先), so that 再 or 最后 may follow, `opened`: its index;
    `earlier`: what the clause before was put after, which a clause that goes on with it (才跑到门口，把门锁上) comes after as well."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.told = Told()
        self.waiting: tuple[str, int] | None = None
        self.subject = (0, 0)
        self.first = False
        self.opened: int | None = None
        self.earlier: tuple[int, ...] = ()

    def read(self, clause: Clause, before: Telling | None) -> None:
        start = marks.LEADING.match(self.text, self._opening(clause), clause.end).end()  # type: ignore[union-attr]
        if marks.LATER.fullmatch(self.text, start, clause.end):  # 随后，…
            if self.told.last is None and before is not None:
                self.told.tellings.append(before)
                self.told.last = len(self.told.tellings) - 1
            self.waiting = ("after", self.told.last) if self.told.last is not None else None
            return
        if clause.end - start < 2 or marks.REFUSED.search(self.text, clause.start, clause.end):
            if clause.end - start >= 2:
                self.told.last, self.waiting, self.opened = None, None, None
            return
        known = len(self.told.pairs)
        self._parse(clause, start, before)
        self.earlier = tuple(a for a, b in self.told.pairs[known:] if b == self.told.last)

    def _parse(self, clause: Clause, start: int, before: Telling | None) -> None:
        for parse in (self._ordered, self._first_then, self._compared, self._not_yet, self._until, self._done_just, self._around):
            if parse(clause, start):
                return
        self._plain(clause, start, before)

    def _opening(self, clause: Clause) -> int:
        """Where the content of a clause begins: behind who says it, but with a verb such as 宣布 where announcing is what was done."""
        said = clause.text[: max(0, clause.content_start - clause.start)]
        if not said:
            return self._behind_speaker(clause)
        if said.startswith(("据", "根据", "援引")):
            return clause.content_start
        performed = said.endswith(tuple(load_step_words().performed)) and (clause.content_start < clause.end or self.waiting is not None)
        return clause.start if performed or marks.TIMED.search(said) else clause.content_start

    def _behind_speaker(self, clause: Clause) -> int:
        """Behind 村医说 at the head of a clause, where no speaker was made out; else the clause's start."""
        verb = next((t for t in clause.tokens if t.tag == "VERB"), None)
        if verb is None or verb.text not in load_step_words().saying or not 2 <= verb.start - clause.start <= 12:
            return clause.start
        if clause.end - verb.end < 2 and self.waiting is None:
            return clause.end
        return clause.start if marks.TIMED.search(self.text, clause.start, verb.start) else verb.end

    # -------------------------------------------------------------- steps

    def _add(self, clause: Clause, start: int, end: int, lead: tuple[int, int] = (0, 0), *, sure: bool = False) -> int | None:
        """The index of a new step without the adverbs at its head; None where it tells nothing done. `sure`: an adverb of order stands
        before it, so that it is a predicate whatever its words are taken for."""
        bare = marks.ADVERBS.match(self.text, start, end).end()  # type: ignore[union-attr]
        if bare == end and end - start >= 2:
            bare = start  # 动手前: what is an adverb elsewhere
        sure = sure or bool(marks.PREDICATED.search(self.text, start, bare))
        start = bare
        step = Telling(clause, start, end, lead)
        if end - start < (1 if sure else 2) or not (sure or tells(step, self.text)):
            return None
        self.told.tellings.append(step)
        return len(self.told.tellings) - 1

    def _order(self, first: int | None, then: int | None) -> None:
        if first is not None and then is not None and first != then:
            self.told.pairs.append((first, then))

    def _main(self, clause: Clause, index: int | None) -> None:
        """Takes a step as what its clause tells: settles what the clause before left open about it."""
        if index is None:
            return
        words = clause.text
        if self.waiting is not None:
            kind, other = self.waiting
            if kind == "after" or (kind == "until" and (marks.JUST.search(words) or "再" in words or "始" in words or "方" in words)):
                self._order(other, index)
            elif kind == "before" or (kind == "not yet" and marks.SOON.search(words)) or (kind == "when" and marks.ALREADY.search(words)):
                self._order(index, other)
        self.waiting = None
        self.told.last = index

    # -------------------------------------------------------------- forms

    def _ordered(self, clause: Clause, start: int) -> bool:
        """A在先，B在后."""
        mark = marks.ORDERED.search(self.text, start, clause.end)
        if mark is None or mark.start() - start < 2:
            return False
        index = self._add(clause, start, mark.start())
        if mark["c"] == "后" and self.first:
            self._order(self.told.last, index)
        self.first = mark["c"] != "后"
        self.opened = index if self.first else self.opened
        self.told.last, self.waiting = index, None
        return index is not None

    def _first_then(self, clause: Clause, start: int) -> bool:
        """先A后B within one clause."""
        mark = marks.FIRST_THEN.search(self.text, start, clause.end)
        if mark is None:
            return False
        lead = (start, mark.start())
        a, b = self._add(clause, mark.start("a"), mark.end("a"), lead), self._add(clause, mark.start("b"), mark.end("b"), lead)
        if a is None or b is None:
            return False
        self._order(a, b)
        self._main(clause, a)
        self.first, self.opened, self.told.last = True, a, b
        return True

    def _compared(self, clause: Clause, start: int) -> bool:
        """B早于A, B比A早两天."""
        mark = marks.COMPARED.search(self.text, start, clause.end)
        if mark is not None:
            own, other, rest = (start, mark.start()), (mark.end(), clause.end), (0, 0)
        else:
            mark = marks.THAN.search(self.text, start, clause.end)
            if mark is None:
                return False
            own, other, rest = (start, mark.start()), (mark.start("a"), mark.end("a")), (mark.end(), clause.end)
        length = re.search(marks.LENGTH, self.text[other[0] : other[1]])
        dated = any(m.start < other[1] and other[0] < m.end and not m.kind.startswith("duration") for m in clause.times)
        if length is not None and rest == (0, 0) and not dated:  # 先于大部队10分钟出发: both do what stands at the end
            rest, other = (other[0] + length.end(), other[1]), (other[0], other[0] + length.start())
        if rest[1] - rest[0] >= 2:
            b, a = self._add(clause, *rest, lead=own), self._add(clause, *rest, lead=other)
        else:
            b = self._add(clause, *own) if own[1] - own[0] >= 2 else self.told.last
            a = self._add(clause, *other)
        self._order(*((b, a) if mark["c"] in marks.SOONER else (a, b)))
        if b is not None:
            self._main(clause, b)
        return a is not None and b is not None

    def _even_so(self, index: int) -> bool:
        """Whether the clause of a step stresses that it was done already."""
        words = self.told.tellings[index].clause.text
        return bool(marks.EVEN_SO.search(words)) and not marks.AS_OF_NOW.search(words)

    def _until(self, clause: Clause, start: int) -> bool:
        """直到A才B; 待A，B方…"""
        mark = marks.UNTIL.search(self.text, start, clause.end)
        if mark is None:
            return False
        just = marks.JUST.search(self.text, mark.end(), clause.end)
        lead = (start, mark.start())
        until = re.search(r"再(?!次|度)|才", self.text[mark.end() : clause.end])
        if until is not None and any(m.start <= mark.end() and mark.end() + until.start() <= m.end for m in clause.times):
            b = self._add(clause, mark.end() + until.end(), clause.end, lead)  # 待11月初再投票
            if self.first:
                self._order(self.told.last, b)
            self._main(clause, b)
            return b is not None
        if just is not None:
            a, b = self._add(clause, mark.end(), just.start()), self._add(clause, just.end(), clause.end, lead)
            self._order(a, b)
            self.told.last = b if b is not None else self.told.last
            return a is not None
        if mark.start() - start > 8:
            return False
        behind = re.search(r"(?:之后|以后|后|时|为止)$", self.text[mark.end() : clause.end])
        sure = not clause.times and not clause.figures and clause.end - mark.end() >= 4  # 直到桥面合龙
        a = self._add(clause, mark.end(), mark.end() + behind.start() if behind else clause.end, sure=sure)
        if a is None:
            return False
        if self.first:
            self._order(self.told.last, a)
        self._finish_after(a, lead)
        self.waiting = ("until", a)
        return True

    def _finish_after(self, index: int, lead: tuple[int, int]) -> None:
        """A step told as the time of the next: its clause follows nothing, and its subject may be the next one's."""
        self.told.last, self.subject = index, lead

    def _not_yet(self, clause: Clause, start: int) -> bool:
        """未等A，B就…; 列车尚未出站，B就已…; 闸门都开了，人还没走."""
        mark = marks.NOT_YET.search(self.text, start, clause.end)
        if mark is None:
            return False
        if self.waiting is not None and self.waiting[0] == "when":  # 公布时，她还没有住院
            other, self.waiting = self.waiting[1], None
            self._order(other, self._add(clause, mark.end(), clause.end, (start, mark.start())))
            return True
        before = self.told.last
        a = self._add(clause, mark.end(), clause.end, (start, mark.start()), sure=not clause.figures)
        if before is not None and not marks.AS_OF_NOW.search(clause.text) and (self.first or self._even_so(before)):
            self._order(before, a)
        self.waiting = ("not yet", a) if a is not None else None
        self.told.last = None
        return True

    def _done_just(self, clause: Clause, start: int) -> bool:
        """B是A完了才…的: one step done, and only then the other, within one clause."""
        mark = marks.DONE_JUST.search(self.text, start, clause.end)
        if mark is None or marks.CONDITION.search(clause.text):
            return False
        a_start, lead = start, (mark.start("who"), mark.end("who"))
        link = re.search(r"(?<![但只还可就要都也不])是", self.text[start : mark.end("a")])
        if link is not None and link.start() >= 2 and mark.end("a") - start - link.end() >= 2:
            a_start, lead = start + link.end(), (start, start + link.start())
        a_end = mark.end("who") if lead[0] == start else mark.end("a")  # 部长是开完会才辞的职
        a = self._add(clause, a_start, a_end, sure=True)
        b = self._add(clause, mark.start("b"), clause.end, lead, sure=True)
        self._order(a, b)
        if b is not None:
            if self.first:
                self._order(self.opened, b)  # 残兵先交了枪，他躲了两天才落网
            self._main(clause, b)
        return a is not None and b is not None

    def _around(self, clause: Clause, start: int) -> bool:
        """A之后B, 在A之前B, A的第二天B, B发生在A之前, A时B已…"""
        for pattern, later in ((marks.AFTER, True), (marks.SAME_AFTER, True), (marks.BEFORE, False)):
            for mark in pattern.finditer(self.text, start, clause.end):
                if _inside_word(clause, mark.start()):
                    continue
                if self.text.startswith("的", mark.end()) or self.text[mark.end() : mark.end() + 1] in "、与和":
                    continue  # 改组后的名单: a thing, no step
                if self._split(clause, start, mark.start(), mark.end(), later=later):
                    return True
        found = marks.FOUND.match(self.text, start, clause.end)
        if found is not None and not any(t.start < found.end("a") < t.end for t in clause.tokens):
            a = self._add(clause, _skip_prep(self.text, start, found.end("a")), found.end("a"))
            b = self._add(clause, found.start("b"), clause.end, (found.end("when"), found.start("state")))
            if a is not None and b is not None:
                self._order(*((a, b) if marks.NOT_YET.match(found["state"]) else (b, a)))
                self._main(clause, b)
                return True
        when = marks.WHEN.search(self.text, start, clause.end)
        if when is not None and (a := self._add(clause, _skip_prep(self.text, start, when.start()), when.start())) is not None:
            self.told.last, self.waiting = a, ("when", a)
            return True
        return False

    def _split(self, clause: Clause, start: int, left: int, right: int, *, later: bool) -> bool:
        """One step before the mark at [left, right), the other behind it, or before its preposition, or in the next clause."""
        a_end = left
        if (length := re.search(f"{marks.LENGTH}$", self.text[start:left])) is not None:
            a_end = start + length.start()
        if a_end - start < 2:
            return False
        a_start, lead = start, (start, start)
        behind = re.match(f"(?:{marks.LENGTH}|{marks.NEXT_DAY}|不久)?", self.text[right : clause.end])
        b_start = right + (behind.end() if behind else 0)
        measured = a_end < left or b_start > right  # 揭盲前八个月: what one counts from happened, whatever its words are taken for
        for prep in marks.PREP.finditer(self.text, start, a_end):
            inner = Telling(clause, prep.end(), a_end)
            short = 2 <= a_end - prep.end() <= 8
            if tells(inner, self.text) or (short and (a_end == left if later else measured)):
                a_start, lead = prep.end(), (start, prep.start())
                break
        a = self._add(clause, a_start, a_end, sure=measured and not self._is_thing(clause, a_start, a_end))
        if a is None:
            return False
        b = self._add(clause, b_start, clause.end, lead) if clause.end - b_start >= 2 else None
        if b is None and lead[1] - lead[0] >= 2:
            b = self._add(clause, *lead)
        if b is not None:
            self._order(*((a, b) if later else (b, a)))
            if later and self.opened is not None:
                self._order(self.opened, b)
            if self.waiting is None and later and marks.LATER.match(self.text, start, clause.end):
                self._order(self.told.last, a)
            self._main(clause, b)
        else:
            self._finish_after(a, lead)
            self.waiting = ("after" if later else "before", a) if clause.end - b_start < 2 else None
        return True

    def _is_thing(self, clause: Clause, start: int, end: int) -> bool:
        """Whether words are a time or a figure themselves, or end in somebody who acts (今年前八个月, 公司前八个月)."""
        if any(m.start < end and start < m.end for m in (*clause.times, *clause.figures)) or self.text[start:end].endswith("年"):
            return True
        last = next((t for t in reversed(clause.tokens) if t.end <= end), None)
        return last is not None and (last.tag == "PROPN" or can_act(last.text))

    def _plain(self, clause: Clause, start: int, before: Telling | None) -> None:
        """A clause with adverbs of order, or none."""
        previous = self.told.last
        if self._beside_affair(clause, start):
            return
        first = marks.FIRST.search(self.text, start, clause.end)
        later = marks.LATER.search(self.text, start, min(clause.end, start + 14))
        just = marks.JUST.search(self.text, start, clause.end)
        last = marks.LAST.search(self.text, start, clause.end) if self.first else None
        mark = next((m for m in (first, later, just, last) if m is not None), None)
        lead = (start, mark.start()) if mark is not None else (0, 0)
        if lead == (0, 0) and self.subject[1] > self.subject[0]:
            lead = self.subject
        index = self._add(clause, mark.end() if mark is not None else start, clause.end, lead, sure=mark is not None)
        if index is None and mark is not None:
            index = self._add(clause, *lead)  # 主墓室是先开的
        self.subject = (0, 0)
        if index is None:
            return
        if first is None:
            if later is not None and just is None:
                if previous is None and before is not None and later.start() == start and not self.told.pairs:
                    self.told.tellings.append(before)
                    previous = len(self.told.tellings) - 1
                self._order(previous, index)
                self._order(self.opened, index)
            elif last is not None:
                self._order(previous, index)
            elif just is not None:
                for earlier in range(index):
                    if (earlier == previous and later is not None) or self._is_done(earlier):
                        self._order(earlier, index)  # only then: after all that the sentence told as done
            elif self._goes_on(clause, start):
                for earlier in self.earlier:
                    self._order(earlier, index)
        else:
            self.opened = index
        self.first = first is not None or (self.first and (later is not None or last is not None or just is not None))
        self._main(clause, index)

    def _goes_on(self, clause: Clause, start: int) -> bool:
        """Whether a clause goes on with what the one before it tells: it names nobody who does it, and counts nothing (赞成61票)."""
        first = next((t for t in clause.tokens if t.start >= start), None)
        return first is not None and not clause.figures and (first.tag == "VERB" or first.text in {"把", "将"})

    def _beside_affair(self, clause: Clause, start: int) -> bool:
        """事先A, 事后才A: a step put before or after what the article is about."""
        mark = marks.BESIDE.search(self.text, start, clause.end)
        if mark is None:
            return False
        index = self._add(clause, mark.end(), clause.end, (start, mark.start()), sure=True)
        if index is None:
            return False
        self.told.tellings.append(Telling(clause, mark.start(), mark.end()))
        affair = len(self.told.tellings) - 1
        self._order(*((affair, index) if mark["side"] == "后" else (index, affair)))
        self._main(clause, index)
        return True

    def _is_done(self, index: int) -> bool:
        words = self.told.tellings[index].clause.text
        return bool(marks.DONE.search(words)) and not marks.CONDITION.search(words)


def _inside_word(clause: Clause, at: int) -> bool:
    """Whether 前 or 后 there belongs to a word such as 提前, 后果."""
    fixed = load_step_words().fixed
    return any(
        (t.start < at < t.end and (t.text in fixed or not t.text.endswith(("后", "前"))))
        or (t.start == at and (t.text in fixed or (len(t.text) > 1 and t.tag in {"NOUN", "PROPN"} and not _TEMPORAL.fullmatch(t.text))))
        for t in clause.tokens
    )


_TEMPORAL = re.compile(rf"(?:[之以过][前后]|[前后])(?:{marks.LENGTH}|{marks.NEXT_DAY}|[一两几数半].?|夕)?")
"""Tokens of 前 and 后 that only tell when: 之前, 前一天, 后几日."""


def _skip_prep(text: str, start: int, end: int) -> int:
    mark = marks.PREP.match(text, start, end)
    return mark.end() if mark else start
