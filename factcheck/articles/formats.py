"""One file of each format to the articles in it, not marked yet."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.articles.dates import parse_date
from factcheck.articles.encodings import decode_bytes
from factcheck.articles.front_matter import read_front_matter
from factcheck.errors import ReadError
from factcheck.model import Article

__all__ = ["read_file"]

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})""", re.I)
#: Running heads named in a note: each chapter may have its own.
_MOST_NOTED = 5
_FIELDS = ("id", "source", "title", "published", "url")


def read_file(path: Path, *, named: bool = False) -> Iterator[Article | ReadError]:
    """The articles of a file and an error for each that cannot be read. `named`: the user asked for this very file."""
    where = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        yield ReadError(f"cannot be read: {error.strerror or error}", where=where, hint="check the path and the permissions")
        return
    try:
        yield from _READERS[path.suffix.lower()](data, where, named)
    except ReadError as error:
        yield error


def _read_text(data: bytes, where: str, named: bool) -> Iterator[Article | ReadError]:
    """A .txt or .md file: the text as it stands, metadata from its front matter."""
    decoded = decode_bytes(data, where=where)
    front = read_front_matter(decoded.text, where=where)
    path = Path(where)
    if not front.end and not named and path.suffix.lower() == ".md" and path.stem.upper() == "README":
        return
    if not decoded.text[front.end :].strip():
        raise ReadError("there is no text under the front matter", where=where, hint="remove it or put an article into it")
    markdown = path.suffix.lower() == ".md"
    yield _build(decoded.text, front.fields, where, where, decoded.encoding, "markdown" if markdown else "text", decoded.notes)


def _read_html(data: bytes, where: str, named: bool) -> Iterator[Article | ReadError]:
    """A saved page: headline and text as trafilatura extracts them."""
    import trafilatura  # half a second: only folders with pages pay for it

    declared = _DECLARED.search(data[:4096])
    decoded = decode_bytes(data, where=where, declared=declared[1].decode("ascii") if declared else None)
    page = trafilatura.bare_extraction(
        decoded.text,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "max_date": "2200-01-01", "outputformat": "%Y-%m-%dT%H:%M:%S"},
    )
    found: dict[str, Any] = page if isinstance(page, dict) else page.as_dict() if page is not None else {}
    body = (found.get("text") or "").strip()
    if not body:
        raise ReadError("no article was found in the page", where=where, hint="save the text as .txt or .md")
    title = (found.get("title") or "").strip()
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    fields = {
        "title": title,
        "source": found.get("sitename") or "",
        "published": _page_date(decoded.text, found.get("date") or ""),
        "url": found.get("url") or "",
    }
    yield _build(
        text,
        {name: value for name, value in fields.items() if value},
        where,
        where,
        decoded.encoding,
        "html",
        decoded.notes,
        extracted=True,
    )


_PAGE_DATE = re.compile(
    r"""<meta[^>]{0,120}(?:article:published_time|datePublished|pubdate|publishdate|og:release_date)["'][^>]{0,60}content=["']([^"']{8,40})["']""",
    re.I,
)


def _page_date(page: str, found: str) -> str:
    """The date with its time where the page's head gives one; a day alone is all that is found otherwise."""
    meta = _PAGE_DATE.search(page)
    if meta and parse_date(meta[1]):
        return meta[1]
    return found.removesuffix("T00:00:00")


def _read_jsonl(data: bytes, where: str, named: bool) -> Iterator[Article | ReadError]:
    """One article a line: an object with text and, where known, title, source, published, url, id."""
    decoded = decode_bytes(data, where=where)
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        at = f"{where}:{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            yield ReadError(f"not a JSON object: {message}", where=at, hint="write one object a line")
            continue
        text = record.get("text") if isinstance(record, dict) else None
        if not isinstance(text, str) or not text.strip():
            yield ReadError("no text in this record", where=at, hint='give it a "text" field')
            continue
        fields = {name: str(record[name]).strip() for name in _FIELDS if record.get(name) not in (None, "")}
        yield _build(text, fields, where, f"{where}#{number}", decoded.encoding, "jsonl", decoded.notes, extracted=True)


def _read_pdf(data: bytes, where: str, named: bool) -> Iterator[Article | ReadError]:
    """A PDF with its pages; the encoding of what is wrapped is UTF-8."""
    from factcheck.articles.pdf import read_pdf

    read = read_pdf(data, where=where)
    properties = dict(read.properties)
    fields = {"title": read.title, "source": properties.pop("publisher", ""), "published": properties.pop("date", "")}
    notes = (f"pages: heads and feet left out: {' | '.join(read.running[:_MOST_NOTED])}",) if read.running else ()
    if read.empty:
        notes = (*notes, f"pages: without text, not read: {', '.join(map(str, read.empty))}")
    made = _build(read.text, {name: value for name, value in fields.items() if value}, where, where, "utf-8", "pdf", notes, extracted=True)
    yield replace(made, pages=read.pages, properties=(*properties.items(), *(("header", words) for words in read.running)))


def _read_docx(data: bytes, where: str, named: bool) -> Iterator[Article | ReadError]:
    """A Word document."""
    from factcheck.articles.word import read_word

    read = read_word(data, where=where)
    notes = (f"text: {read.footnotes} footnotes not read",) if read.footnotes else ()
    fields = {"title": read.title} if read.title else {}
    made = _build(read.text, fields, where, where, "utf-8", "docx", notes, extracted=True)
    yield replace(made, properties=tuple(read.properties.items()))


def _build(
    text: str,
    fields: dict[str, str],
    path: str,
    fallback: str,
    encoding: str,
    format: str,
    notes: tuple[str, ...],
    *,
    extracted: bool = False,
) -> Article:
    written = fields.get("published")
    published = parse_date(written) if written else None
    if written and published is None:
        notes = (*notes, f"published: not a date: {written}")
    return Article(
        id=fields.get("id") or fields.get("url") or fallback,
        text=text,
        path=path,
        source=fields.get("source"),
        title=fields.get("title"),
        published=published,
        url=fields.get("url"),
        encoding=encoding,
        format=format,
        extracted=extracted,
        notes=notes,
    )


_READERS: dict[str, Callable[[bytes, str, bool], Iterator[Article | ReadError]]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".jsonl": _read_jsonl,
    ".pdf": _read_pdf,
    ".docx": _read_docx,
}
