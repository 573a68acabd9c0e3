"""What a message template may see of a conflict set: plain texts, numbers and lists, nothing that leads anywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from factcheck.claims.naming import name_field, name_office, name_slot, name_subject
from factcheck.lexicon import AttributeEntry
from factcheck.model import Article, Claim, ConflictSet, Family, Period, Polarity, Quantity, Relation, ValueGroup

__all__ = ["FIELDS", "VALUE_FIELDS", "make_view"]

TEXT: Final = "text"
NUMBER: Final = "number"
TEXTS: Final = "texts"
VALUES: Final = "values"

FIELDS: Final[Mapping[str, str]] = {
    "subject": TEXT,
    "attribute": TEXT,
    "family": TEXT,
    "event": TEXT,
    "kind": TEXT,
    "reason": TEXT,
    "sides": TEXT,
    "speaker": TEXT,
    "outlets": TEXTS,
    "articles": NUMBER,
    "values": VALUES,
}
"""The fields of a template and what each is. `sides` is every value with who gives it, ready to print; `speaker` whoever is quoted on
both sides."""

VALUE_FIELDS: Final[Mapping[str, str]] = {
    "label": TEXT,
    "outlets": TEXTS,
    "speakers": TEXTS,
    "quotes": TEXTS,
    "dates": TEXTS,
    "articles": NUMBER,
    "origins": NUMBER,
}
"""The fields of an entry of `values`."""

LONGEST = 120
SHORT = 24
MOST_NAMED = 3


def make_view(
    found: ConflictSet,
    groups: Sequence[ValueGroup],
    relation: Relation,
    claims: Mapping[str, Claim],
    articles: Mapping[str, Article],
    attributes: Mapping[str, AttributeEntry],
    lang: str,
    by: str = "value",
) -> dict[str, Any]:
    """The view of `groups` of a conflict set, `relation` being the disagreement that names it. Every text is at most 120 characters.

    `by` is how the sides are listed: a line for each `value`, or for what each `outlet` or `speaker` says (who quotes nobody speaks as the
    outlet).
    """
    first, second = claims[relation.a], claims[relation.b]
    members = [claims[name] for group in groups for name in group.claims]
    told = _name_attribute([first, second, *members], found, attributes, lang)
    values = [_view_group(group, claims, articles, lang) for group in _split_groups(groups, claims, articles, by)]
    outlets = _distinct(outlet for value in values for outlet in value["outlets"])
    return {
        "subject": _cut(name_subject(found.subject or first.subject, members)),
        "attribute": _cut(told),
        "family": found.family.value,
        "event": _cut(found.event),
        "kind": relation.kind.value,
        "reason": relation.reason.value,
        "sides": _print_sides(values, lang, by),
        "speaker": _cut(first.speaker) if first.speaker == second.speaker else "",
        "outlets": outlets,
        "articles": len({claims[name].article for group in groups for name in group.claims}),
        "values": values,
    }


def _name_attribute(members: Sequence[Claim], found: ConflictSet, attributes: Mapping[str, AttributeEntry], lang: str) -> str:
    """What the set is about: its attribute by name, else that of a claim in it, else the words of a claim; an id only where there is
    nothing else."""
    for attribute in (found.attribute, *(claim.attribute for claim in members)):
        if attribute in attributes:
            return attributes[attribute].name.text(lang)
    if state := name_field(found.attribute, lang):
        return state
    words = [claim.attribute_text for claim in members if claim.attribute_text]
    written = next((text for text in words if not text.isascii()), next(iter(words), ""))
    office = name_office(found.attribute, lang)
    return (written or office if lang == "zh" else office or written) or name_slot(found.attribute, lang) or found.attribute


def _split_groups(
    groups: Sequence[ValueGroup], claims: Mapping[str, Claim], articles: Mapping[str, Article], by: str
) -> Sequence[ValueGroup]:
    """The groups as they are, or one for each value that an outlet or a speaker gives, those of one beside each other."""
    if by == "value":
        return groups
    told: dict[str, dict[int, list[str]]] = {}
    for number, group in enumerate(groups):
        for name in group.claims:
            claim = claims[name]
            who = (claim.speaker if by == "speaker" else "") or _name_source(claim, articles)
            told.setdefault(who, {}).setdefault(number, []).append(name)
    return [ValueGroup(groups[number].label, tuple(names), 1) for given in told.values() for number, names in given.items()]


def _view_group(group: ValueGroup, claims: Mapping[str, Claim], articles: Mapping[str, Article], lang: str) -> dict[str, Any]:
    members = [claims[name] for name in group.claims]
    return {
        "label": _cut(_name_value(group.label, members, lang)),
        "outlets": _distinct(_name_source(claim, articles) for claim in members),
        "speakers": _distinct(_cut(claim.speaker) for claim in members if claim.speaker),
        "quotes": _distinct(_cut(claim.quote) for claim in members),
        "dates": _distinct(_print_date(claim.as_of) for claim in members if claim.as_of),
        "articles": len({claim.article for claim in members}),
        "origins": group.origins,
    }


def _name_value(label: str, members: Sequence[Claim], lang: str) -> str:
    """The label of a group; of one that says whether a thing is so, that in words; of a figure, its clause where that is short (it has
    the unit)."""
    first = members[0] if members else None
    if first is not None and first.family is Family.STATE:
        return first.quote  # its words may be of either pole: 已到期 is no 没有
    if first is not None and isinstance(first.value, Polarity) and first.family is not Family.OFFICE:
        told = {"zh": ("有", "没有"), "en": ("yes", "no")}[lang][not first.value.holds]
        return f"{told}「{first.quote}」"
    if first is not None and isinstance(first.value, Quantity) and label and label in first.quote and len(first.quote) <= SHORT:
        return first.quote
    return label


def _name_source(claim: Claim, articles: Mapping[str, Article]) -> str:
    article = articles.get(claim.article)
    return _cut(claim.outlet or (article.source if article else None) or PurePosixPath(claim.article).name)


def _print_sides(values: Sequence[Mapping[str, Any]], lang: str, by: str) -> str:
    """Every line of the view: its value and the outlets that give it; by outlet or speaker, who says it first."""
    opening, closing, comma, between, rest = ("(", ")", ", ", "; ", " and {} more") if lang == "en" else ("（", "）", "、", "；", "等{}家")
    sides = []
    for value in values:
        names, count = value["outlets"][:MOST_NAMED], len(value["outlets"])
        more = "" if count <= MOST_NAMED else rest.format(count - MOST_NAMED if lang == "en" else count)
        who = "" if by == "value" else next(iter(value["speakers"] if by == "speaker" else ()), names[0])
        said = f"{who}{': ' if lang == 'en' else '：'}{value['label']}" if who else value["label"]
        outlets = [] if who in names else names
        sides.append(f"{said}{' ' if lang == 'en' else ''}{opening}{comma.join(outlets)}{more}{closing}" if outlets else said)
    return between.join(sides)


def _print_date(period: Period | None) -> str:
    if period is None or period.start is None:
        return ""
    width = {"year": 4, "half": 7, "quarter": 7, "season": 7, "month": 7}.get(period.granularity, 10)
    return period.start.isoformat()[:width]


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"
