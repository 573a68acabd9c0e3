"""Who denies and who admits: whether the words for two speakers are those of one body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.alignment.linking import Linker
from factcheck.alignment.pairing import is_denial
from factcheck.claims.cues import load_cues
from factcheck.claims.poles import AVOWAL
from factcheck.comparison.answered import tells_of_tie
from factcheck.comparison.avowals import told_alike
from factcheck.model import Claim, Family, Name, Polarity, Stance

__all__ = ["ONE_SPEAKER", "Bodies", "avows", "bare_speaker", "bears_out", "compare_speakers", "disavows", "find_bodies", "is_denied"]

ONE_SPEAKER = 2
"""What `compare_speakers` says where the two are surely one."""
Bodies = Mapping[tuple[str, str], set[str]]
"""By article and person, the bodies he speaks for ("" where only his title is told) and what he may be called (闻校长)."""
_UNREAL = {Stance.PLANS, Stance.FORECASTS, Stance.SUPPOSES, Stance.OPINES, Stance.UNCONFIRMED}
_POINTED = ("该", "其", "他", "她")
"""Opens the words for one who was named before: he is not anybody."""
_BY_NOW = re.compile("自己|已[经經]|早[已就]")
"""Words by which a body is said to have borne out what it did not tell at first."""


def avows(claim: Claim) -> bool:
    """Whether a claim is that somebody admits or confirms something."""
    return claim.attribute == AVOWAL and isinstance(claim.value, Polarity) and claim.value.holds


def disavows(claim: Claim) -> bool:
    """Whether a claim is that somebody denies something."""
    return claim.attribute == AVOWAL and isinstance(claim.value, Polarity) and not claim.value.holds


def bears_out(claim: Claim) -> bool:
    """Whether a claim is that somebody has admitted or confirmed something himself, or by now."""
    return avows(claim) and _BY_NOW.search(claim.quote) is not None


def is_denied(claim: Claim) -> bool:
    """Whether a claim is that somebody denies something, or that something is not so; what only tells two bodies apart is left out."""
    if claim.attribute == AVOWAL:
        return disavows(claim) and not any(map(tells_of_tie, claim.frame.words))
    return is_denial(claim) and claim.stance not in _UNREAL and not tells_of_tie(claim.frame.head)


def find_bodies(claims: Iterable[Claim]) -> Bodies:
    """See `Bodies`."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.family is not Family.OFFICE or not isinstance(claim.value, Name):
            continue
        if claim.value.type == "PER":
            found[claim.article, claim.value.key].add(claim.subject)
        elif claim.subject:
            found[claim.article, claim.subject] |= {"", claim.subject[0] + claim.value.text[-2:]}
            # the words for an office end with its own word of two characters
    return found


def compare_speakers(no: Claim, yes: Claim, bodies: Bodies, linker: Linker) -> int | None:
    """How far the speakers of a denial and of an admission are one: 2, 1 where one of them may be anybody, 0 where the denial names none,
    None where they are two."""
    anybody = load_cues().anybody
    told = bare_speaker(yes.frame.head)
    names = [k for k in yes.frame.participants if linker.type(k) in {"PER", "ORG"}]
    if not no.speaker:
        return 0
    belongs = bodies.get((no.article, no.speaker), set())
    ours = [no.speaker, *no.frame.participants] if no.attribute == AVOWAL else [no.speaker]
    if linker.any_related([*ours, *belongs - {""}], names):
        return ONE_SPEAKER
    if any(told_alike(w, told) for w in {no.speaker, *belongs} if w):
        return ONE_SPEAKER
    if told in anybody or "" in belongs or (bare_speaker(no.speaker) in anybody and not no.speaker.startswith(_POINTED)):
        return 1
    return None


def bare_speaker(phrase: str) -> str:
    """The words for a body without what only stresses them: 院方自己."""
    for word in ("自己", "本人", "自身", "方面", "那边"):
        if phrase.endswith(word) and len(phrase) > len(word):
            return phrase.removesuffix(word)
    return phrase
