"""What was read and what was not, as lines a reader reads. The coverage is an open mapping: a key that is not there is not said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.report.messages import Messages

__all__ = ["describe_coverage"]

#: The counts, grouped into lines in the order they are told.
_LINES = (
    ("articles", "characters_read", "characters_boilerplate"),
    ("sentences", "sentences_with_figures", "sentences_with_claims"),
    ("figures", "figures_claimed"),
    ("claims", "claims_compared", "pairs_considered"),
)


def describe_coverage(coverage: Mapping[str, Any], messages: Messages) -> tuple[str, ...]:
    """The lines of the coverage section, in the language of `messages`."""
    lines = []
    for keys in _LINES:
        said = [messages(f"coverage.{key}", n=coverage[key]) for key in keys if isinstance(coverage.get(key), int)]
        if said:
            lines.append((", " if messages.lang == "en" else "，").join(said))
    lines += _tell_counts(coverage.get("relations"), "coverage.relations", "kinds", ("kind.",), messages)
    lines += _tell_counts(coverage.get("claims_uncompared"), "coverage.uncompared", "reasons", ("reason.", "uncompared."), messages)
    lines += _tell_counts(coverage.get("figures_left"), "coverage.figures_left", "reasons", (), messages)
    unread = coverage.get("unread")
    if isinstance(unread, Iterable) and not isinstance(unread, (str, Mapping)):
        what = [_name_unread(item) for item in unread]
        if what:
            lines.append(messages("coverage.unread", what=messages.join(what)))
    return tuple(lines)


def _tell_counts(counts: object, key: str, field: str, prefixes: tuple[str, ...], messages: Messages) -> list[str]:
    """One line of "name n" for every count above zero, most frequent first."""
    if not isinstance(counts, Mapping):
        return []
    found = sorted(((str(name), n) for name, n in counts.items() if isinstance(n, int) and n > 0), key=lambda item: (-item[1], item[0]))
    if not found:
        return []
    told = [messages("coverage.reason", reason=_name_reason(name, prefixes, messages), n=n) for name, n in found]
    return [messages(key, **{field: messages.join(told)})]


def _name_reason(name: str, prefixes: tuple[str, ...], messages: Messages) -> str:
    for prefix in prefixes:
        if text := messages.find(prefix + name, ""):
            return text
    return messages.translate(name)


def _name_unread(item: object) -> str:
    if isinstance(item, Mapping):
        return " ".join(str(item[key]) for key in sorted(item))
    return str(item)
