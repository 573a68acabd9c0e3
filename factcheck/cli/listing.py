"""Lists that are no report: the claims of one article, the figures and times of a text."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from factcheck.mentions.types import Mention
from factcheck.report.labels import value_label
from factcheck.report.messages import load_messages
from factcheck.report.terminal import VALUE_STYLES, render_console, wrap_line
from factcheck.report.text import flatten_text, make_visible
from factcheck.report.view import ClaimView

__all__ = ["render_claims", "render_mentions"]


def render_claims(claims: Sequence[ClaimView], lang: str, *, width: int = 80, colours: str | None = None) -> str:
    """One block a claim: where and in which words, what about, which value, who says so and how."""
    messages = load_messages(lang)
    parts: list[RenderableType] = []
    for number, claim in enumerate(claims, start=1):
        item = claim.evidence
        parts.append(wrap_line(f"{number}. {claim.family} · {item.where} · 〖{item.quote}〗", "bold", width))
        told = [
            messages.label(messages("column.subject"), claim.subject or "–"),
            messages.label(messages("column.attribute"), claim.attribute),
        ]
        told += [messages.label(name, text) for name, text in claim.scope]
        parts.append(wrap_line("   " + " · ".join(told), "", width))
        said = [f"= {item.value}", item.stance_name, item.speaker]
        if item.as_of:
            said.append(messages.label(messages("column.as_of"), item.as_of))
        parts.append(wrap_line("   " + " · ".join(part for part in said if part), "dim", width))
    return render_console(parts, width=width, colours=colours)


def render_mentions(text: str, mentions: Sequence[Mention], lang: str, *, width: int = 80, colours: str | None = None) -> str:
    """The text with every mention in 〖 〗 (and coloured), then one line a mention: place, words, kind, normalised value."""
    messages = load_messages(lang)
    marked = Text()
    at = 0
    for index, mention in enumerate(mentions):
        if mention.start < at:
            continue
        marked.append(make_visible(text[at : mention.start]).replace("\r", ""))
        marked.append(f"〖{make_visible(text[mention.start : mention.end])}〗", VALUE_STYLES[index % len(VALUE_STYLES)])
        at = mention.end
    marked.append(make_visible(text[at:]).replace("\r", ""))
    parts: list[RenderableType] = [marked, Text(), Text(messages("heading.mentions"), "bold")]
    for mention in mentions:
        value = value_label(mention.value, messages) if mention.value is not None else "?"
        words = flatten_text(text[mention.start : mention.end])
        parts.append(wrap_line(f"{mention.start}–{mention.end} · {words} · {mention.kind} = {value}", "", width))
    return render_console(parts, width=width, colours=colours)
