"""Marking what of a text is the article."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model import Article, Segment, Span

__all__ = ["mark_article"]

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.S | re.M)


def mark_article(article: Article) -> Article:
    """The article with its segments filled in."""
    text = article.text
    segments: list[Segment] = []
    at = 0
    title = article.title
    if front := _FRONT.match(text):
        at = front.end()
        heading = re.search(r"^title:[ \t]*(.+?)[ \t\r]*$", front[0], re.M)
        if heading:
            segments.append(Segment(Span(0, heading.start(1)), "boilerplate", "front-matter"))
            segments.append(Segment(Span(heading.start(1), heading.end(1)), "headline"))
            segments.append(Segment(Span(heading.end(1), at), "boilerplate", "front-matter"))
            title = title or heading[1]
        else:
            segments.append(Segment(Span(0, at), "boilerplate", "front-matter"))
    for line in re.finditer(r"\S[^\n\r]*", text[at:]):
        stop = at + line.start() + len(line[0].rstrip())
        segments.append(Segment(Span(at + line.start(), stop), "body"))
    return replace(article, segments=tuple(segments), title=title)
