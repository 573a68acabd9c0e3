"""The claims and relations as tables (pandas, imported when first asked for)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.model import Claim, Name, Order, Period, Polarity, Quantity, number_json

if TYPE_CHECKING:
    import pandas

    from factcheck.report.view import Report

__all__ = ["CLAIM_COLUMNS", "COLUMN_TYPES", "RELATION_COLUMNS", "build_claims_frame", "build_relations_frame"]

CLAIM_COLUMNS = (
    "id",
    "article",
    "path",
    "page",
    "outlet",
    "published",
    "start",
    "end",
    "quote",
    "sentence_start",
    "sentence_end",
    "sentence",
    "headline",
    "subject",
    "subject_text",
    "attribute",
    "attribute_text",
    "family",
    "value_kind",
    "low",
    "high",
    "hedge",
    "unit",
    "dimension",
    "value_start",
    "value_end",
    "granularity",
    "name",
    "holds",
    "first",
    "then",
    "population",
    "place",
    "part",
    "of",
    "event",
    "as_of_start",
    "as_of_end",
    "speaker",
    "stance",
    "time_behaviour",
)
RELATION_COLUMNS = ("a", "b", "kind", "reason", "a_article", "b_article", "a_quote", "b_quote")

#: Columns that are no text. Text is kept as Python strings: what pandas makes of it otherwise depends on whether pyarrow is installed, and
#: cannot hold half a surrogate pair.
COLUMN_TYPES: Mapping[str, str] = {
    "page": "Int64",
    "start": "int64",
    "end": "int64",
    "sentence_start": "int64",
    "sentence_end": "int64",
    "low": "float64",
    "high": "float64",
    "headline": "bool",
    "holds": "boolean",
}


def build_claims_frame(report: Report) -> pandas.DataFrame:
    """One row a claim in reading order, with the columns CLAIM_COLUMNS (all of them, also when there is no claim).

    Numbers are in `unit`, times ISO 8601; a cell that does not apply is missing.
    """
    articles = {article.id: article for article in report.articles}
    rows = []
    for claim in report.ordered_claims():
        article = articles.get(claim.article)
        text = article.text if article else ""
        rows.append(
            {
                **_claim_cells(claim),
                "path": article.path if article else "",
                "page": article.page_at(claim.span.start) if article else None,
                "published": article.published.isoformat() if article and article.published else None,
                "sentence": claim.sentence.of(text),
            }
        )
    return _build_frame(rows, CLAIM_COLUMNS)


def build_relations_frame(report: Report) -> pandas.DataFrame:
    """One row a relation, every kind, sorted by the claims' ids, with the columns RELATION_COLUMNS."""
    claims = {claim.id: claim for claim in report.claims}
    rows = []
    for relation in sorted(report.relations, key=lambda r: (r.a, r.b, r.kind, r.reason)):
        row: dict[str, Any] = relation.as_dict()
        for side in ("a", "b"):
            claim = claims.get(row[side])
            row[f"{side}_article"] = claim.article if claim else None
            row[f"{side}_quote"] = claim.quote if claim else None
        rows.append(row)
    return _build_frame(rows, RELATION_COLUMNS)


def _build_frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> pandas.DataFrame:
    import pandas

    cells = {name: pandas.Series([row.get(name) for row in rows], dtype=COLUMN_TYPES.get(name, "object")) for name in columns}
    return pandas.DataFrame(cells, columns=list(columns))


def _claim_cells(claim: Claim) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": claim.id,
        "article": claim.article,
        "outlet": claim.outlet,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "headline": claim.headline,
        "subject": claim.subject,
        "subject_text": claim.subject_text,
        "attribute": claim.attribute,
        "attribute_text": claim.attribute_text,
        "family": claim.family.value,
        "population": claim.scope.population,
        "place": claim.scope.place,
        "part": claim.scope.part,
        "of": claim.scope.of,
        "event": claim.scope.event,
        "speaker": claim.speaker,
        "stance": claim.stance.value,
        "time_behaviour": claim.time_behaviour,
    }
    if claim.as_of is not None:
        row |= {"as_of_start": _iso(claim.as_of.start), "as_of_end": _iso(claim.as_of.end)}
    value = claim.value
    row["value_kind"] = value.as_dict()["kind"]
    match value:
        case Quantity():
            row |= {"low": number_json(value.low), "high": number_json(value.high), "hedge": value.hedge.value}
            row |= {"unit": value.unit, "dimension": value.dimension}
        case Period():
            row |= {
                "value_start": _iso(value.start),
                "value_end": _iso(value.end),
                "granularity": value.granularity,
                "hedge": value.hedge.value,
            }
        case Name():
            row["name"] = value.key
        case Polarity():
            row["holds"] = value.holds
        case Order():
            row |= {"first": value.first, "then": value.then}
    return row


def _iso(when: Any) -> str | None:
    return when.isoformat() if when is not None else None
