"""Two holders of one post: one person in other words, two persons of two bodies, or a conflict."""

from __future__ import annotations

import re

from factcheck.alignment.similarity import letters_overlap, noun_letters
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.holders import AMBIGUOUS, APPOINTED, CHANGING, INFERRED, STAYING
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.language.contrasts import contrasted
from factcheck.mentions.names.apart import surely_apart
from factcheck.model import Claim, Kind, Name, Reason, Relation, Stance

__all__ = ["persons_apart", "relate_holders", "told_together"]

TERM_DAYS = 45.0
"""Days between two articles beyond which a post may have changed hands unreported."""


def told_together(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two claims stand in one affair, or at least share a name around them and are of no two affairs of several articles each."""
    if around.linker.one_affair(a.article, b.article):
        return True
    if around.linker.two_affairs(a.article, b.article):
        return False
    if around.linker.share_name(a.article, b.article):
        return True
    bodies = [_whose(c) for c in (a, b)]
    if min(map(len, bodies)) >= 2 and _one_in_other(*bodies):
        return True
    names = [(c.scope.of, c.subject, *c.frame.context, *c.frame.participants) for c in (a, b)]
    return around.linker.any_related([n for n in names[0] if n], [n for n in names[1] if n])


def persons_apart(a: Claim, b: Claim, around: Surroundings) -> bool | None:
    """Whether the persons of two claims are surely two (True), surely one (False), or may be either (None)."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if around.linker.same(a.value.key, b.value.key) or _cut_short(a, b, around) or _cut_short(b, a, around):
        return False
    return surely_apart(a.value.key, b.value.key)


def _cut_short(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether the name of `a` is the beginning of the other's last name, which is foreign and was read to its end there: 船长维里|察."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    _, dot, last = around.linker.key(b.value.key).rpartition("·")
    return dot != "" and len(a.value.key) < len(last) and last.startswith(a.value.key)


def relate_holders(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two holders of one post."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if a.attribute != b.attribute or a.article == b.article or not told_together(a, b, around):
        return None
    trace = Trace()
    apart = persons_apart(a, b, around)
    one_body = trace.passes("subject", lambda: _one_body(a, b, around))
    if apart is False and trace.reason is not Reason.OTHER_SUBJECT:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE)
    if not one_body:
        return trace.stopped(a, b)
    if apart is None:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    gates = (
        ("stance", lambda: _one_tense(a, b)),
        ("holder", lambda: _one_holder(a, b, around)),
        ("term", lambda: _one_term(a, b, around)),
    )
    for name, gate in gates:
        if not trace.passes(name, gate):
            return trace.stopped(a, b)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)


_UNREAL = {Stance.PLANS, Stance.FORECASTS, Stance.SUPPOSES, Stance.DENIES}


def _one_tense(a: Claim, b: Claim) -> Reason | None:
    """Whether both tell of who holds the post now, or both outright of who is to hold it (将留任, 将出任): one post, one time."""
    ahead = [c.stance is Stance.PLANS or (c.stance is Stance.ASSERTS and STAYING in c.scope.qualifiers) for c in (a, b)]
    planned = all(ahead) and all(APPOINTED in c.scope.qualifiers for c in (a, b))
    return Reason.PLAN_AGAINST_RESULT if {a.stance, b.stance} & _UNREAL and not planned else None


def _one_body(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Whether the posts are of one body. Where the bodies are unknown, only a post that an affair has one of may be compared, or one that
    both tell of outright."""
    one, two = a.scope.of, b.scope.of
    if AMBIGUOUS in {one, two}:
        return Reason.UNRESOLVED
    if not _leads_meet(a.frame.noun, b.frame.noun, one, two) or contrasted(
        *("".join((_whose(c), c.frame.topic, *c.frame.words)) for c in (a, b))
    ):
        return Reason.OTHER_SUBJECT
    known, bare = (a, b) if one else (b, a)
    affair = around.linker.one_affair(a.article, b.article)
    taken_up = affair and INFERRED in known.scope.qualifiers
    told = bool(one) != bool(two) and not taken_up and len(noun_letters(bare.frame.noun)) >= 2
    if told and letters_overlap(bare.frame.noun, _whose(known)) < LIKE_LEADS:
        return Reason.UNRESOLVED  # 云港城主教练, 客队主帅: the words tell of some body, and not of this one
    if one and two and _both_named(a, b, around):
        return Reason.OTHER_SUBJECT
    if one and two:
        if around.linker.related(one, two) or _one_in_other(one, two):
            return None
        return Reason.UNRESOLVED if any(INFERRED in c.scope.qualifiers for c in (a, b)) else Reason.OTHER_SUBJECT
    if a.scope.part == "affair":
        return None
    if APPOINTED in a.scope.qualifiers and APPOINTED in b.scope.qualifiers and not (one or two):
        return None
    if _one_in_other(_whose(a), _whose(b)):
        return None
    if affair and (one or two):
        return None  # one of them names the body, the other speaks of none
    if affair and a.frame.concept.startswith("office|minister:") and _one_state(a, b, around):
        return None
    return Reason.UNRESOLVED


def _one_state(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether both posts are told of no state, and the articles go on about one: a body or place around one is around the other too."""
    bare = not a.scope.of and not b.scope.of and not (_own_words(a) and _own_words(b))
    return bare and around.linker.any_same(a.frame.context, b.frame.context)


def _own_words(claim: Claim) -> bool:
    """Whether words before the head may name a body."""
    return len(noun_letters(claim.frame.noun)) >= 2


def _both_named(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether one of the articles names both bodies, so that neither name is the other cut short."""
    one, two = a.scope.of, b.scope.of
    if around.linker.related(one, two) or min(len(one), len(two)) < 3 or one[-1] != two[-1]:
        return False  # 岚屿, 岚屿航运: a place and a body called after it
    return any(around.linker.named_in(article, one) and around.linker.named_in(article, two) for article in (a.article, b.article))


LIKE_LEADS = 0.5
"""Share of the shorter words' characters from which what stands before a head may tell of a body."""
_UNIT_ENDS = re.compile(r"[科室部处组队局厅所中心委]+$")


def _one_in_other(a: str, b: str) -> bool:
    """Whether the shorter of two names of bodies is the longer one's, cut short, and not that of a body around or under it."""
    if not a or not b or letters_overlap(a, b) < SAME_BODY:
        return False
    inner = word_pattern(load_cues().inner_bodies_in)
    return not inner.search(max(a, b, key=len)) or bool(inner.search(min(a, b, key=len)))


def _whose(claim: Claim) -> str:
    """All that a claim tells of whose post it is: the body and the words before the head."""
    body, lead = claim.scope.of.replace(AMBIGUOUS, ""), claim.frame.noun
    return lead if body in lead else body + lead


SAME_BODY = 0.99
"""Share of the shorter name's characters that the longer one must hold (飞橙 in 飞橙科技, 工会 in 松原铁路公司工会)."""


def _leads_meet(a: str, b: str, body_a: str, body_b: str) -> bool:
    """Whether the words before the two heads speak of one thing: 药剂科 and 胸外科 do not, though both are of one hospital."""
    rest_a, rest_b = (lead.replace(body, "") for lead, body in ((a, body_a or "\n"), (b, body_b or "\n")))
    rest_a, rest_b = (_UNIT_ENDS.sub("", rest) for rest in (rest_a, rest_b))
    if not noun_letters(rest_a) or not noun_letters(rest_b):
        return True
    return letters_overlap(rest_a, rest_b) >= 0.5 or _one_in_other(a, b)


def _one_holder(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Whether each article knows one holder of the post, and neither knows the other's person without calling him so."""
    for claim, other in ((a, b), (b, a)):
        for third in around.reported.get(claim.attribute, ()):
            if third.article == claim.article and persons_apart(third, claim, around) is not False:
                told = third.scope.of and claim.scope.of and not around.linker.related(third.scope.of, claim.scope.of)
                if not told:
                    return Reason.MULTI_VALUED
        assert isinstance(other.value, Name)
        if around.linker.named_in(claim.article, other.value.key) and APPOINTED not in claim.scope.qualifiers:
            return Reason.UNRESOLVED
    return None


def _one_term(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Whether nothing says that the post changed hands between the two, and both call the holder by one rank (代理校长 is no 校长)."""
    ranks = [{*c.scope.qualifiers} - {APPOINTED, CHANGING, INFERRED, STAYING} for c in (a, b)]
    if all(APPOINTED in c.scope.qualifiers for c in (a, b)):
        ranks = [rank - {"new"} for rank in ranks]
    if ranks[0] != ranks[1]:
        return Reason.OTHER_PERIOD
    changing = [CHANGING in c.scope.qualifiers for c in (a, b)]
    if any(changing) and not all(APPOINTED in c.scope.qualifiers for c in (a, b)):
        return Reason.OTHER_PERIOD
    if a.published and b.published and abs((a.published.replace(tzinfo=None) - b.published.replace(tzinfo=None)).days) > TERM_DAYS:
        return Reason.OTHER_PERIOD
    return None
