"""Where findings stand, for programs that mark lines: files, lines and columns."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from factcheck.model import Article, Claim, Span, State
from factcheck.report.view import FindingView, Report

__all__ = ["OPEN_STATES", "Place", "Places", "describe_sides"]

#: What a change brought, as against what was known or decided.
OPEN_STATES = (State.NEW, State.CHANGED)

# Line ends as SARIF and editors count them.
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file. Lines and columns count from 1, columns are code points, the end is exclusive. For articles that are wrapped in
    their file (HTML, JSON Lines) only `line` is known (a record's line, else 1) and `exact` is false. `path` is relative to the working
    folder where it lies inside, with forward slashes."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int
    exact: bool

    @property
    def uri(self) -> str:
        """The path as a relative reference, or a `file:` URI when it is absolute."""
        coded = quote(self.path.encode("utf-8", "surrogateescape"), safe="/")
        return f"file://{coded}" if self.path.startswith("/") else coded.replace(":", "%3A")


class Places:
    """The places of a report's claims."""

    def __init__(self, report: Report) -> None:
        self._articles: Mapping[str, Article] = {article.id: article for article in report.articles}
        self._claims: Mapping[str, Claim] = {claim.id: claim for claim in report.claims}
        self._focus = frozenset(report.focus)
        self._starts: dict[str, list[int]] = {}

    def claim(self, name: str) -> Claim | None:
        return self._claims.get(name)

    def order(self, finding: FindingView) -> list[str]:
        """The claims of a finding, the one to mark first: of an article in focus, else the first. Headlines come after sentences."""
        shown = [item.claim for value in finding.values for item in value.evidence]
        return sorted(shown, key=lambda name: (self._claims[name].article not in self._focus, self._claims[name].headline))

    def find(self, name: str) -> Place | None:
        """Where a claim stands; None when its article is no file."""
        claim = self._claims[name]
        article = self._articles.get(claim.article)
        return None if article is None or not article.path else self.locate(article, claim.span)

    def locate(self, article: Article, span: Span) -> Place:
        """Where a stretch of an article stands."""
        path = relate_path(article.path)
        if article.extracted:
            record = article.id.rpartition("#")[2] if article.id.startswith(f"{article.path}#") else ""
            line = int(record) if record.isdecimal() else 1
            return Place(path, line, 1, line, 1, span.start, span.end - span.start, False)
        starts = self._starts.get(article.id)
        if starts is None:
            starts = self._starts[article.id] = [0, *(match.end() for match in _LINE_END.finditer(article.text))]
        first, last = bisect_right(starts, span.start), bisect_right(starts, span.end)
        return Place(
            path,
            first,
            span.start - starts[first - 1] + 1,
            last,
            span.end - starts[last - 1] + 1,
            span.start,
            span.end - span.start,
            True,
        )


def relate_path(path: str) -> str:
    """A path from the working folder, with forward slashes; one that lies outside stays absolute."""
    inside = os.path.relpath(path)
    chosen = os.path.abspath(path) if inside.startswith("..") else inside
    return PurePath(chosen).as_posix()


def describe_sides(finding: FindingView) -> str:
    """Who says what, on one line: value (outlet, outlet); value (outlet)."""
    return "; ".join(f"{value.label} ({', '.join(value.outlets)})" for value in finding.values)
