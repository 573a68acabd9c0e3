"""Data files (YAML) read with the place of every key and value, and nothing that a data file has no business to hold.

What is read is a tree of dicts, lists, strings, numbers, booleans and None. Anchors, aliases (and with them alias bombs), tags, several
documents, repeated keys, keys that are not words, deep nesting and large files are refused. A plain scalar is a number, `true`, `false`
or `null` as in the YAML 1.2 core schema; everything else, dates, `yes` and `no` included, is text.

PyYAML's event parser is used because it reads 7,600 KB/s with libyaml where ruamel.yaml's round-trip loader reads 150.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from factcheck.errors import ConfigError

__all__ = ["MAX_BYTES", "DataFile", "Key", "Position", "one_line", "parse_data", "read_data", "shipped_rules_directory"]

Key = tuple[str | int, ...]

MAX_BYTES = 256 * 1024
MAX_DEPTH = 24
MAX_NODES = 100_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}\Z")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18}|[0-9]{1,18})(?:[eE][-+]?[0-9]{1,2})?\Z")
_WORDS: dict[str, bool | None] = {"true": True, "True": True, "false": False, "False": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file, both from 1; the column counts characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file that was read. `values` and `keys` give where the value and the key at a path (`("select", "families", 0)`) stand."""

    name: str
    text: str
    data: Any
    values: Mapping[Key, Position] = field(default_factory=dict)
    keys: Mapping[Key, Position] = field(default_factory=dict)

    def position(self, path: Key, *, key: bool = False) -> Position:
        """Where the value (or the key) at `path` stands; that of the nearest enclosing node where `path` does not exist."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Position(1, 1))

    def where(self, path: Key, *, key: bool = False) -> str:
        """`name:line:column` of the value (or the key) at `path`."""
        place = self.position(path, key=key)
        return f"{self.name}:{place.line}:{place.column}"

    def line(self, number: int) -> str:
        """A line of the file without the white space around it, "" outside the file."""
        lines = self.text.splitlines()
        return lines[number - 1].strip() if 0 < number <= len(lines) else ""

    def invert(self, section: str) -> dict[str, str]:
        """Word -> group, of a section that lists the words of each group. Raises ConfigError (name:line) for a word in two groups."""
        words: dict[str, str] = {}
        for group, members in self.data[section].items():
            for index, word in enumerate(members):
                if word in words:
                    place = f"{self.name}:{self.position((section, group, index)).line}"
                    raise ConfigError(f"{word} stands in {words[word]} and in {group}", where=place, hint="a word belongs to one group")
                words[word] = group
        return words


def shipped_rules_directory() -> Path:
    """The folder of the rule packs that ship with the package: inside it when installed, beside it in a source checkout.

    Raises ConfigError when neither is there (a broken installation).
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "rules" / "shipped", package.parent / "rules"):
        if (candidate / "core").is_dir():
            return candidate
    raise ConfigError("the rule packs that belong to factcheck are missing", where=str(package), hint="install the package again")


def read_data(path: Path, *, max_bytes: int = MAX_BYTES) -> DataFile:
    """The data file at `path`. Raises ConfigError, with the place, for one that cannot be read or is not plain YAML."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(max_bytes + 1)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", where=str(path)) from None
    if len(raw) > max_bytes:
        raise ConfigError(f"is larger than {max_bytes // 1024} KB", where=str(path), hint="split it")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError("is not UTF-8", where=f"{path}:{line}:1", hint="save the file as UTF-8") from None
    return parse_data(text, name=str(path))


def parse_data(text: str, *, name: str) -> DataFile:
    """`text` as a data file called `name` in messages. Raises ConfigError, with the place, for anything but plain YAML."""
    builder = _Builder(name, text)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(str(part) for part in (error.context, error.problem) if part)
        if "nesting depth" in what:  # libyaml counts brackets itself from PyYAML 6.0.4 on, before it hands out the first event
            raise ConfigError(f"is nested deeper than {MAX_DEPTH} levels", where=_mark(name, mark), hint="make it flatter") from None
        indent = text.splitlines()[mark.line][: mark.column + 1] if mark is not None and mark.line < len(text.splitlines()) else ""
        hint = "indent with blanks, not with tabs" if "\t" in indent and not indent.strip() else "check quotes, indentation and colons"
        raise ConfigError(f"is not YAML: {one_line(what)}", where=_mark(name, mark), hint=hint) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 if isinstance(error.position, int) else 1
        raise ConfigError(
            "holds a character that YAML does not allow", where=f"{name}:{line}:1", hint="remove control characters"
        ) from None
    except UnicodeEncodeError:
        raise ConfigError("holds a character that cannot be written as UTF-8", where=f"{name}:1:1") from None
    return DataFile(name=name, text=text, data=builder.root, values=builder.values, keys=builder.keys)


def one_line(text: str) -> str:
    """`text` on one line: white space as single blanks, what cannot be printed as �. For words of a file that stand in a message."""
    return "".join(character if character.isprintable() else "�" for character in " ".join(text.split()))


def _mark(name: str, mark: Any) -> str:
    return f"{name}:{mark.line + 1}:{mark.column + 1}" if mark is not None else f"{name}:1:1"


class _Builder:
    """Makes the tree from parser events, without recursion."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.root: Any = None
        self.values: dict[Key, Position] = {}
        self.keys: dict[Key, Position] = {}
        self._documents = 0
        self._stack: list[tuple[Any, Key]] = []
        self._pending: list[str | None] = []

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "holds more than one document", "keep one document a file")
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, "uses an alias (*name)", "write the value out")
        elif isinstance(event, yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._open(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()
            self._pending.pop()

    def _open(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "uses an anchor (&name)", "write the value out where it is needed")
        if event.tag is not None and event.tag != "!":
            self._refuse(event, f"uses a tag ({event.tag})", "use plain text, numbers, lists and mappings")
        place = Position(event.start_mark.line + 1, event.start_mark.column + 1)
        holder = self._stack[-1][0] if self._stack else None
        if isinstance(holder, dict) and self._pending[-1] is None:
            self._take_key(event, holder, place)
            return
        value: Any = _scalar(event) if isinstance(event, yaml.ScalarEvent) else {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._put(holder, value)
        self.values[path] = place
        if len(self.values) > MAX_NODES:
            self._refuse(event, f"holds more than {MAX_NODES} values", "split it")
        if not isinstance(event, yaml.ScalarEvent):
            if len(self._stack) >= MAX_DEPTH:
                self._refuse(event, f"is nested deeper than {MAX_DEPTH} levels", "make it flatter")
            self._stack.append((value, path))
            self._pending.append(None)

    def _take_key(self, event: Any, holder: dict[str, Any], place: Position) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "has a key that is not a word", "keys are plain words")
        if event.value in holder:
            self._refuse(event, f'has the key "{event.value}" twice', "keep one of them")
        self._pending[-1] = event.value
        self.keys[(*self._stack[-1][1], event.value)] = place

    def _put(self, holder: Any, value: Any) -> Key:
        if holder is None:
            self.root = value
            return ()
        above = self._stack[-1][1]
        if isinstance(holder, list):
            holder.append(value)
            return (*above, len(holder) - 1)
        key = self._pending[-1]
        assert key is not None
        holder[key] = value
        self._pending[-1] = None
        return (*above, key)

    def _refuse(self, event: Any, message: str, hint: str) -> None:
        raise ConfigError(one_line(message), where=_mark(self.name, event.start_mark), hint=hint)


def _scalar(event: Any) -> str | int | float | bool | None:
    text: str = event.value
    if event.style is not None and event.style != "":
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text
