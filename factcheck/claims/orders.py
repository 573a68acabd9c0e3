"""Claims about order: X before Y, first this and then that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.happenings import Happening
from factcheck.claims.naming import name_event
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document
from factcheck.model import Claim, Family, Order

__all__ = ["find_orders", "find_sequences"]


_SEQUENCE = re.compile(
    r"先(?!生|后|进|前|锋|导|知|驱|行者|天|例|河)(?P<a>[^。！？；]{2,24}?)[，、,；]?(?:再|然后|随后|其后|之后|最后|才|后(?!果|续|来者|方|援|勤|天|台))(?P<b>[^，。、！？；]{2,24})"
)


_LATE_FIRST = re.compile(
    r"(?:头几天|前期|开始时|起初|首先|第一阶段)(?P<a>[^。！？；]{2,20}?)[，,；](?:最后才?|后期|随后|其后|末段)(?P<b>[^，。、！？；]{2,20})"
)


_AFTER_THEN = re.compile(
    r"(?P<a>[^，。！？；、]{2,24}?)(?:[一二两三四五六七八九十几数半\d]+个?多?(?:小时|钟头|分钟|天|日|周|星期|月|年))?(?:之后|以后|后(?!果|续|来|者|方|台|勤)|完了?|结束)"
    r"[，,]?(?:随即|随后|立即|即|便|继而|接着|才|方才|再|又)(?P<b>[^，。、！？；]{2,24})"
)


_RELATIVE = re.compile(r"^(?:之|以)?(?P<side>前|后)(?!后|线|往|者|续|期|夕|勤|方|来|景|途|提|天|台|果|卫|院|面|身|任|总|首|国|所未)")


def find_orders(document: Document, clause: Clause, happenings: Sequence[Happening], times: ClauseTimes) -> Iterator[Claim]:
    """X 前/后 Y: the order of two happenings of one clause."""
    for happening in happenings:
        match = _RELATIVE.match(document.shadow.text[happening.end : min(clause.end, happening.end + 4)])
        if match is None:
            continue
        others = [h for h in happenings if h is not happening and h.type != happening.type]
        later = [h for h in others if h.start > happening.end]
        earlier = [h for h in others if h.end <= happening.start]
        other = later[-1] if later else (earlier[-1] if earlier else None)
        if other is None:
            continue
        if other.type in {"begin", "end", "complete", "hold"}:
            more = [h for h in others if h.type not in {"begin", "end", "complete", "hold"}]
            other = more[-1] if more else other
        first, then = (other.type, happening.type) if match["side"] == "前" else (happening.type, other.type)
        yield _make_order(document, clause, min(happening.start, other.start), max(happening.end + match.end(), other.end), first, then)
        return


def find_sequences(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> Iterator[Claim]:
    """先A，再B; 头几天A，最后B: the order of two things within a sentence, each kept as the words that name it."""
    text = document.shadow.text
    seen = -1
    for clause in clauses:
        if clause.sentence.index == seen:
            continue
        seen = clause.sentence.index
        for pattern in (_SEQUENCE, _LATE_FIRST, _AFTER_THEN):
            match = pattern.search(text, clause.sentence.start, clause.sentence.end)
            if match is None:
                continue
            parts = [_core(match[name]) for name in ("a", "b")]
            home = next(c for c in clauses[clause.index :] if c.end > match.start())
            yield _make_order(document, home, match.start(), min(match.end(), match.start() + 40), parts[0], parts[1])
            break


def _core(words: str) -> str:
    """The words of one step without particles and light verbs."""
    return re.sub(r"[的了，、。]|就|便|先|才|完成|进行|开展|组织|完|打|搞|做|安排", "", words)


def _make_order(document: Document, clause: Clause, start: int, end: int, first: str, then: str) -> Claim:
    subject, subject_text = read_subject(clause)
    return make_claim(
        document,
        clause,
        start=start,
        end=end,
        family=Family.ORDER,
        attribute="order|" + "|".join(sorted((first, then))),
        value=Order(first, then),
        subject=subject,
        subject_text=subject_text,
        attribute_text="、".join(name_event(step, "zh") for step in (first, then)),
        frame=clause_frame(clause),
        time_behaviour="fixed",
    )
