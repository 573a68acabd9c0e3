"""What tests of several areas share: reports on folders, made once a session, and where the public suites are."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.articles import mark_article
from factcheck.claims.extract import Extraction, extract_claims
from factcheck.language import read_document
from factcheck.lexicon import load_attributes
from factcheck.model import Article
from factcheck.report.view import Report

sys.path.append(str(Path(__file__).parent / "evaluation"))


@pytest.fixture(scope="session")
def check_folder() -> Callable[[Path], Report]:
    """`check_folder(path)`: the report on a folder under the shipped rules."""
    import measure

    return measure.check_folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the public suites and the real articles; it need not exist."""
    import measure

    return measure.find_shared()


@pytest.fixture(scope="session")
def extract() -> Callable[..., Extraction]:
    """`extract(text, id=, published=, source=)`: what one article of that text claims."""
    attributes = tuple(load_attributes())

    def extract_from(text: str, *, id: str = "a", published: str | None = "2025-05-20T09:00:00", source: str | None = None) -> Extraction:
        article = mark_article(Article.from_text(text, id=id, source=source, published=published))
        return extract_claims(read_document(article), attributes)

    return extract_from
