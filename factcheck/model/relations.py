"""How two claims stand to each other, and the sets that they make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from factcheck.model.claims import Family

__all__ = ["CONFLICT", "ConflictSet", "Kind", "Reason", "Relation", "ValueGroup"]


class Kind(StrEnum):
    """How two claims relate."""

    AGREES = "agrees"
    REFINES = "refines"
    UPDATES = "updates"
    DISPUTES = "disputes"
    CONTRADICTS = "contradicts"
    INCOMPARABLE = "incomparable"


CONFLICT = frozenset({Kind.CONTRADICTS, Kind.DISPUTES})
"""Kinds of relations between what cannot both be so."""


class Reason(StrEnum):
    """Why two claims relate as they do. A closed list: each has a text in both languages in the message catalogue."""

    # agrees / refines
    SAME_VALUE = "same_value"
    CONVERTED = "converted"  # equal after unit conversion
    ROUNDING = "rounding"
    HEDGES_OVERLAP = "hedges_overlap"
    MORE_PRECISE = "more_precise"
    SAME_POLARITY = "same_polarity"
    COPIED_TEXT = "copied_text"
    # updates
    UPDATE_OVER_TIME = "update_over_time"
    STALE = "stale"
    CORRECTION = "correction"
    # contradicts / disputes
    VALUES_DISJOINT = "values_disjoint"
    FALLING_TOTAL = "falling_total"
    SAME_SPEAKER = "same_speaker"
    DENIED = "denied"
    OPPOSITE = "opposite"
    OTHER_NAME = "other_name"
    OTHER_DATE = "other_date"
    OTHER_ORDER = "other_order"
    ARITHMETIC = "arithmetic"
    # incomparable
    OTHER_SUBJECT = "other_subject"
    OTHER_ATTRIBUTE = "other_attribute"
    OTHER_POPULATION = "other_population"
    OTHER_PLACE = "other_place"
    OTHER_PERIOD = "other_period"
    OTHER_EVENT = "other_event"
    OTHER_UNIT = "other_unit"
    OTHER_BASE = "other_base"
    PART_AND_WHOLE = "part_and_whole"
    PLAN_AGAINST_RESULT = "plan_against_result"
    OPINION = "opinion"
    MULTI_VALUED = "multi_valued"
    UNRESOLVED = "unresolved"  # a key part (year, subject) is missing


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds between two claims (ids, `a` < `b` in reading order). `gates` lists (gate, outcome) in the order they were tried."""

    a: str
    b: str
    kind: Kind
    reason: Reason
    gates: tuple[tuple[str, str], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"a": self.a, "b": self.b, "kind": self.kind.value, "reason": self.reason.value}


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """One value of a conflict set and the claims (ids, reading order) that give it. `origins` is the number of independent sources
    behind them."""

    label: str
    claims: tuple[str, ...]
    origins: int = 0


@dataclass(frozen=True, slots=True)
class ConflictSet:
    """All claims about one fact that do not all agree, grouped by value. `relations` are those between its claims; `origins` are its
    claims by independent origin, whatever value they give."""

    id: str
    family: Family
    subject: str
    attribute: str
    event: str
    groups: tuple[ValueGroup, ...]
    relations: tuple[Relation, ...]
    origins: tuple[tuple[str, ...], ...] = ()
