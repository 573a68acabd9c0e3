"""Two claims about persons and roles: who holds an office, who did it, who said it, what fills a role."""

from __future__ import annotations

from difflib import SequenceMatcher

from factcheck.alignment.similarity import noun_letters, noun_similarity
from factcheck.claims.roles import CAUSE
from factcheck.claims.themes import marks_of
from factcheck.comparison.deeds import is_deed, relate_deeds, themes_apart
from factcheck.comparison.happenings import DATE_WINDOW, fact_stance
from factcheck.comparison.holders import persons_apart, relate_holders
from factcheck.comparison.places import relate_spots
from factcheck.comparison.sameness import same_happening
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.comparison.times import days_apart, is_firm
from factcheck.language.contrasts import contrasted
from factcheck.language.thesaurus import groups_of, related, same_meaning
from factcheck.model import Claim, Family, Kind, Name, Reason, Relation

__all__ = ["relate_fillers", "relate_persons"]


def relate_persons(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two holders of one post, two who did one thing."""
    if a.family is Family.OFFICE and b.family is Family.OFFICE:
        return relate_holders(a, b, around)
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    trace = Trace()
    if a.attribute != b.attribute:
        return None
    if a.scope.of and b.scope.of:
        if not around.linker.related(a.scope.of, b.scope.of):
            return None
    elif not around.linker.any_related(
        (a.scope.of or a.subject, *a.frame.context, *a.frame.participants),
        (b.scope.of or b.subject, *b.frame.context, *b.frame.participants),
    ):
        return None
    trace.steps.append(("subject", "pass"))
    if a.family is Family.MEETING and not same_happening(a, b, around, trace):
        return None
    if a.family is Family.MEETING and not trace.passes("theme", lambda: themes_apart(a, b)):
        return trace.stopped(a, b)
    apart = persons_apart(a, b, around)
    if apart is not True:
        return trace.relation(a, b, *((Kind.INCOMPARABLE, Reason.UNRESOLVED) if apart is None else (Kind.AGREES, Reason.SAME_VALUE)))
    pa, pb = a.scope.period, b.scope.period
    if pa is not None and pb is not None and is_firm(pa) and is_firm(pb) and days_apart(pa, pb) > DATE_WINDOW:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_PERIOD)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)


DIFFERENT = 0.34
"""Fillers of one role that share a third of their characters or more may be one thing in other words."""


def relate_fillers(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two fillers of one role, two speakers of one quotation, two titles of one person."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if a.article == b.article or (not is_deed(a, b) and not around.linker.one_affair(a.article, b.article)):
        return None
    if a.attribute == "said":
        return _relate_speakers(a, b, around)
    if a.attribute == "title":
        return _relate_titles(a, b, around)
    if is_deed(a, b):
        return relate_deeds(a, b, around)
    trace = Trace()
    if not trace.passes("subject", lambda: _role_subject(a, b, around)):
        return None
    if not trace.passes("stance", lambda: fact_stance(a, b)):
        return trace.stopped(a, b)
    if around.linker.same(a.value.key, b.value.key):
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE)
    if a.value.type in {"GPE", "LOC"} and b.value.type in {"GPE", "LOC"}:
        if around.linker.related(a.value.key, b.value.key):
            return trace.relation(a, b, Kind.AGREES, Reason.MORE_PRECISE)
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)
    if "SPOT" in {a.value.type, b.value.type}:
        return relate_spots(a, b, around, trace)
    alike = noun_similarity(a.value.key, b.value.key)
    if alike is not None and alike >= 0.5:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE if a.value.key == b.value.key else Reason.MORE_PRECISE)
    if alike is None or alike >= DIFFERENT or a.value.type != b.value.type or _depths(a.value.key, b.value.key):
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)


def _role_subject(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Whether the role may be one: told once in each article, of nothing that is plainly another (the women's champion, the men's)."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if a.id not in around.sole or b.id not in around.sole:
        return Reason.MULTI_VALUED
    if a.subject_text and b.subject_text and not around.linker.related(a.subject, b.subject):
        return Reason.OTHER_SUBJECT
    if a.attribute == CAUSE:
        return _one_effect(a, b)
    whose = noun_similarity(a.frame.noun, b.frame.noun)
    told, other = (a, b) if noun_letters(a.frame.noun) else (b, a)
    if whose is None and a.value.type == b.value.type == "THING" and noun_letters(told.frame.noun):
        # one says of whom it is the cause of death, the other does not: what the other is about must show that it is of the same
        around_other = "".join((other.frame.topic, *other.frame.words))
        letters = noun_letters(told.frame.noun)
        if len(letters & noun_letters(around_other)) < SAME_THING * len(letters):
            return Reason.UNRESOLVED
    if contrasted(a.frame.noun, b.frame.noun) or _numbered_apart(a.frame.noun, b.frame.noun):
        return Reason.OTHER_SUBJECT
    one = bool(a.subject) and around.linker.same(a.subject, b.subject)
    return Reason.OTHER_SUBJECT if whose is not None and whose < 0.5 and not one else None


SAME_THING = 0.75
"""Share of the characters of what one article tells of (事故客机) that the other's sentence must hold."""


def _numbered_apart(a: str, b: str) -> bool:
    """Whether two phrases tell of two numbered things (甲案, 乙案)."""
    one, two = ({m for m in marks_of(text) if ":" in m} for text in (a, b))
    return bool(one and two and not one & two)


def _one_effect(a: Claim, b: Claim) -> Reason | None:
    """Whether two causes are of one thing: both say what, in the same words or synonyms; where one does not, the text around it tells of
    what the other says; where neither does, the texts around them share a happening."""
    one, two = a.frame.noun, b.frame.noun
    if one and two:
        one_scene = related(one, two) and bool(set(one) & set(two))  # 起火, 火警
        return None if one in two or two in one or same_meaning(one, two) or one_scene else Reason.OTHER_SUBJECT
    told, other = (a, b) if one else (b, a)
    if told.frame.noun:
        return None if _tells_of(other.frame.wording, told.frame.noun) else Reason.UNRESOLVED
    happened = [w for w in told.frame.words if len(w) >= 2 and groups_of(w)]
    return (
        None
        if any(_tells_of(other.frame.wording, w) for w in happened) or _tells_of(other.frame.wording, told.frame.topic)
        else Reason.UNRESOLVED
    )


def _tells_of(text: str, word: str) -> bool:
    """Whether a text has a word or a synonym of it."""
    if not word:
        return False
    return word in text or any(same_meaning(word, text[i : i + size]) for size in (2, 3) for i in range(len(text) - size + 1))


def _depths(a: str, b: str) -> bool:
    """Whether two causes may be one told at two depths: a word of one means the same as one of the other (电线短路, 线路短路)."""
    return any(same_meaning(a[i : i + 2], b[j : j + 2]) for i in range(len(a) - 1) for j in range(len(b) - 1) if groups_of(a[i : i + 2]))


def _relate_speakers(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """One sentence in quotation marks, from two mouths."""
    one, two = sorted((a.frame.wording, b.frame.wording), key=len)
    if SequenceMatcher(None, one, two, autojunk=False).ratio() < SAME_WORDS:
        return None
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    trace = Trace()
    trace.steps.append(("wording", "pass"))
    apart = persons_apart(a, b, around)
    if apart is None:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    return trace.relation(a, b, *((Kind.CONTRADICTS, Reason.OTHER_NAME) if apart else (Kind.AGREES, Reason.SAME_VALUE)))


SAME_WORDS = 0.85
"""Likeness from which two quotations are one, scripts and a character or two aside."""


def _relate_titles(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """One person with two titles that cannot both be right: head and deputy of one office, or two offices of two bodies."""
    if not around.linker.same(a.subject, b.subject):
        return None
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    trace = Trace()
    trace.steps.append(("subject", "pass"))
    rank_a, rank_b = "deputy" in a.scope.qualifiers, "deputy" in b.scope.qualifiers
    one_body = not (a.scope.of and b.scope.of) or around.linker.related(a.scope.of, b.scope.of)
    if a.frame.concept == b.frame.concept and one_body:
        if rank_a == rank_b:
            return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE)
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)
    if a.scope.of and b.scope.of and not one_body and a.frame.concept != b.frame.concept:
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)
    return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_ATTRIBUTE)
