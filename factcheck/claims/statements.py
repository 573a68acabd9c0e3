"""Every sentence of an article as it tells something, whether or not a claim was made of it: its words, names, days and figures, and which
of its clauses denies. What `comparison.observations` holds two sentences against each other by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import clause_frame, cut_claim, make_claim
from factcheck.claims.naming import ACCOUNT
from factcheck.claims.poles import load_poles
from factcheck.claims.signals import CLASSES, is_negated, load_signals
from factcheck.language.document import Document
from factcheck.model import Claim, Family, Period, Polarity, Quantity, Span, Stance

__all__ = ["Passage", "Statement", "read_statements"]

_PLACES = frozenset({"GPE", "LOC"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One clause of a statement. `span`: of the original; `words`: its content words, `denied`: those behind its negation, in order
    (empty where it negates nothing); `negated`: whether it negates or its speaker denies it; `ordered`: whether it sets a thing before or
    after another, or insists that it was early or late; `avows`: whether it has a word for admitting or confirming."""

    span: Span
    words: frozenset[str]
    denied: tuple[str, ...]
    negated: bool
    ordered: bool
    avows: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence. `claim`: all of it as a claim, from which those of its clauses are cut; `text`: of the shadow; `people`, `places`: keys
    of names; `times`, `figures`: what the sentence dates and counts, normalised; `poles`: (state, whether it holds); `signals`: the classes
    of `data/signals.yml` that stand in it, `order`: the words of that class; `marks`: of stressed, insists, confirmed, plans, opines, what
    any of its clauses is; `orders`: how many claims it makes about what came first."""

    claim: Claim
    text: str
    passages: tuple[Passage, ...]
    words: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    times: frozenset[str]
    figures: frozenset[str]
    poles: frozenset[tuple[str, bool]]
    signals: frozenset[str]
    order: tuple[str, ...]
    marks: frozenset[str]
    orders: int

    @property
    def article(self) -> str:
        """The article's id."""
        return self.claim.article

    @property
    def span(self) -> Span:
        """The sentence in the original."""
        return self.claim.span

    def cut(self, first: int, last: int) -> Claim:
        """The clauses from one to another (numbers of `passages`) as a claim that is negated where one of them is."""
        held = self.passages[first : last + 1]
        return cut_claim(self.claim, Span(held[0].span.start, held[-1].span.end), Polarity(not any(p.negated for p in held)))


def read_statements(document: Document, clauses: Sequence[Clause], claims: Iterable[Claim]) -> list[Statement]:
    """The sentences of a document that hold a word, headlines too, in reading order. `clauses`: as marked by the stages before; `claims`:
    of the document."""
    orders = Counter(c.sentence.start for c in claims if c.family is Family.ORDER)
    return [_read(document, [*group], orders) for _, group in groupby(clauses, key=lambda c: c.sentence.index)]


def _read(document: Document, clauses: Sequence[Clause], orders: Counter[int]) -> Statement:
    sentence = clauses[0].sentence
    text = document.shadow.text[sentence.start : sentence.end]
    passages = tuple(_read_passage(document, clause) for clause in clauses)
    names = [e for clause in clauses for e in clause.entities]
    signals = load_signals()
    claim = make_claim(
        document,
        clauses[0],
        start=sentence.start,
        end=sentence.end,
        family=Family.ACT,
        attribute=ACCOUNT,
        value=Polarity(True),
        frame=clause_frame(clauses[0]),
    )
    return Statement(
        claim=claim,
        text=text,
        passages=passages,
        words=frozenset(w for p in passages for w in p.words),
        people=frozenset(e.key for e in names if e.type == "PER"),
        places=frozenset(e.key for e in names if e.type in _PLACES),
        times=frozenset(_time_key(m.value, m.low, document.shadow.text[m.start : m.end]) for c in clauses for m in c.times),
        figures=frozenset(_figure_key(m.value) for c in clauses for m in c.figures if isinstance(m.value, Quantity)),
        poles=frozenset(_read_poles(text)),
        signals=frozenset(name for name in CLASSES if signals[name].search(text)),
        order=tuple(sorted(signals["order"].findall(text))),
        marks=frozenset(mark for clause in clauses for mark in _marks(clause)),
        orders=orders[claim.span.start],
    )


def _read_passage(document: Document, clause: Clause) -> Passage:
    negated = clause.stance is Stance.DENIES or is_negated(clause.text)
    return Passage(
        document.original(clause.start, max(clause.end, clause.start + 1)),
        frozenset(clause.content_words()),
        _behind_negation(clause) if negated else (),
        negated,
        any(load_signals()[name].search(clause.text) for name in ("order", "insists")),
        load_signals()["admits"].search(clause.text) is not None,
    )


def _behind_negation(clause: Clause) -> tuple[str, ...]:
    """The verbs and nouns from the first word on that negates; of the whole clause where its speaker denies it."""
    tokens = clause.content_tokens()
    at = next((i for i, t in enumerate(tokens) if is_negated(t.text)), 0)
    return tuple(t.text for t in tokens[at:] if t.tag in {"VERB", "NOUN"} and len(t.text) > 1)


def _time_key(value: object, low: object, text: str) -> str:
    if isinstance(value, Period) and value.start is not None and not value.partial:
        return f"{value.start.isoformat()}/{value.granularity}"
    return str(low or text)


def _figure_key(value: Quantity) -> str:
    return f"{value.low}/{value.high}/{value.unit}"


def _read_poles(text: str) -> list[tuple[str, bool]]:
    poles = load_poles()
    return [pole for found in poles.pattern.finditer(text) for pole in poles.words.get(found.group(), ())]


def _marks(clause: Clause) -> list[str]:
    marks = {
        "stressed": clause.stressed,
        "insists": clause.insists,
        "confirmed": clause.confirmed,
        "plans": clause.stance in {Stance.PLANS, Stance.FORECASTS, Stance.SUPPOSES},
        "opines": clause.stance is Stance.OPINES,
    }
    return [name for name, so in marks.items() if so]
