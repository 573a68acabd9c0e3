"""What can be observed of a sentence that tells what somebody admits or confirms and of one of another article, where one of the two
negates, beside what any two sentences show (`observations`): whether the one who admits it is the one who denies it, and whether another
denial of that article is more like the admission."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from factcheck.alignment.linking import Linker
from factcheck.claims.avowals import ADMITTED
from factcheck.claims.poles import AVOWAL
from factcheck.claims.statements import Statement
from factcheck.comparison.observations import OBSERVED, Observer
from factcheck.comparison.speakers import avows, bare_speaker, bears_out, compare_speakers, find_bodies, is_denied
from factcheck.comparison.surroundings import sentence_of
from factcheck.model import Claim

__all__ = ["AVOWAL_OBSERVED", "AvowalObserver"]

_HELD = ("characters", "likeness", "denied_characters", "denied_words", "bigrams")
"""Observations of two sentences in which the denials of an article are held against each other."""
AVOWAL_OBSERVED = (
    *OBSERVED,
    "one_speaker",
    "speaker_told",
    "speaker_told_before",
    "speaker_ending",
    "gives_in",
    "avowed",
    "borne_out",
    "denial_said",
    "denials_told",
    "other_negates",
    "admission_negates",
    "both_admit",
    "denial_insists",
    "other_sweeping",
    "denial_answers",
    "denial_stressed",
    "other_quotes",
    "rivals",
    *(f"{name}_rank" for name in _HELD),
    *(f"{name}_beyond" for name in _HELD),
)
"""Names of the observations. `one_speaker`: `compare_speakers`, -1 where they are two, -2 where nobody is told to deny or to admit;
`speaker_told`, `speaker_told_before`: how many characters in a row of the words for the one who admits stand in the other sentence, in the
one before it; `speaker_ending`: whether their last two do; `rivals`: how many sentences of the other article negate; `…_rank`: how many of
these share more with the admission, `…_beyond`: how much more this one shares than the best of them."""
_QUOTES = ("「", "“")


class AvowalObserver:
    """Holds what is told to be admitted against the sentences of other articles."""

    def __init__(self, observer: Observer, claims: Sequence[Claim], linker: Linker) -> None:
        """`observer`: of the sentences; `claims`: of all articles."""
        self._observer = observer
        self._linker = linker
        self._bodies = find_bodies(claims)
        self._avowals: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        self._denials: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for claim in claims:
            if avows(claim):
                self._avowals[sentence_of(claim)].append(claim)
            elif is_denied(claim):
                self._denials[sentence_of(claim)].append(claim)

    def candidates(self) -> Iterator[tuple[Statement, Statement]]:
        """Each sentence below the headline that tells what is admitted, with each of another article of its affair where one of the two
        negates."""
        for one, other in self._observer.article_pairs:
            for here, there in ((one, other), (other, one)):
                for admission in filter(self._admits, self._observer.statements_of(here)):
                    yield from ((admission, t) for t in self._observer.statements_of(there) if self.is_candidate(admission, t))

    def is_candidate(self, admission: Statement, other: Statement) -> bool:
        """Whether the first of two sentences tells what somebody admits, and one of them negates. A headline must tell that somebody
        denies: its halves may tell two things (某院承认收回扣　家属：从未有官员露面)."""
        if not self._admits(admission):
            return False
        return self._is_denial(other) if other.claim.headline else _negates(admission) or self._denies(other)

    def _admits(self, statement: Statement) -> bool:
        told = "admits" in statement.signals or bool(self._avowals.get(sentence_of(statement.claim)))
        return told and not statement.claim.headline

    def _denies(self, statement: Statement) -> bool:
        return _negates(statement) or self._is_denial(statement)

    def _is_denial(self, statement: Statement) -> bool:
        return any(c.attribute == AVOWAL for c in self._denials.get(sentence_of(statement.claim), ()))

    def observe(self, admission: Statement, other: Statement) -> dict[str, float]:
        """The observations of a sentence that tells what is admitted and of one of another article by name (`AVOWAL_OBSERVED`)."""
        avowals = self._avowals.get(sentence_of(admission.claim), [])
        denials = self._denials.get(sentence_of(other.claim), [])
        found = self._observer.observe(admission, other)
        return {
            **found,
            **self._compare_speakers(avowals, denials, other),
            "gives_in": float(any(ADMITTED in c.scope.qualifiers for c in avowals)),
            "avowed": float(bool(avowals)),
            "borne_out": float(any(map(bears_out, avowals))),
            "denial_said": float(any(c.attribute == AVOWAL for c in denials)),
            "denials_told": float(bool(denials)),
            "other_negates": float(_negates(other)),
            "admission_negates": float(_negates(admission)),
            "both_admit": float("admits" in other.signals),
            "denial_insists": float("insists" in other.signals),
            "other_sweeping": float("sweeping" in other.signals),
            "denial_answers": float(any(c.frame.answers for c in denials)),
            "denial_stressed": float(any(c.frame.stressed for c in denials)),
            "other_quotes": float(any(mark in other.text for mark in _QUOTES)),
            **self._rank(admission, other, found),
        }

    def _compare_speakers(self, avowals: Sequence[Claim], denials: Sequence[Claim], other: Statement) -> dict[str, float]:
        """Whether the one who admits is the one who denies, or stands in the other sentence or before it."""
        known = [compare_speakers(no, yes, self._bodies, self._linker) for no in denials for yes in avowals]
        words = {bare_speaker(c.frame.head) for c in avowals} - {""}
        before = self._observer.before(other)
        return {
            "one_speaker": float(max((-1 if s is None else s for s in known), default=-2)),
            "speaker_told": max((_in_a_row(w, other.text) for w in words), default=0.0),
            "speaker_told_before": max((_in_a_row(w, before.text) for w in words), default=0.0) if before is not None else 0.0,
            "speaker_ending": float(any(w[-2:] in other.text for w in words)),
        }

    def _rank(self, admission: Statement, other: Statement, found: Mapping[str, float]) -> dict[str, float]:
        """How a sentence stands among those of its article that deny, by what they share with the admission."""
        rivals = [t for t in self._observer.statements_of(other.article) if t is not other and self._denies(t)]
        held = [self._observer.observe(admission, t) for t in rivals]
        ranks = {f"{name}_rank": float(sum(h[name] > found[name] for h in held)) for name in _HELD}
        beyond = {f"{name}_beyond": found[name] - max((h[name] for h in held), default=0.0) for name in _HELD}
        return {"rivals": float(len(rivals)), **ranks, **beyond}


def _negates(statement: Statement) -> bool:
    return any(p.negated for p in statement.passages)


def _in_a_row(words: str, text: str) -> float:
    return float(SequenceMatcher(None, words, text, autojunk=False).find_longest_match().size)
