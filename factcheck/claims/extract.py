"""One article in, its claims out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.claims.answers import mark_answers
from factcheck.claims.arithmetic import ArithmeticCheck, check_arithmetic
from factcheck.claims.avowals import find_avowals
from factcheck.claims.clauses import Clause, cut_clauses
from factcheck.claims.concepts import load_concepts
from factcheck.claims.context import mark_context
from factcheck.claims.deeds import extract_deeds
from factcheck.claims.events import extract_events
from factcheck.claims.leftovers import is_bare
from factcheck.claims.people import extract_people
from factcheck.claims.quantities import extract_quantities
from factcheck.claims.quotations import extract_quotations
from factcheck.claims.roles import extract_roles
from factcheck.claims.slots import find_slots
from factcheck.claims.stance import mark_stances
from factcheck.claims.statements import Statement, read_statements
from factcheck.claims.states import find_denied_things, find_states
from factcheck.claims.timing import read_clause_times
from factcheck.language.document import Document
from factcheck.lexicon import AttributeEntry
from factcheck.mentions import read_mentions
from factcheck.mentions.entities import read_entities
from factcheck.mentions.types import EntityMention
from factcheck.model import Claim

__all__ = ["Extraction", "extract_claims"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says. `claims` in reading order, ids unique; `checks`: arithmetic that does not come out; `entities`: its names;
    `coverage`: counts of what was read and what was left, with the reason; `wordings`: the content words of each sentence of its text (the
    headline left out) by the place where it starts, whether or not a claim was made of it."""

    article: str
    claims: tuple[Claim, ...]
    checks: tuple[ArithmeticCheck, ...]
    entities: tuple[EntityMention, ...]
    coverage: Mapping[str, int]
    wordings: Mapping[int, frozenset[str]]
    slots: tuple[Claim, ...] = ()
    """Persons and places that may be set against another article's (`claims.slots`); no claims by themselves."""
    statements: tuple[Statement, ...] = ()
    """Every sentence as it tells something (`claims.statements`)."""


def extract_claims(document: Document, attributes: Sequence[AttributeEntry], entities: Sequence[EntityMention] | None = None) -> Extraction:
    """The claims of a document. Deterministic; every claim quotes the original (`text[start:end] == quote`). `entities`: its
    names, where they have been read already (`read_entities`)."""
    reference = document.article.published
    mentions = read_mentions(document.shadow.text, reference.replace(tzinfo=None) if reference else None)
    entities = read_entities(document) if entities is None else entities
    clauses = cut_clauses(document, mentions, entities)
    mark_stances(clauses, reference.replace(tzinfo=None) if reference else None)
    mark_context(clauses)
    mark_answers(clauses)
    times = read_clause_times(document, clauses)
    concepts = load_concepts(tuple(attributes))
    figures, unread = extract_quantities(document, clauses, times, concepts)
    told = (
        *figures,
        *extract_events(document, clauses, times),
        *find_states(document, clauses, times),
        *find_denied_things(document, clauses, times),
        *find_avowals(document, clauses, times),
        *extract_people(document, clauses, times),
        *extract_roles(document, clauses, times),
        *extract_deeds(document, clauses, times),
        *extract_quotations(document, clauses),
    )
    found = {claim.id: claim for claim in told}
    claims = tuple(sorted(found.values(), key=lambda c: (c.span.start, c.span.end, c.family, c.id)))
    with_figures = {c.sentence.index for c in clauses if c.figures}
    with_claims = {c.sentence for c in claims}
    coverage = {
        "sentences": len(document.sentences),
        "sentences_with_figures": len(with_figures),
        "sentences_with_claims": len(with_claims),
        "figures": sum(len(c.figures) for c in clauses),
        "figures_claimed": sum(not is_bare(c) for c in figures),
        "claims": len(claims),
        **{f"figures_left: {reason}": count for reason, count in sorted(unread.items())},
    }
    checks = check_arithmetic(document, claims, concepts)
    slots = {s.id: s for s in find_slots(document, clauses, times)}
    return Extraction(
        document.article.id,
        claims,
        tuple(checks),
        tuple(entities),
        coverage,
        _read_wordings(document, clauses),
        tuple(slots.values()),
        tuple(read_statements(document, clauses, claims)),
    )


def _read_wordings(document: Document, clauses: Sequence[Clause]) -> dict[int, frozenset[str]]:
    """The content words of each sentence of the text, by the place in the article where it starts."""
    found: dict[int, frozenset[str]] = defaultdict(frozenset)
    for clause in clauses:
        if not clause.sentence.headline:
            found[document.original(clause.sentence.start, clause.sentence.end).start] |= {*clause.content_words()}
    return dict(found)
