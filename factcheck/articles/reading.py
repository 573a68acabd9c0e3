"""Reading folders of articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.articles.discovery import find_files
from factcheck.articles.formats import read_file
from factcheck.articles.marking import mark_article
from factcheck.errors import ReadError
from factcheck.model import Article

__all__ = ["ReadResult", "read_articles"]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The articles that could be read, marked, by path, and one error for each that could not."""

    articles: tuple[Article, ...]
    errors: tuple[ReadError, ...] = ()


def read_articles(paths: Iterable[str | Path], *, ignore: Sequence[str] = ()) -> ReadResult:
    """Read and mark every article under `paths`, files and folders, in a stable order.

    A file or a record that cannot be read is one error; the others are read. Of two articles with one id the second is an error that
    names both places. `ignore`: gitignore patterns, see `factcheck.articles.discovery`.
    """
    given = [Path(path) for path in paths]
    files, errors = find_files(given, ignore=ignore)
    articles: list[Article] = []
    owners: dict[str, str] = {}
    for file in files:
        for found in read_file(file, named=file in given):
            if isinstance(found, ReadError):
                errors.append(found)
                continue
            if found.id in owners:
                errors.append(
                    ReadError(f"its id {found.id} is that of {owners[found.id]} too", where=found.path, hint="give one of them another id")
                )
                continue
            owners[found.id] = found.path
            articles.append(mark_article(found))
    return ReadResult(tuple(articles), tuple(errors))
