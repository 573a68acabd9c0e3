"""The findings as linked data: W3C Web Annotations of the evidence, schema.org ClaimReviews of what is disputed.

Neither says who is right: an annotation comments on words, a review says in words that accounts differ and gives no number.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from factcheck.model import Article, Claim
from factcheck.report.json import dump_json
from factcheck.report.messages import Messages
from factcheck.report.view import FindingView, Report, build_view

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["render_annotations", "render_reviews"]

#: How much text before and after the words helps to find them again.
_AROUND = 32


def render_annotations(report: Report, lang: str | None = None) -> str:
    """A page of Web Annotations (https://www.w3.org/TR/annotation-model/): one for each claim of each finding, its words as a position in
    code points and as a quotation with what stands around it."""
    view = build_view(report, lang)
    articles, claims = _index(report)
    items = []
    for finding in view.findings:
        for value in finding.values:
            for item in value.evidence:
                claim = claims[item.claim]
                items.append(
                    {
                        "id": f"urn:factcheck:annotation:{quote(finding.finding.id)}:{quote(claim.id)}",
                        "type": "Annotation",
                        "motivation": "assessing",
                        "creator": {"type": "Software", "name": "factcheck"},
                        "body": [
                            _say(finding.message, view.messages.lang, "commenting"),
                            _say(value.label, "zh", "describing"),
                            {"type": "TextualBody", "value": finding.finding.rule, "purpose": "tagging"},
                            {"type": "TextualBody", "value": finding.finding.level.value, "purpose": "tagging"},
                        ],
                        "target": _locate(claim, articles.get(claim.article)),
                    }
                )
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:factcheck:annotations", "type": "AnnotationPage", "items": items}
    return dump_json(page)


def _index(report: Report) -> tuple[Mapping[str, Article], Mapping[str, Claim]]:
    return {article.id: article for article in report.articles}, {claim.id: claim for claim in report.claims}


def _say(text: str, lang: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": text, "language": lang, "format": "text/plain", "purpose": purpose}


def _locate(claim: Claim, article: Article | None) -> dict[str, Any]:
    text = article.text if article else ""
    return {
        "source": _address(article) if article else f"urn:factcheck:article:{quote(claim.article)}",
        "selector": [
            {"type": "TextPositionSelector", "start": claim.span.start, "end": claim.span.end},
            {
                "type": "TextQuoteSelector",
                "exact": claim.quote,
                "prefix": text[max(0, claim.span.start - _AROUND) : claim.span.start],
                "suffix": text[claim.span.end : claim.span.end + _AROUND],
            },
        ],
    }


def _address(article: Article) -> str:
    """The article's own address, else its path as a relative one, else a name for its id."""
    if article.url:
        return article.url
    if article.path:
        return quote(PurePosixPath(article.path.replace("\\", "/")).as_posix(), safe="/", errors="replace")
    return f"urn:factcheck:article:{quote(article.id, errors='replace')}"


def render_reviews(report: Report, lang: str | None = None) -> str:
    """A graph of schema.org ClaimReviews, one for each value of each finding: what is claimed, where it appears, and that accounts differ.

    The rating is words alone (`alternateName`), since the tool never decides; dates are those of the articles.
    """
    view = build_view(report, lang)
    articles, claims = _index(report)
    graph = [review for finding in view.findings for review in _review(finding, articles, claims, view.messages)]
    return dump_json({"@context": "https://schema.org", "@graph": graph})


def _review(
    finding: FindingView, articles: Mapping[str, Article], claims: Mapping[str, Claim], messages: Messages
) -> Iterator[dict[str, Any]]:
    for number, value in enumerate(finding.values, start=1):
        if not value.evidence:
            continue
        first = value.evidence[0]
        appearances = [
            _appearance(articles[claims[item.claim].article]) for item in value.evidence if claims[item.claim].article in articles
        ]
        yield {
            "@type": "ClaimReview",
            "@id": f"urn:factcheck:review:{quote(finding.finding.id)}:{number}",
            "inLanguage": messages.lang,
            "author": {"@type": "Organization", "name": "factcheck"},
            "claimReviewed": f"{first.before}{first.quote}{first.after}".strip(),
            "reviewBody": finding.message,
            "reviewRating": {"@type": "Rating", "alternateName": messages.label(finding.kind, finding.reason)},
            "itemReviewed": {
                "@type": "Claim",
                "text": value.label,
                # Who is quoted may be a person, a body or a paper: the tool does not know.
                "author": {"@type": "Thing" if first.speaker else "Organization", "name": first.speaker or first.outlet},
                "appearance": list({appearance["url"]: appearance for appearance in appearances}.values()),
            },
        }


def _appearance(article: Article) -> dict[str, Any]:
    told: dict[str, Any] = {"@type": "NewsArticle", "url": _address(article)}
    if article.title:
        told["headline"] = article.title
    if article.published:
        told["datePublished"] = article.published.isoformat()
    if article.source:
        told["publisher"] = {"@type": "Organization", "name": article.source}
    return told
