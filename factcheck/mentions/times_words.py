"""The words of time (data/times.yml) as tables, read once when first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from factcheck.model import Hedge

__all__ = ["Holiday", "Part", "TimeWords", "join_words", "load_words"]


class Part(NamedTuple):
    """A part of the day: hours from midnight (over 24: after midnight), and how a twelve-hour clock beside it is read."""

    start: int
    end: int
    clock: str


class Holiday(NamedTuple):
    """How the day of a holiday is found: `rule` is date, lunar, nth or term; `values` its numbers, `term` the solar term."""

    rule: str
    values: tuple[int, ...] = ()
    term: str = ""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The tables of data/times.yml; offsets as there, words in simplified script."""

    years: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, int]
    quarters: Mapping[str, int]
    weeks: Mapping[str, int]
    told_years: Mapping[str, int]
    told_months: Mapping[str, int]
    told_days: Mapping[str, int]
    day_parts: Mapping[str, tuple[int, str, bool]]
    parts: Mapping[str, Part]
    short_parts: Mapping[str, str]
    year_windows: Mapping[str, tuple[int, ...]]
    year_windows_alone: tuple[str, ...]
    seasons: Mapping[str, tuple[int, ...]]
    seasons_alone: tuple[str, ...]
    month_windows: Mapping[str, tuple[int, ...]]
    month_windows_alone: tuple[str, ...]
    long_windows: Mapping[str, tuple[int, ...]]
    zones: Mapping[str, str]
    holidays: Mapping[str, Holiday]
    guarded_holidays: tuple[str, ...]
    holiday_guard: tuple[str, ...]
    terms: tuple[str, ...]
    terms_guarded: tuple[str, ...]
    ahead_before: tuple[str, ...]
    ahead_after: tuple[str, ...]
    ahead_guards: Mapping[str, tuple[str, str]]
    past_before: tuple[str, ...]
    past_after: tuple[str, ...]
    not_after: Mapping[str, str]
    not_before: Mapping[str, tuple[str, ...]]
    year_is_length: tuple[str, ...]
    month_not_before: tuple[str, ...]
    day_not_before: tuple[str, ...]
    number_not_before: tuple[str, ...]
    hour_not_before: tuple[str, ...]
    minute_not_before: str
    middle_before: tuple[str, ...]
    heads: tuple[str, ...]
    hedges: Mapping[str, Hedge]


def join_words(words: Iterable[str]) -> str:
    """An alternation that takes the longest word first, for use inside a pattern."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def load_words() -> TimeWords:
    """The tables, checked by their shape as they are read."""
    source = files("factcheck.mentions").joinpath("data/times.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    def offsets(key: str) -> dict[str, int]:
        return {word: int(offset) for word, offset in data[key].items() if offset is not None}

    def windows(key: str) -> dict[str, tuple[int, ...]]:
        return {word: tuple(int(n) for n in window) for word, window in data[key].items()}

    holidays = {}
    for name, entry in data["holidays"].items():
        rule = next(key for key in ("date", "lunar", "nth", "term") if key in entry)
        holidays[name] = Holiday(rule, (), entry[rule]) if rule == "term" else Holiday(rule, tuple(entry[rule]))
    for term in (*data["terms"], *data["terms_guarded"]):
        holidays.setdefault(term, Holiday("term", (), term))
    return TimeWords(
        years=offsets("years"),
        months=offsets("months"),
        days=offsets("days"),
        quarters=offsets("quarters"),
        weeks=offsets("weeks"),
        told_years=offsets("told_years"),
        told_months=offsets("told_months"),
        told_days=offsets("told_days"),
        day_parts={word: (int(day), str(part), bool(told)) for word, (day, part, told) in data["day_parts"].items()},
        parts={word: Part(int(start), int(end), str(clock)) for word, (start, end, clock) in data["parts"].items()},
        short_parts=dict(data["short_parts"]),
        year_windows=windows("year_windows"),
        year_windows_alone=tuple(data["year_windows_alone"]),
        seasons=windows("seasons"),
        seasons_alone=tuple(data["seasons_alone"]),
        month_windows=windows("month_windows"),
        month_windows_alone=tuple(data["month_windows_alone"]),
        long_windows=windows("long_windows"),
        zones={word: str(zone) for word, zone in data["zones"].items()},
        holidays=holidays,
        guarded_holidays=tuple(name for name, entry in data["holidays"].items() if entry.get("guard")),
        holiday_guard=tuple(data["holiday_guard"]),
        terms=tuple(data["terms"]),
        terms_guarded=tuple(data["terms_guarded"]),
        ahead_before=tuple(data["ahead_before"]),
        ahead_after=tuple(data["ahead_after"]),
        past_before=tuple(data["past_before"]),
        past_after=tuple(data["past_after"]),
        ahead_guards={word: (str(guard["after"]), str(guard["before"])) for word, guard in data["ahead_guards"].items()},
        not_after={word: str(characters) for word, characters in data["not_after"].items()},
        year_is_length=tuple(data["year_is_length"]),
        month_not_before=tuple(data["month_not_before"]),
        day_not_before=tuple(data["day_not_before"]),
        number_not_before=tuple(data["number_not_before"]),
        hour_not_before=tuple(data["hour_not_before"]),
        minute_not_before=str(data["minute_not_before"]),
        middle_before=tuple(data["middle_before"]),
        heads=tuple(data["heads"]),
        hedges={word: Hedge(hedge) for hedge, words in data["hedges"].items() for word in words},
        not_before={word: tuple(str(after) for after in words) for word, words in data["not_before"].items()},
    )
