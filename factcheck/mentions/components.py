"""Figures and times as spaCy pipeline components.

Both are registered by entry point, so that `nlp.add_pipe("factcheck_quantities")` works in any Chinese pipeline once factcheck is
installed. They read `doc.text` in any script and set

- `doc.spans["factcheck_quantities"]` and `doc.spans["factcheck_times"]`: span groups whose labels are the kinds of mention
  (quantity, money, percent, date, duration, ...), each span widened to whole tokens;
- `span._.factcheck`: what was read, as a dict of `text` (the exact words), `start`, `end` (characters of the document), `kind`,
  `low`, `high`, `unit` and `hedge`. Bounds are numbers or ISO 8601 strings, None where open; the dict survives `Doc.to_bytes`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from factcheck.language.shadow import shadow_text
from factcheck.mentions.figures import read_figures
from factcheck.mentions.reading import merge_mentions
from factcheck.mentions.times import read_times
from factcheck.mentions.types import Mention
from factcheck.model import Quantity, number_json

__all__ = ["QuantityReader", "TimeReader", "make_quantities", "make_times"]


class _Reader:
    """Sets the mentions of a document, under the name of the component."""

    def __init__(self, name: str, reference: str | None = None) -> None:
        self.name = name
        self.reference = datetime.fromisoformat(reference) if reference else None
        if not Span.has_extension("factcheck"):
            Span.set_extension("factcheck", default=None)

    def __call__(self, doc: Doc) -> Doc:
        shadow = shadow_text(doc.text)
        figures, times = read_figures(shadow.text), read_times(shadow.text, self.reference)
        spans = []
        for mention in merge_mentions(figures, times):
            if not self.takes(mention):
                continue
            place = shadow.original(mention.start, mention.end)
            span = doc.char_span(place.start, place.end, label=mention.kind, alignment_mode="expand")
            if span is not None:
                span._.factcheck = _plain(mention, place.of(doc.text), place.start, place.end)
                spans.append(span)
        doc.spans[self.name] = spans
        return doc

    def takes(self, mention: Mention) -> bool:
        raise NotImplementedError


class QuantityReader(_Reader):
    """Numbers, quantities, money, shares: everything but times."""

    def takes(self, mention: Mention) -> bool:
        return isinstance(mention.value, Quantity) and mention.kind != "duration"


class TimeReader(_Reader):
    """Dates, clock times, durations."""

    def takes(self, mention: Mention) -> bool:
        return not isinstance(mention.value, Quantity) or mention.kind == "duration"


def _plain(mention: Mention, text: str, start: int, end: int) -> dict[str, Any]:
    value = mention.value
    low, high = mention.low, mention.high
    return {
        "text": text,
        "start": start,
        "end": end,
        "kind": mention.kind,
        "low": low if isinstance(low, str) else number_json(low),
        "high": high if isinstance(high, str) else number_json(high),
        "unit": mention.unit,
        "hedge": value.hedge.value if value is not None else "",
    }


@Language.factory("factcheck_quantities", assigns=["doc.spans"], default_config={"reference": None})
def make_quantities(nlp: Language, name: str, reference: str | None) -> QuantityReader:
    """The component `factcheck_quantities`. `reference`: ISO 8601 date of publication, for telling dates from figures."""
    return QuantityReader(name, reference)


@Language.factory("factcheck_times", assigns=["doc.spans"], default_config={"reference": None})
def make_times(nlp: Language, name: str, reference: str | None) -> TimeReader:
    """The component `factcheck_times`. `reference`: ISO 8601 date of publication, which completes partial and relative dates."""
    return TimeReader(name, reference)
