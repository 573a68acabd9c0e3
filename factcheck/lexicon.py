"""Attributes: what words make a claim about a measure, and how the measure behaves in time.

An attribute file is `attributes.yml` in the folder of a rule pack; a rule file may describe attributes of its own under `attributes`. This
module reads them; the claims stage finds the words in a text and the
rules name the attributes.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from factcheck.datafile import DataFile, Key, one_line, read_data, shipped_rules_directory
from factcheck.errors import ConfigError
from factcheck.model import Family

__all__ = ["AttributeEntry", "AttributeName", "load_attributes"]

TimeBehaviour = Literal["fixed", "stock", "cumulative", "flow"]

MAX_FILE = 2 * 1024 * 1024
_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*\Z")
_TIMES = ("fixed", "stock", "cumulative", "flow")
_SIDES = ("before", "after", "any")
_KEYS = ("id", "name", "family", "time", "words", "units", "dimension", "populations", "scope", "not_words", "side", "near")
_NEEDED = ("id", "name", "family", "time", "words")


@dataclass(frozen=True, slots=True)
class AttributeName:
    """The name of an attribute in reports."""

    zh: str
    en: str

    def text(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class AttributeEntry:
    """One attribute.

    `id` is dotted, the group first (`casualties.dead`). `words` (simplified script, longest first) make a claim about it; a word of
    `not_words` at the same place says that it is not meant (死亡率 for 死亡). `units` and `dimension` (ids as in model.Quantity) bound
    the figures it takes, empty: any. `populations` are head nouns that must stand with the figure, empty: any. `scope` is the part of the
    scope that holds unless the text says otherwise (`accumulation`: cumulative, per_period, or
    per_day for what each day has its own of: without a time it is that of the day of publication). `side`: the word stands `before` the
    figure, `after` it, or
    `any`. `near`: ids of
    attributes by whose words another outlet may mean the very same figure (逮捕 and 拘留): worth comparing where all else agrees. `pack`:
    the folder it came from, `where` its place in the file (path:line:column); `own` whether a desk gave it: it goes before a shipped one
    with the same word.
    """

    id: str
    name: AttributeName
    family: Family
    time: TimeBehaviour
    words: tuple[str, ...]
    units: tuple[str, ...] = ()
    dimension: str = ""
    populations: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    scope: tuple[tuple[str, str], ...] = ()
    side: str = "any"
    near: tuple[str, ...] = ()
    pack: str = ""
    where: str = ""
    own: bool = False


def load_attributes(dirs: Iterable[Path] = (), inline: Iterable[tuple[DataFile, str]] = ()) -> tuple[AttributeEntry, ...]:
    """The attributes of the shipped packs, of every `attributes.yml` in `dirs` (a pack folder or a folder of packs), and of the lists under
    `attributes` in `inline` (rule files that the schema has accepted, each with its pack), sorted by id.

    A file of `dirs` or `inline` may give an id again: its words, units, populations and not-words are added, everything else it says
    replaces what was there. Raises ConfigError (every mistake of all files, one line each) for a file that is wrong.
    """
    problems: list[str] = []
    found = dict(_load_shipped())
    for root in dirs:
        _put(_read_folder(Path(root), problems), found, problems, own=True)
    told = []
    for source, pack in inline:
        for index, data in enumerate(source.data["attributes"]):
            path = ("attributes", index)
            told.append(_Told(_build_entry(data, pack, source.where(path)), source, path))
    _put(told, found, problems, own=True)
    _refuse(problems)
    return tuple(found[name] for name in sorted(found))


@dataclass(frozen=True, slots=True)
class _Told:
    """An attribute and where it is described."""

    entry: AttributeEntry
    source: DataFile
    path: Key


@functools.cache
def _load_shipped() -> Mapping[str, AttributeEntry]:
    found: dict[str, AttributeEntry] = {}
    problems: list[str] = []
    _put(_read_folder(shipped_rules_directory(), problems), found, problems, own=False)
    _refuse(problems)
    return found


def _read_folder(root: Path, problems: list[str]) -> list[_Told]:
    return [told for path in _find_files(root, problems) for told in _read_entries(path, problems)]


def _put(layer: Sequence[_Told], found: dict[str, AttributeEntry], problems: list[str], *, own: bool) -> None:
    """Put the attributes of a layer among those that are there; twice in one layer is a mistake. They may be near to each other in any
    order."""
    seen: set[str] = set()
    for told in layer:
        entry = told.entry
        if entry.id in seen:
            _note(problems, told.source, (*told.path, "id"), f'the attribute "{entry.id}" is described twice')
        seen.add(entry.id)
        found[entry.id] = replace(_overlay(found[entry.id], entry) if own and entry.id in found else entry, own=own)
    for told in layer:
        for name in told.entry.near:
            if name not in found:
                _note(problems, told.source, (*told.path, "near"), f'near: there is no attribute "{name}"{_suggest(name, tuple(found))}')


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        count = f"{len(problems)} mistakes in attribute files: " if len(problems) > 1 else ""
        raise ConfigError(count + "; ".join(problems), problems=tuple(problems))


def _note(problems: list[str], source: DataFile, path: Key, message: str, *, key: bool = False) -> None:
    """`path:line:column: what`, and the line as it stands."""
    shown = source.line(source.position(path, key=key).line)[:80]
    problems.append(one_line(f"{source.where(path, key=key)}: {message}") + (f"  | {one_line(shown)}" if shown else ""))


def _find_files(root: Path, problems: list[str]) -> list[Path]:
    inside = root.resolve()
    found = []
    for path in (root / "attributes.yml", *sorted(root.glob("*/attributes.yml"))):
        if path.is_file() and path.resolve().is_relative_to(inside):
            found.append(path)
        elif path.is_file():
            problems.append(one_line(f"{path}: leads outside the folder of its pack: attribute files must lie in it"))
    return found


def _read_entries(path: Path, problems: list[str]) -> list[_Told]:
    try:
        source = read_data(path, max_bytes=MAX_FILE)
    except ConfigError as error:
        problems.append(one_line(str(error)))
        return []
    if not isinstance(source.data, list):
        _note(problems, source, (), "an attribute file is a list of attributes")
        return []
    entries = []
    for index, data in enumerate(source.data):
        before = len(problems)
        _check_entry(source, (index,), data, problems)
        if len(problems) == before:
            entries.append(_Told(_build_entry(data, path.parent.name, source.where((index,))), source, (index,)))
    return entries


def _check_entry(source: DataFile, path: Key, data: Any, problems: list[str]) -> None:
    if not isinstance(data, dict):
        _note(problems, source, path, f"an attribute is a mapping with {', '.join(_NEEDED)}")
        return
    for key in data:
        if key not in _KEYS:
            _note(problems, source, (*path, key), f'"{key}" is not a key of an attribute{_suggest(key, _KEYS)}', key=True)
    for key in _NEEDED:
        if key not in data:
            _note(problems, source, path, f'an attribute needs "{key}"')
    expected: dict[str, tuple[bool, str]] = {
        "id": (isinstance(data.get("id"), str) and bool(_ID.match(str(data.get("id")))), "a dotted name such as casualties.dead"),
        "name": (_is_name(data.get("name")), "a mapping with zh and en"),
        "family": (data.get("family") in tuple(Family), "one of " + ", ".join(Family)),
        "time": (data.get("time") in _TIMES, "one of " + ", ".join(_TIMES)),
        "side": (data.get("side", "any") in _SIDES, "one of " + ", ".join(_SIDES)),
        "dimension": (isinstance(data.get("dimension", ""), str), "a text"),
        "scope": (_is_texts_mapping(data.get("scope", {})), "a mapping of texts"),
    }
    for key in ("words", "units", "populations", "not_words", "near"):
        value = data.get(key, [])
        good = (
            isinstance(value, list)
            and all(isinstance(word, str) and (word.strip() or key == "units") for word in value)
            and (key != "words" or bool(value))
        )
        expected[key] = (good, "a list of texts")
    for key, (good, what) in expected.items():
        if key in data and not good:
            near = _suggest(str(data[key]), tuple(Family) if key == "family" else _TIMES if key == "time" else ())
            _note(problems, source, (*path, key), f"{key}: expected {what}{near}")


def _is_name(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {"zh", "en"} and all(isinstance(text, str) and text for text in value.values())


def _is_texts_mapping(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _build_entry(data: Mapping[str, Any], pack: str, where: str) -> AttributeEntry:
    return AttributeEntry(
        id=data["id"],
        name=AttributeName(**data["name"]),
        family=Family(data["family"]),
        time=data["time"],
        words=_longest_first(data["words"]),
        units=tuple(data.get("units", ())),
        dimension=data.get("dimension", ""),
        populations=tuple(data.get("populations", ())),
        not_words=_longest_first(data.get("not_words", ())),
        scope=tuple(sorted(data.get("scope", {}).items())),
        side=data.get("side", "any"),
        near=tuple(sorted(data.get("near", ()))),
        pack=pack,
        where=where,
    )


def _overlay(base: AttributeEntry, own: AttributeEntry) -> AttributeEntry:
    return AttributeEntry(
        id=own.id,
        name=own.name,
        family=own.family,
        time=own.time,
        words=_longest_first((*base.words, *own.words)),
        units=tuple(dict.fromkeys((*base.units, *own.units))),
        dimension=own.dimension or base.dimension,
        populations=tuple(dict.fromkeys((*base.populations, *own.populations))),
        not_words=_longest_first((*base.not_words, *own.not_words)),
        scope=own.scope or base.scope,
        side=own.side,
        near=tuple(sorted({*base.near, *own.near})),
        pack=own.pack,
        where=own.where,
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def _suggest(name: str, options: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, list(options), n=1, cutoff=0.5)
    return f'; did you mean "{near[0]}"?' if near else ""
