"""What a body has denied in one article and admitted in another, where little that their sentences share tells that it is one thing.

Whoever gives in (承认, 松口, 认了) gives in on what has been held against him: of one affair, that is what he has denied, in whatever words
(始终没有越过, 确实摸过了河). Who is said to have borne it out himself by now (自己已经证实) has as well, where he denied something
outright. What other comparers have related is left out, and each denial and each admission is used once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claims.avowals import ADMITTED
from factcheck.claims.poles import AVOWAL
from factcheck.comparison.answered import TOLD, find_things, overlap
from factcheck.comparison.gates import gate_place
from factcheck.comparison.polarities import gate_population, only_further, polarity_stance
from factcheck.comparison.speakers import ONE_SPEAKER, avows, bears_out, compare_speakers, disavows, find_bodies, is_denied
from factcheck.comparison.surroundings import Surroundings, Trace, sentence_of
from factcheck.model import CONFLICT, Claim, Kind, Polarity, Reason, Relation

__all__ = ["find_admitted"]

SHARED = 0.7
"""What a denial and an admission must share (`answered.find_things`) where the denial is neither told as one nor stressed, or where the
words for its speaker are any body's."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A denial, an admission, how far their speakers are one (2, 1: one of them may be anybody, 0: the denial names none) and the
    worth of the words they share."""

    no: Claim
    yes: Claim
    speaker: int
    things: float

    @property
    def rank(self) -> tuple[object, ...]:
        no, yes = self.no, self.yes
        said = no.attribute == AVOWAL
        return (-self.things, -self.speaker, not said, no.article, no.span.start, yes.article, yes.span.start, no.id, yes.id)


def find_admitted(claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings) -> Iterator[Relation]:
    """Contradictions between denials and admissions of one body that nothing else has related."""
    by_id = {c.id: c for c in claims}
    settled: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in (by_id[c] for r in relations if r.kind in CONFLICT for c in (r.a, r.b) if c in by_id):
        settled[sentence_of(claim)].append(claim)
    told = [c for c in claims if not c.headline]
    denials = {sentence_of(c) for c in told if disavows(c)}
    # 承认妨碍司法公正，不承认误杀: what such a sentence shares with a denial may be what it denies itself
    admissions = [c for c in told if (_is_admission(c) or bears_out(c)) and not settled[sentence_of(c)] and sentence_of(c) not in denials]
    if not admissions:
        return
    bodies, common = find_bodies(claims), around.counterparts.counts
    pairs = []
    for no in (c for c in told if is_denied(c) and not any(overlap(c, other) for other in settled[sentence_of(c)])):
        for yes in admissions:
            if no.article == yes.article or not around.linker.one_affair(no.article, yes.article):
                continue
            speaker = compare_speakers(no, yes, bodies, around.linker)
            if speaker is not None and (_is_admission(yes) or (no.attribute == AVOWAL and speaker == ONE_SPEAKER)):
                pairs.append(_Pair(no, yes, speaker, find_things(no, yes, around, common)))
    stressed = frozenset(sentence_of(c) for c in claims if c.frame.stressed)
    used: set[tuple[str, int]] = set()
    for pair in sorted(pairs, key=lambda p: p.rank):
        places = {sentence_of(pair.no), sentence_of(pair.yes)}
        if used & places or not _is_one(pair, stressed):
            continue
        relation = _relate(pair, around)
        if relation is not None:
            used |= places
            yield relation


def _is_admission(claim: Claim) -> bool:
    return avows(claim) and ADMITTED in claim.scope.qualifiers


def _is_one(pair: _Pair, stressed: frozenset[tuple[str, int]]) -> bool:
    """Whether what was denied is what was admitted. `stressed`: the sentences that stress a denial."""
    if pair.things >= SHARED:
        return True
    said = pair.no.attribute == AVOWAL and (pair.things >= TOLD or sentence_of(pair.no) in stressed)
    return bool(pair.speaker) and (said or pair.no.frame.stressed)


def _relate(pair: _Pair, around: Surroundings) -> Relation | None:
    no, yes = pair.no, pair.yes
    so, not_so = replace(yes, value=Polarity(True, "")), replace(no, value=Polarity(False, ""))
    trace = Trace()
    trace.steps += [("speaker", f"{pair.speaker:+d}"), ("things", f"{pair.things:.2f}")]
    for name, gate in (
        ("stance", lambda: polarity_stance(not_so, so)),
        ("population", lambda: gate_population(not_so, so)),
        ("place", lambda: gate_place(not_so, so, around.linker)),
        ("further", lambda: only_further(not_so, so)),
    ):
        if not trace.passes(name, gate):
            return None
    return trace.relation(no, yes, Kind.CONTRADICTS, Reason.SAME_SPEAKER if pair.speaker else Reason.OPPOSITE)
