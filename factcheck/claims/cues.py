"""The cue words of `data/cues.yml` as sets, loaded once."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.datafile import DataFile, read_data
from factcheck.errors import ConfigError

__all__ = ["Cues", "load_cues", "read_word_lists", "word_pattern"]


@dataclass(frozen=True, slots=True)
class Cues:
    """One frozen set a list of `data/cues.yml`; lists whose name ends in `_in` are looked up anywhere in a clause."""

    says: frozenset[str]
    opines: frozenset[str]
    denies: frozenset[str]
    confirms: frozenset[str]
    avows: frozenset[str]
    admits: frozenset[str]
    speaks_for: frozenset[str]
    anybody: frozenset[str]
    according: frozenset[str]
    forecasts: frozenset[str]
    plans: frozenset[str]
    bids: frozenset[str]
    supposes: frozenset[str]
    unconfirmed_in: frozenset[str]
    ongoing: frozenset[str]
    pending: frozenset[str]
    negations: frozenset[str]
    not_yet_in: frozenset[str]
    no_negation_in: frozenset[str]
    relative: frozenset[str]
    part_in: frozenset[str]
    whole_in: frozenset[str]
    cumulative_in: frozenset[str]
    restrictive: frozenset[str]
    first_day: frozenset[str]
    further: frozenset[str]
    manner_of_death: frozenset[str]
    rest: frozenset[str]
    before_in: frozenset[str]
    fillers: frozenset[str]
    opens_clause: frozenset[str]
    approves: frozenset[str]
    disapproves: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    base_year: frozenset[str]
    base_previous: frozenset[str]
    links: frozenset[str]
    current_office: frozenset[str]
    former_office: frozenset[str]
    without: frozenset[str]
    hearsay_in: frozenset[str]
    at_large_in: frozenset[str]
    each: frozenset[str]
    always: frozenset[str]
    at_all_in: frozenset[str]
    no_one: frozenset[str]
    already_in: frozenset[str]
    in_truth: frozenset[str]
    have_not: frozenset[str]
    have_never: frozenset[str]
    nobody: frozenset[str]
    idle_nouns: frozenset[str]
    governs_clause: frozenset[str]
    rumoured_in: frozenset[str]
    speaker_ends: frozenset[str]
    sayings: frozenset[str]
    part_locally: frozenset[str]
    opens_parts: frozenset[str]
    divides_in: frozenset[str]
    age_then_in: frozenset[str]
    said_not_in: frozenset[str]
    all_well_in: frozenset[str]
    leaves_open: frozenset[str]
    that_day: frozenset[str]
    at_once_day: frozenset[str]
    same_day: frozenset[str]
    points_back: frozenset[str]
    next_day: frozenset[str]
    day_after_in: frozenset[str]
    now_in: frozenset[str]
    whole_year_in: frozenset[str]
    phases: frozenset[str]
    first_time_in: frozenset[str]
    struck: frozenset[str]
    achieves: frozenset[str]
    carries_out: frozenset[str]
    custody_in: frozenset[str]
    alone_in: frozenset[str]
    changes_hands_in: frozenset[str]
    number_ends: frozenset[str]
    suffers: frozenset[str]
    counted_states: frozenset[str]
    ballot_in: frozenset[str]
    vague_happenings: frozenset[str]
    whatever_happened: frozenset[str]
    moved_in: frozenset[str]
    neighbour_in: frozenset[str]
    staged_in: frozenset[str]
    in_danger_in: frozenset[str]
    all_in: frozenset[str]
    going_on: frozenset[str]
    dull_nouns: frozenset[str]
    of_affair: frozenset[str]
    bare_totals: frozenset[str]
    whole_price_ends: frozenset[str]
    threatened_in: frozenset[str]
    harmed_in: frozenset[str]
    inner_bodies_in: frozenset[str]
    chooses_site: frozenset[str]
    ties: frozenset[str]
    happens: frozenset[str]
    puts: frozenset[str]
    lies: frozenset[str]
    home_lands: frozenset[str]


@cache
def load_cues() -> Cues:
    """The shipped cue words. Raises ConfigError (path:line) as `read_word_lists` does."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "cues.yml") as path:
        return Cues(**read_word_lists(read_data(Path(path)), frozenset(f.name for f in fields(Cues))))


def read_word_lists(file: DataFile, known: Set[str]) -> dict[str, frozenset[str]]:
    """The lists of words of a file by name, `known` being the names that it must have and may have. Raises ConfigError (path:line) for a
    file that is no mapping and for a list that is missing, unknown, empty or not of words."""
    if not isinstance(file.data, dict):
        raise ConfigError("must map names to lists of words", where=f"{file.name}:1")
    for name, words in file.data.items():
        place = f"{file.name}:{file.position((name,), key=True).line}"
        if name not in known:
            raise ConfigError(f"unknown list {name!r}", where=place, hint=f"known: {', '.join(sorted(known))}")
        if not isinstance(words, list) or not words or not all(isinstance(w, str) and w for w in words):
            raise ConfigError(f"{name} must be a list of words", where=place)
    if missing := known - file.data.keys():
        raise ConfigError(f"missing lists: {', '.join(sorted(missing))}", where=file.name)
    return {name: frozenset(words) for name, words in file.data.items()}


@cache
def word_pattern(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern that finds the longest of the words at each place."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or r"(?!)")
