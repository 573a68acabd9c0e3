"""Reading a folder of articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from factcheck.articles.marking import mark_article
from factcheck.errors import ReadError
from factcheck.model import Article

__all__ = ["ReadResult", "read_articles"]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The articles that could be read and one error for each file that could not."""

    articles: tuple[Article, ...]
    errors: tuple[ReadError, ...] = ()


def read_articles(paths: Iterable[str | Path], *, ignore: Sequence[str] = ()) -> ReadResult:
    """Read every article under `paths`."""
    articles: list[Article] = []
    errors: list[ReadError] = []
    files: list[Path] = []
    for path in map(Path, paths):
        files += sorted(p for p in path.rglob("*") if p.suffix in (".txt", ".md")) if path.is_dir() else [path]
    for file in files:
        try:
            text = file.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            errors.append(ReadError(str(error), where=str(file)))
            continue
        meta = dict(re.findall(r"^(source|published|title|url|id):[ \t]*(.+?)[ \t]*$", text.split("\n---")[0], re.M)) if text.startswith("---") else {}
        if file.stem == "README" and not meta:
            continue
        when = datetime.fromisoformat(meta["published"]) if "published" in meta else None
        name = file.as_posix()
        articles.append(
            mark_article(
                Article(
                    id=meta.get("id") or meta.get("url") or name, text=text, path=name, source=meta.get("source"), title=meta.get("title"), published=when
                )
            )
        )
    return ReadResult(tuple(articles), tuple(errors))
