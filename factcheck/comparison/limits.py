"""What a denial is limited to, against what a report is of: other parts of a whole, another time, other people, things that differ in
what each says of them."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.alignment.similarity import noun_letters
from factcheck.claims.limits import BEFORE, ON
from factcheck.claims.nouns import noun_group
from factcheck.claims.poles import load_poles
from factcheck.comparison.surroundings import Surroundings
from factcheck.language.thesaurus import related, same_meaning
from factcheck.model import Claim, Family, Polarity, Reason, Stance

__all__ = ["TELLS_NOTHING", "by_polarity", "covers", "gate_limits"]

TELLS_NOTHING = load_poles().vague
"""Objects that any verb may have: that both are said to have had an influence says nothing of who had it."""


def by_polarity(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """The claim that denies and the one that reports; the two as they come where the first says nothing of the kind."""
    return (b, a) if isinstance(a.value, Polarity) and a.value.holds else (a, b)


def _only_allows(no: Claim, yes: Claim) -> bool:
    """Whether a report tells what may be done, and the denial that it was done: 准许拖车停放, 从未停放过拖车."""
    verb = yes.frame.predicate
    if yes.family is not Family.ACT or not same_meaning(verb, "允许"):
        return False
    return not any(same_meaning(w, verb) or same_meaning(w, "允许") for w in (no.frame.predicate, *no.frame.words))


def gate_limits(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Whether a report falls outside what a denial is limited to."""
    assert isinstance(a.value, Polarity)
    no, yes = by_polarity(a, b)
    moment, other = _moment(no), _moment(yes)
    swept = "sweeping" in yes.scope.qualifiers and "sweeping" not in no.scope.qualifiers  # 未作任何删减: the denial is of the other pole
    if moment and not swept and not (other and noun_letters(moment) & noun_letters(other)):
        return Reason.OTHER_PERIOD
    if _overtaken(no, yes):
        return Reason.OTHER_PERIOD
    if _only_allows(no, yes):
        return Reason.PLAN_AGAINST_RESULT
    told, reported = _parts(no), _parts(yes)
    if told and not told & reported:
        return Reason.PART_AND_WHOLE if not reported else Reason.OTHER_SUBJECT
    if _other_person(a, b, around):
        return Reason.OTHER_SUBJECT
    field = load_poles().fields.get(no.frame.concept)
    whole = field is not None and field.single  # 袭击没有造成财产损失: whatever was damaged, and by what
    if not whole and Stance.DENIES not in {a.stance, b.stance} and _differ(no, yes):
        return Reason.OTHER_SUBJECT
    return None


def _moment(claim: Claim) -> str:
    return next((mark.removeprefix(BEFORE) for mark in claim.scope.qualifiers if mark.startswith(BEFORE)), "")


def _parts(claim: Claim) -> set[str]:
    return {mark for mark in claim.scope.qualifiers if not mark.isascii() and not mark.startswith(BEFORE)}


def _overtaken(no: Claim, yes: Claim) -> bool:
    """Whether what is reported came after the moment up to which the denial is told (截至3日)."""
    since = yes.scope.period.start if yes.scope.period is not None else None
    if no.as_of is None or no.as_of.end is None or no.published is None or since is None:
        return False
    return no.as_of.end.date() < no.published.date() and since >= no.as_of.end


def _other_person(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether each is told of a person, and not of one and the same (何某没有上诉, 梁某已上诉)."""
    linker = around.linker
    people = [[k for k in (c.subject, *c.frame.participants) if k and linker.type(k) == "PER"][:3] for c in (a, b)]
    if not all(people) or linker.any_related(*people):
        return False
    return all(linker.type(c.subject) == "PER" for c in (a, b)) and not linker.any_related(people[0], b.frame.context) | linker.any_related(
        people[1], a.frame.context
    )


def _differ(no: Claim, yes: Claim) -> bool:
    """Whether the two say different things of what bears one noun (增发新股的议案, 修改章程的议案), or of what was talked about
    (就边境问题, 就渔业合作). A universal denial of a sort of thing (没有任何改签费用) is against that sort only."""
    words = _all_words(no), _all_words(yes)
    for one in no.frame.about:
        for two in yes.frame.about:
            first, then = one.split(), two.split()
            on = first[0] == then[0] == ON
            if not on and not (first[-1] == then[-1] or (noun_group(first[-1]) and noun_group(first[-1]) == noun_group(then[-1]))):
                continue
            alone = [w for w in (first[1:] if on else first[:-1]) if w not in TELLS_NOTHING and not covers(words[1], w)]
            other = [w for w in (then[1:] if on else then[:-1]) if w not in TELLS_NOTHING and not covers(words[0], w)]
            universal = {"sweeping", "none"} & set(no.scope.qualifiers) and one.replace(" ", "") in no.frame.head
            if alone and (other or universal):
                return True
    return False


def _all_words(claim: Claim) -> set[str]:
    frame = claim.frame
    return {*frame.words, frame.noun, frame.head, frame.topic, frame.predicate, claim.subject, *frame.participants} - {""}


def covers(words: Iterable[str], word: str) -> bool:
    """Whether one of the words may tell of the same as a word: a character in common, one group, or one scene."""
    letters, group = set(word), noun_group(word)
    return any(letters & set(other) or (group and group == noun_group(other)) or related(word, other) for other in words)
