"""One body denies what another article says it has admitted.

What was denied and what was admitted is seldom told in the same words (请辞, 递辞呈); that one and the same speaker does both, and what
their sentences have in common, tells that it is one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from factcheck.alignment.linking import Linker
from factcheck.alignment.similarity import shared_words
from factcheck.claims.avowals import ADMITTED
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.poles import AVOWAL
from factcheck.comparison.surroundings import Surroundings, Trace, sentence_of
from factcheck.language.thesaurus import same_meaning
from factcheck.model import Claim, Kind, Polarity, Reason, Relation

__all__ = ["drop_repeated", "relate_avowals", "told_alike"]

NEEDED = 3
"""Points of evidence that make a denial and an admission of one speaker those of one thing, see `_evidence`."""


_QUOTED = re.compile("[“「]([^“”「」]{2,})[”」]")
_OF_BODIES = frozenset("方部局处会院厅署队组所社司")
"""Last characters that bodies of every kind have: they do not make two of them one (白沙警方, 白沙军方)."""


def relate_avowals(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """A denial and an admission, of two articles of one affair; None where nothing tells that they are of one thing."""
    assert isinstance(a.value, Polarity)
    assert isinstance(b.value, Polarity)
    if a.value.holds == b.value.holds or a.article == b.article or not around.linker.one_affair(a.article, b.article):
        return None
    speaker = _compare_speakers(a, b, around.linker)
    if speaker == 0:
        return None
    trace = Trace()
    found = _evidence(a, b, speaker, around)
    trace.steps += [(name, f"{points:+d}") for name, points in found]
    if sum(points for _, points in found) < NEEDED or not dict(found)["words"]:
        return None
    if not trace.passes("multiple", lambda: _tells_both(a, b, around) or _tells_both(b, a, around)):
        return trace.stopped(a, b)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.SAME_SPEAKER)


def drop_repeated(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> Iterator[Relation]:
    """The relations but for those between a denial and an admission whose very sentences contradict each other in what they tell."""
    relations = list(relations)
    told = {_sentences(r, claims) for r in relations if r.kind is Kind.CONTRADICTS and claims[r.a].attribute != AVOWAL}
    for relation in relations:
        if claims[relation.a].attribute != AVOWAL or _sentences(relation, claims) not in told:
            yield relation


def _sentences(relation: Relation, claims: Mapping[str, Claim]) -> frozenset[tuple[str, int]]:
    return frozenset(sentence_of(claims[c]) for c in (relation.a, relation.b))


def _evidence(a: Claim, b: Claim, speaker: int, around: Surroundings) -> list[tuple[str, int]]:
    """What speaks for the two being of one thing: (name, points). Symmetric."""
    found = [("speaker", speaker - 1)]
    yes = a if isinstance(a.value, Polarity) and a.value.holds else b
    if ADMITTED in yes.scope.qualifiers:
        found.append(("admitted", 1))
    words = shared_words(a.frame.words, b.frame.words)
    found.append(("words", 2 * min(2, words) if words else int(_one_short_verb(a, b) or _one_short_verb(b, a))))
    if all(sum(_compare_speakers(c, other, around.linker) > 0 for other in around.avowals.get(c.article, ())) == 1 for c in (a, b)):
        found.append(("sole", 1))
    return found


def _one_short_verb(one: Claim, other: Claim) -> bool:
    """Whether a verb of one character of one sentence stands in a word of the other's: 付了, 付钱."""
    return any(len(w) == 1 and any(w in x and x[0] == w for x in other.frame.words) for w in one.frame.words)


def _tells_both(one: Claim, other: Claim, around: Surroundings) -> Reason | None:
    """Whether the article of `one` tells of the opposite as well: it knows of both."""
    assert isinstance(one.value, Polarity)
    for claim in around.avowals.get(one.article, ()):
        assert isinstance(claim.value, Polarity)
        same = claim.value.holds != one.value.holds and _compare_speakers(claim, other, around.linker) > 0
        if same and (shared_words(claim.frame.words, one.frame.words) or ADMITTED in claim.scope.qualifiers):
            return Reason.MULTI_VALUED
    return None


def _compare_speakers(a: Claim, b: Claim, linker: Linker) -> int:
    """2 where the speakers of two claims are one (by name, or by the words for them), 1 where one of them may be anybody, 0 where they are
    two. Symmetric."""
    bodies = [[k for k in c.frame.participants if linker.type(k) in {"PER", "ORG"}] for c in (a, b)]
    if linker.any_related(*bodies):
        return 2
    one, two = (word_pattern(load_cues().speaks_for).sub("", c.frame.head) for c in (a, b))
    if told_alike(one, two) or same_meaning(one, two):
        return 2  # 太空总署, 航天局
    return int(any(c.frame.head in load_cues().anybody for c in (a, b)))


def told_alike(one: str, two: str) -> bool:
    """Whether the words for two speakers share a name or a noun (省考古院, 考古院院长), and not each has another name beside it."""
    if not one or not two:
        return False
    if set(_QUOTED.findall(one)) & set(_QUOTED.findall(two)):
        return True  # 反政府武装“红旗”发言人, 最大的反抗军“红旗”
    match = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
    if match.size < 2 or match.size < 0.6 * min(len(one), len(two)):
        return False
    first, second = one[: match.a] + one[match.a + match.size :], two[: match.b] + two[match.b + match.size :]
    return min(len(first), len(second)) <= 1 or bool(set(first) & set(second) - _OF_BODIES)
