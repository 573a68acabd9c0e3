"""Why two dates that lie apart are of two happenings of one kind: two of a row, two who did it, two things it was done to."""

from __future__ import annotations

import re
from itertools import product

from factcheck.alignment.linking import Linker
from factcheck.alignment.similarity import letters_overlap, noun_letters, noun_similarity, same_predicate
from factcheck.claims.date_marks import rows_in
from factcheck.claims.nouns import noun_group
from factcheck.model import Claim, Period, Polarity, Reason

__all__ = ["OF_ITSELF", "of_two_happenings", "on_one_market", "two_of_a_kind", "two_of_a_row", "two_persons", "two_rounds", "two_who_did"]

OF_ITSELF = frozenset(
    {
        "cancel",
        "postpone",
        "close",
        "suspend",
        "resume",
        "open_up",
        "complete",
        "damage",
        "destroy",
        "sell",
        "publish",
        "hold",
        "begin",
        "end",
    }
)
"""Types whose subject, where no object is said, is what it is done to."""
_BEARERS = frozenset({"PER", "ORG", "PRODUCT", "WORK"})


def of_two_happenings(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    """The reason for which two dates told of one kind of happening are those of two, None where none shows. Symmetric."""
    if two_of_a_row(a, b):
        return Reason.OTHER_EVENT
    if two_who_did(a, b, linker):
        return Reason.OTHER_SUBJECT
    if on_one_market(a, b) or on_one_market(b, a):
        return Reason.OTHER_PLACE
    fa, fb = a.frame, b.frame
    if two_of_a_kind(fa.noun, fb.noun) or two_of_a_kind(fa.head, fb.head):
        return Reason.OTHER_SUBJECT
    if _other_object(a, b, linker) or _other_bearer(a, b, linker) or _part_before(a, b) or _part_before(b, a):
        return Reason.OTHER_EVENT
    return None


def two_of_a_row(a: Claim, b: Claim) -> bool:
    """Whether the claims tell of two of one row (第二只, 第三只; 首名死者, 其余两人), or one of a later one and the other of none."""
    one, two = ({q for q in c.scope.qualifiers if q.startswith("#")} for c in (a, b))
    return not one & two and bool((one | two) - {"#1"})


def two_rounds(a: Claim, b: Claim) -> bool:
    """Whether both claims tell which of a row they are of, by their marks or their nouns, and it is not one (首轮会谈, 第二轮谈判)."""
    one, two = ({*(q for q in c.scope.qualifiers if q.startswith("#")), *rows_in(c.frame.noun)} for c in (a, b))
    return bool(one and two) and not one & two


def two_persons(a: Claim, b: Claim, linker: Linker) -> bool:
    """Whether that something is so and that it is not are each told of a person of his own, in so many words: 他开了三枪, 杜某没有开枪."""
    told = isinstance(a.value, Polarity) and a.subject_text and b.subject_text
    return bool(told) and linker.type(a.subject) == linker.type(b.subject) == "PER" and not linker.related(a.subject, b.subject)


def two_who_did(a: Claim, b: Claim, linker: Linker) -> bool:
    """Whether each names a person, body or thing of its own that it happened to, none of them known in the other's clause."""
    if not a.subject_text or not b.subject_text or linker.related(a.subject, b.subject):
        return False
    if linker.any_related([a.subject], b.frame.participants) or linker.any_related([b.subject], a.frame.participants):
        return False
    kinds = {linker.type(a.subject), linker.type(b.subject)}
    return kinds <= _BEARERS and len(kinds) == 1 and not ("ORG" in kinds and _one_body(a.subject_text, b.subject_text))


def _one_body(a: str, b: str) -> bool:
    """Whether two names may be those of one body: the one in short (人代会, 人民代表大会), without whose it is (海军, 某国海军), or one
    name with two words for a body behind it (青岭议会, 青岭国会)."""
    short, long = sorted((a, b), key=len)
    if len(short) >= 2 and long.endswith(short):
        return True
    rest = iter(long)
    if len(short) >= 3 and all(c in rest for c in short):
        return True
    lead = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(short))
    return lead >= 2 and bool(a[lead:] and b[lead:]) and (noun_similarity(a[lead:], b[lead:]) or 0.0) == 1.0


_MARKETS = ("香港", "澳门", "台湾", "本港", "本澳", "全港", "全台", "港澳")
"""Regions with a press of their own, which tells beside an affair elsewhere what it means at home."""


def on_one_market(claim: Claim, other: Claim) -> bool:
    """Whether a claim is told of one such region alone (香港行货22日登场) and the other claim and its article know nothing of it."""
    here = {m for m in _MARKETS if any(m in name for name in (*claim.frame.places, claim.frame.noun, *_set_places(claim)))}
    there = (*other.frame.places, *other.frame.participants, *other.frame.context, other.frame.noun, other.subject)
    return bool(here) and not any(m in name for m in _MARKETS for name in there)


def _set_places(claim: Claim) -> list[str]:
    """The places that the sentence had set down before a figure (台湾今年累计1040例，其中3人死亡)."""
    return [mark.removeprefix("place:") for mark in claim.frame.setting if mark.startswith("place:")]


def two_of_a_kind(a: str, b: str) -> bool:
    """Whether two nouns are two of one kind: one last word of two characters and nothing else in common (日本救援队, 韩国救援队), or
    one last character in words of one length (酒税, 烟税)."""
    tail = 0
    while tail < min(len(a), len(b)) and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    one, two = a[: len(a) - tail], b[: len(b) - tail]
    if not tail or not one or not two or set(one) & set(b) or set(two) & set(a):
        return False
    if tail == 1 and (len(one) != len(two) or noun_similarity(a, b) == 1.0 or noun_group(a)):
        return False
    return same_predicate(one, two) is not True and noun_similarity(one, two) != 1.0


def _other_object(a: Claim, b: Claim, linker: Linker) -> bool:
    """Whether both verbs have an object, and it is not one."""
    fa, fb = a.frame, b.frame
    heads = _without_names(a, fa.head, linker, b), _without_names(b, fb.head, linker, a)
    if all(len(noun_letters(head)) >= 2 for head in heads):
        straight = noun_similarity(*heads)
        crossed = max((letters_overlap(x, y) for x, y in ((fa.head, fb.noun), (fa.noun, fb.head))), default=0.0)
        return straight is not None and straight < 0.5 and crossed < 0.5
    return False


def _other_bearer(a: Claim, b: Claim, linker: Linker) -> bool:
    """Whether it happened to two things: nouns of two characters or more, names left out, that share none and mean two things."""
    bearers = _bearers(a, linker, b), _bearers(b, linker, a)
    if a.frame.concept == b.frame.concept and a.frame.concept in OF_ITSELF and _of_one_name(a, b):
        bearers = bearers[0][:1], bearers[1][:1]  # 云岭缆车恢复运行, 云岭轮渡恢复运行: the object says nothing
    if not all(bearers):
        return False
    return not any(x in y or y in x or set(x) & set(y) or (noun_similarity(x, y) or 0.0) > 0.0 for x, y in product(*bearers))


_PART = re.compile(r"^(?:大?部分|局部|个别|少数|多数|首批|各别|九成|八成|过半|半数)")
_EVERYBODY = re.compile(
    r"(?:大?部分|局部|个别|少数|多数|首批|全[国省市县区镇村城港台线境体部]|整[条个座]|各[地区处]|所有|受影响|地区|区域|地方|用户|住户|居民|市民|民众|线路|一带)+$"
)
"""Nouns that only tell how far it reached (全市用户, 部分地区), not what it happened to."""


def _part_before(part: Claim, whole: Claim) -> bool:
    """Whether one says that a part of it came first and the other tells of the rest (部分地区12日复电, 全市13日复电)."""
    one, two = part.value, whole.value
    told = _PART.match(part.frame.noun) is not None and _PART.match(whole.frame.noun) is None
    if not told or not isinstance(one, Period) or not isinstance(two, Period) or one.start is None or two.start is None:
        return False
    return one.start < two.start


def _of_one_name(a: Claim, b: Claim) -> bool:
    """Whether both nouns open with one name and go on after it: two things of one place or owner."""
    names = {a.subject_text, *a.frame.participants, *a.frame.places} & {b.subject_text, *b.frame.participants, *b.frame.places} - {""}
    return any(all(c.frame.noun.startswith(name) and len(c.frame.noun) >= len(name) + 2 for c in (a, b)) for name in names)


def _bearers(claim: Claim, linker: Linker, other: Claim) -> tuple[str, ...]:
    nouns = (_without_names(claim, noun, linker, other) for noun in (claim.frame.noun, claim.frame.head))
    return tuple(noun for noun in nouns if len(noun_letters(noun)) >= 2 and not _EVERYBODY.fullmatch(noun))


def _without_names(claim: Claim, noun: str, linker: Linker, other: Claim) -> str:
    """A noun without the names in it; a title that the other claim does not name tells what it is (安排协议) and stays."""
    known = {other.subject_text, *other.frame.participants}
    for name in (claim.subject_text, *claim.frame.participants):
        noun = noun.replace(name, "") if name and (name in known or linker.type(name) != "WORK") else noun
    return noun
