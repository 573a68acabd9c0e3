"""`factcheck mentions`."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import ReadError, UsageError

if TYPE_CHECKING:
    from factcheck.mentions.types import Mention
    from factcheck.model import Article

__all__ = ["command"]


@click.command("mentions")
@click.argument("file")
@click.option("--format", "format_", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True, help="What to print.")
@click.option("--date", metavar="DATE", help="Day the text was published (2031-03-06), from which 昨天 is counted.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of headings.")
def command(file: str, format_: str, date: str | None, lang: str) -> None:
    """Show the figures and times read in a text: marked in place, then listed with what they were read as.

    FILE is an article, or - for standard input. Offsets are code points of the decoded text.

    \b
    Examples:
      factcheck mentions articles/a.md
      echo 約1.5萬人去年秋天抵達 | factcheck mentions - --date 2031-03-06
      factcheck mentions articles/a.md --format json

    \b
    Exit codes:
      0  shown
      2  the file could not be read, or bad usage
    """
    from factcheck.cli.streams import find_screen, print_bytes, print_text
    from factcheck.report.json import dump_json

    found = [(article, _find_mentions(article)) for article in _read(file, date)]
    if format_ == "json":
        rows = [{"article": article.id, **_row(article.text, mention)} for article, mentions in found for mention in mentions]
        print_bytes(dump_json({"mentions": rows}).encode())
        return
    from factcheck.cli.listing import render_mentions

    screen = find_screen()
    for article, mentions in found:
        print_text(render_mentions(article.text, mentions, lang, width=screen.width, colours=screen.colours))


def _read(file: str, date: str | None) -> list[Article]:
    from datetime import datetime

    from factcheck.model import Article

    try:
        published = datetime.fromisoformat(date) if date else None
    except ValueError:
        raise UsageError(f"{date!r} is no date", hint="write --date 2031-03-06") from None
    if file == "-":
        data = sys.stdin.buffer.read()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ReadError("standard input is not UTF-8", where="-", hint="give the file itself: its encoding is then made out") from None
        return [Article.from_text(text, id="-", published=published)]
    from factcheck.articles import read_articles

    result = read_articles([file])
    if result.errors:
        raise result.errors[0]
    if not result.articles:
        raise ReadError("no article was read", where=file, hint="give a .txt, .md, .html, .jsonl, .docx or .pdf file")
    return [replace(article, published=published) if published else article for article in result.articles]


def _find_mentions(article: Article) -> list[Mention]:
    from factcheck.mentions import find_mentions

    return find_mentions(article.text, article.published)


def _row(text: str, mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "kind": mention.kind,
        "value": mention.value.as_dict() if mention.value is not None else None,
    }
