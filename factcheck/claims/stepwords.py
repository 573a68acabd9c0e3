"""The words of `data/steps.yml`, loaded once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.claims.lexicon import load_event_words
from factcheck.datafile import DataFile, read_data
from factcheck.errors import ConfigError

__all__ = ["StepWords", "load_step_words", "read_step_words"]


@dataclass(frozen=True, slots=True)
class StepWords:
    """One frozen set a list of `data/steps.yml`, see there; `near`: the sets of event types that may be told of one step; `kin`:
    the families of words that may be."""

    fixed: frozenset[str]
    saying: frozenset[str]
    performed: frozenset[str]
    empty: frozenset[str]
    leaving: frozenset[str]
    whole: frozenset[str]
    emergency: frozenset[str]
    affair: frozenset[str]
    accidents: frozenset[str]
    course: frozenset[str]
    near: tuple[frozenset[str], ...]
    kin: tuple[frozenset[str], ...]

    def are_kin(self, one: str, other: str) -> bool:
        """Whether two words stand in one family of words for a step. Symmetric."""
        return any(one in family and other in family for family in self.kin)

    def families_of(self, word: str) -> tuple[str, ...]:
        """The names of the families of words that a word stands in (`kin`)."""
        return tuple(f"kin{n}" for n, family in enumerate(self.kin) if word in family)

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether two event types may be told of one step. Symmetric."""
        return one == other or any(one in group and other in group for group in self.near)


_GROUPED = ("near", "kin")
"""The lists of lists."""


@cache
def load_step_words() -> StepWords:
    """The shipped words."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "steps.yml") as path:
        return read_step_words(read_data(Path(path)))


def read_step_words(file: DataFile) -> StepWords:
    """The words of a file. Raises ConfigError (path:line) when a list is missing, unknown or not a list of words, and for an event type
    that `events.yml` does not have."""
    known = {f.name for f in fields(StepWords)}
    for name, words in file.data.items():
        if name not in known:
            raise ConfigError(f"unknown list {name!r}", where=file.where((name,), key=True), hint=f"known: {', '.join(sorted(known))}")
        grouped = name in _GROUPED
        groups = words if grouped and isinstance(words, list) else [words]
        for index, group in enumerate(groups):
            place = (name, index) if grouped else (name,)
            if not isinstance(group, list) or not all(isinstance(w, str) and w for w in group):
                raise ConfigError(f"{name} must be a list of words", where=file.where(place, key=not grouped))
            if name in {"accidents", "course", "near"}:
                unknown = sorted(set(group) - set(load_event_words().types.values()))
                if unknown:
                    raise ConfigError(f"unknown event type {unknown[0]!r}", where=file.where(place, key=not grouped))
    if missing := known - file.data.keys():
        raise ConfigError(f"missing lists: {', '.join(sorted(missing))}", where=file.name)
    lists = {name: frozenset(words) for name, words in file.data.items() if name not in _GROUPED}
    near, kin = (tuple(frozenset(group) for group in file.data[name]) for name in _GROUPED)
    return StepWords(**lists, near=near, kin=kin)
