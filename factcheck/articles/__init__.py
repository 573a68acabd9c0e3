"""From bytes to articles: discovery, encodings, readers by format, cleaning, metadata."""

from factcheck.articles.marking import mark_article
from factcheck.articles.reading import ReadResult, read_articles

__all__ = ["ReadResult", "mark_article", "read_articles"]
