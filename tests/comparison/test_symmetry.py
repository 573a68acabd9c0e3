"""Which of two claims comes first never matters: over pairs of claims of the corpora."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Callable, Iterator

import measure
import pytest
from groups import DEV, TUNING

from factcheck.alignment.linking import Linker, link_entities
from factcheck.alignment.pairing import candidate_pairs
from factcheck.articles import read_articles
from factcheck.claims.extract import extract_claims
from factcheck.comparison import gates, measures
from factcheck.comparison.relate import Surroundings, relate_claims
from factcheck.language import read_document
from factcheck.lexicon import load_attributes
from factcheck.model import Claim, Polarity

Pairs = list[tuple[Claim, Claim]]


@pytest.fixture(scope="module")
def world() -> list[tuple[Linker, Pairs]]:
    """For each open corpus its linker and its candidate pairs."""
    attributes, found = tuple(load_attributes()), []
    for corpus in (*DEV, *TUNING):
        extractions = {a.id: extract_claims(read_document(a), attributes) for a in read_articles([measure.CORPORA / corpus]).articles}
        claims = [claim for extraction in extractions.values() for claim in extraction.claims]
        linker = link_entities({key: extraction.entities for key, extraction in extractions.items()})
        found.append((linker, list(candidate_pairs(claims, linker))))
    return found


def gate_names() -> Iterator[str]:
    yield from (name for name in (*gates.__all__, *measures.__all__) if name.startswith(("gate_", "is_weak")))


@pytest.mark.parametrize("name", sorted(gate_names()))
def test_gates_are_symmetric(world: list[tuple[Linker, Pairs]], name: str) -> None:
    gate: Callable[..., object] = getattr(gates if hasattr(gates, name) else measures, name)
    takes_linker = "linker" in inspect.signature(gate).parameters
    for linker, pairs in world:
        more = (linker,) if takes_linker else ()
        lopsided = [(a.quote, b.quote) for a, b in pairs if gate(a, b, *more) != gate(b, a, *more)]
        assert lopsided == []


def test_relations_are_symmetric(world: list[tuple[Linker, Pairs]]) -> None:
    for linker, pairs in world:
        reported = defaultdict(list)
        for claim in {c.id: c for pair in pairs for c in pair}.values():
            reported[claim.attribute].append(claim)
        around = Surroundings(linker, reported)
        for a, b in pairs:
            one, two = relate_claims(a, b, around), relate_claims(b, a, around)
            assert (one is None) == (two is None), (a.quote, b.quote)
            if one is not None and two is not None:
                assert (one.kind, one.reason) == (two.kind, two.reason), (a.quote, b.quote)


def test_a_claim_never_contradicts_its_like(world: list[tuple[Linker, Pairs]]) -> None:
    """The same claim told by another article agrees or is not compared."""
    for linker, pairs in world:
        around = Surroundings(linker, {})
        for claim in {c.id: c for pair in pairs for c in pair}.values():
            if isinstance(claim.value, Polarity):
                continue  # two claims that something happened are never compared
            relation = relate_claims(claim, claim, around)
            assert relation is None or relation.kind.value in {"agrees", "incomparable"}, (claim.quote, relation)
