"""The report as JSON: what other programs read. Its shape is schema/report-1.schema.json."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from factcheck.model import Article, Claim, Kind, number_json

if TYPE_CHECKING:
    from factcheck.report.view import Report

__all__ = ["SCHEMA_VERSION", "build_document", "dump_json", "read_schema", "render_json"]

SCHEMA_VERSION = 1

# Characters JSON may hold bare, but which a terminal or an editor would act upon, or which cannot be encoded: written as \uXXXX, which
# reads back as the same text. C1 controls, zero-width and bidirectional controls, line separators, byte-order marks, lone surrogates.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")


def build_document(report: Report, *, incomparable: bool = False) -> dict[str, Any]:
    """The report as plain JSON types, sorted: the same report gives the same document."""
    relations = [r.as_dict() for r in report.relations if incomparable or r.kind is not Kind.INCOMPARABLE]
    relations.sort(key=lambda r: (r["a"], r["b"], r["kind"], r["reason"]))
    articles = {article.id: article for article in report.articles}
    return {
        "schema_version": SCHEMA_VERSION,
        "backend": report.backend,
        "lang": report.lang,
        "articles": [_article(article) for article in report.ordered_articles()],
        "claims": [{**claim.as_dict(), **_page(articles.get(claim.article), claim)} for claim in report.ordered_claims()],
        "relations": relations,
        "findings": [finding.as_dict() for finding in report.ordered_findings()],
        "coverage": _plain(report.coverage),
        "errors": [{"message": e.message, "where": e.where, "hint": e.hint} for e in report.errors],
    }


def render_json(report: Report, *, incomparable: bool = False) -> str:
    """The report as JSON text, ending in a line feed."""
    return dump_json(build_document(report, incomparable=incomparable))


def dump_json(document: object) -> str:
    """JSON text in which Chinese stands as it is and nothing can act upon a terminal."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def read_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the report."""
    text = files("factcheck.report").joinpath(f"schema/report-{SCHEMA_VERSION}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": article.path,
        "source": article.source,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "encoding": article.encoding,
        "format": article.format,
        "script": article.script,
        "characters": len(article.text),
        "notes": list(article.notes),
        **({"pages": len(article.pages)} if article.pages else {}),
    }


def _page(article: Article | None, claim: Claim) -> dict[str, int]:
    """The page a claim begins on, for articles that have pages."""
    page = article.page_at(claim.span.start) if article else None
    return {} if page is None else {"page": page}


def _plain(value: Any) -> Any:
    """The coverage is open: make of it what JSON can hold, keys sorted."""
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((_plain(item) for item in value), key=str)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return number_json(value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)
