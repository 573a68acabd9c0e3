"""A rule as data: what a rule file says once it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from factcheck.mentions.unit_names import name_unit
from factcheck.model import SHOWN, Kind, Level

__all__ = ["Align", "Bilingual", "Compare", "Example", "ExampleArticle", "Rule", "Select"]

DEFAULT_KINDS = frozenset({Kind.CONTRADICTS.value})


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in Chinese and English."""

    zh: str
    en: str

    def text(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Select:
    """Which conflict sets and which of their relations a rule is about. An empty set asks for nothing; within a key any entry will do,
    all keys must be met.

    `families`, `attributes` (`casualties.*` stands for the group), `subjects` (the key, or part of the words) concern the set; `words` must
    stand in the attribute or the quote of one side; `units`, `places`, `stances` and `time` must hold on both sides of a relation,
    `outlets` on one; `headline` true asks that exactly one side is a headline, false that none is.
    """

    families: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    time: frozenset[str] = frozenset()
    kinds: frozenset[str] = DEFAULT_KINDS
    reasons: frozenset[str] = frozenset()
    headline: bool | None = None


@dataclass(frozen=True, slots=True)
class Align:
    """What must hold between the two sides of a relation, and how much evidence is asked for.

    `articles`, `speaker`, `outlet`: `any`, `same` or `different`. `subject`, `place`, `event`, `period`: `any`, `compatible` (equal, or one
    side does not say it) or `same` (both say it, and it is equal).
    `window_days`: the two as-of times (publication times where none is given) lie no further apart; sides without either pass.
    `min_outlets`, `min_origins`, `min_articles` and `min_claims` count over the claims of the relations that are left, `max_articles` over
    all that disagree.
    """

    articles: str = "any"
    speaker: str = "any"
    outlet: str = "any"
    subject: str = "any"
    place: str = "any"
    event: str = "any"
    period: str = "any"
    window_days: Decimal | None = None
    min_outlets: int = 1
    min_origins: int = 1
    min_articles: int = 1
    max_articles: int | None = None
    min_claims: int = 2


@dataclass(frozen=True, slots=True)
class Compare:
    """When two values are too near, or move the wrong way, to be reported. Everything here takes findings away, except `update_limit`.

    `relative`: gap between the values as a part of the larger one; `absolute`: gap in the unit of the larger; `days`: gap between times.
    `hedges`: a figure with this hedge reaches this part of itself further (about, nearly, over, under and several, each towards where it
    points).
    `rounding`: how many steps of the last printed digit a figure reaches to either side. `direction`: report only when the later value is
    higher (`rising`) or lower (`falling`). `update_limit`: an update by more than this factor is reported although it is an update.
    """

    relative: Decimal | None = None
    absolute: Decimal | None = None
    days: Decimal | None = None
    hedges: Mapping[str, Decimal] = field(default_factory=dict)
    rounding: Decimal | None = None
    direction: str = "any"
    update_limit: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ExampleArticle:
    """An article of an example. `source` is "" and `published` None where the example does not say."""

    text: str
    source: str = ""
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """The articles of an example and whether the rule must report something on them. `where` is its place in the rule file."""

    articles: tuple[ExampleArticle, ...]
    fires: bool
    where: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `group` is how its message lists the sides: by `value`, by `outlet` or by `speaker`; `shown` where its findings are shown
    (of `model.SHOWN`) while they are information. `pack` is the name of its folder, `where` the place of its id."""

    id: str
    name: Bilingual
    level: Level
    message: Bilingual
    advice: Bilingual | None = None
    about: Bilingual | None = None
    priority: int = 0
    preview: bool = False
    max: int | None = None
    group: str = "value"
    shown: tuple[str, ...] = SHOWN
    select: Select = field(default_factory=Select)
    align: Align = field(default_factory=Align)
    compare: Compare = field(default_factory=Compare)
    examples: tuple[Example, ...] = ()
    extends: str = ""
    pack: str = ""
    where: str = ""

    @property
    def specificity(self) -> int:
        """How narrow the rule is: a subject, a word or an attribute weighs more than an outlet, a unit or a reason, those more than a
        family."""
        select, align = self.select, self.align
        narrow = (select.subjects, select.words, select.attributes)
        middle = (select.outlets, select.places, select.units, select.reasons, select.stances, select.time)
        score = 16 * sum(bool(part) for part in narrow) + 4 * sum(bool(part) for part in middle) + bool(select.families)
        score += 4 * (select.headline is not None) + 4 * (len(select.kinds) == 1)
        ways = (align.articles, align.speaker, align.outlet, align.subject, align.place, align.event, align.period)
        return score + 2 * sum(way != "any" for way in ways)

    @property
    def order(self) -> tuple[int, int, str]:
        """Rules are asked in this order: priority, then specificity, then id."""
        return (-self.priority, -self.specificity, self.id)

    def __post_init__(self) -> None:
        if self.level not in tuple(Level):
            raise ValueError(self.level)


def build_rule(data: Mapping[str, Any], *, pack: str, where: str, example_places: Mapping[tuple[str, int], str]) -> Rule:
    """The rule that checked `data` (every key of it valid, overlays merged, defaults not filled in) describes."""
    select, align, compare, report = (dict(data.get(part, {})) for part in ("select", "align", "compare", "report"))
    tolerance = compare.pop("tolerance", {})
    headline = select.pop("headline", None)
    window = align.pop("window_days", None)
    advice, about = report.get("advice"), data.get("about")
    name = Bilingual(**data["name"])
    return Rule(
        id=data["id"],
        name=name,
        level=Level(data["level"]),
        message=Bilingual(**report["message"]),
        advice=Bilingual(**advice) if advice else None,
        about=Bilingual(**about) if about else None,
        priority=data.get("priority", 0),
        preview=data.get("preview", False),
        max=data.get("max"),
        group=report.get("group", "value"),
        shown=tuple(place for place in SHOWN if place in report.get("show", SHOWN)),
        select=Select(**{key: frozenset(values) for key, values in select.items()} | {"units": _name_units(select)}, headline=headline),
        align=Align(**align, window_days=_decimal(window)),
        compare=Compare(
            relative=_decimal(tolerance.get("relative")),
            absolute=_decimal(tolerance.get("absolute")),
            days=_decimal(tolerance.get("days")),
            hedges={key: Decimal(str(width)) for key, width in sorted(compare.get("hedges", {}).items())},
            rounding=_decimal(compare.get("rounding")),
            direction=compare.get("direction", "any"),
            update_limit=_decimal(compare.get("update_limit")),
        ),
        examples=tuple(_read_examples(data.get("examples", {}), example_places)),
        extends=data.get("extends", ""),
        pack=pack,
        where=where,
    )


def _name_units(select: Mapping[str, Any]) -> frozenset[str]:
    """The ids of the units selected, which may be given as they are written."""
    return frozenset(id_ for unit in select.get("units", ()) if (id_ := name_unit(unit)) is not None)


def _decimal(number: Any) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _read_examples(data: Mapping[str, Any], places: Mapping[tuple[str, int], str]) -> list[Example]:
    found = []
    for verdict in ("fires", "silent"):
        for index, texts in enumerate(data.get(verdict, [])):
            articles = tuple(ExampleArticle(text=entry) if isinstance(entry, str) else ExampleArticle(**entry) for entry in texts)
            found.append(Example(articles=articles, fires=verdict == "fires", where=places.get((verdict, index), "")))
    return found
