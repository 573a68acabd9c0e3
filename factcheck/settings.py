"""The settings of a run: `[tool.factcheck]` in pyproject.toml, or factcheck.toml, found above a folder, checked, each value's origin known.

A settings file may hold

    lang = "zh"                      # language of reports: zh or en
    backend = "auto"                 # what reads the text
    rules = ["desk-rules"]           # further folders of rule files, relative to the settings file
    select = ["FC1", "core"]         # only these rules; ignore: not these
    fail_level = "warning"           # error, warning, info or never
    exclude = ["archive/", "*.bak"]  # files left out, as in .gitignore
    paths = ["articles"]             # what is checked when no PATH is given, relative to the settings file
    baseline = "factcheck-baseline.jsonl"    # known findings, and decisions = "factcheck-decisions.jsonl": what reviewers decided

    [aliases]                        # a desk's own names: what they are called -> other names of the same
    "东海能源" = ["东海能源集团", "东能"]

    [outlets."新岸日报"]               # outlets that are one, have one owner, or print one agency
    names = ["新岸网"]
    owner = "新岸集团"
    agency = "新岸社"

    [rule.FC101]                     # one rule's level and tolerance
    level = "error"
    tolerance = 0.02                 # relative; or {relative = 0.02, absolute = 5, days = 1}
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from factcheck.datafile import one_line
from factcheck.errors import ConfigError

__all__ = ["FAIL_LEVELS", "Outlet", "Settings", "find_settings_file", "load_settings"]

FAIL_LEVELS: Final = ("error", "warning", "info", "never")
LANGUAGES: Final = ("zh", "en")
LEVELS: Final = ("error", "warning", "info")
MAX_BYTES: Final = 1024 * 1024
DEFAULT: Final = "default"
COMMAND_LINE: Final = "command line"
SHORTEST_NAME: Final = 2

_PLAIN: Final = ("lang", "backend", "rules", "select", "ignore", "fail_level", "exclude", "paths", "baseline", "decisions")
_KEYS: Final = (*_PLAIN, "aliases", "outlets", "rule")
_OUTLET_KEYS: Final = ("names", "owner", "agency")
_RULE_KEYS: Final = ("level", "tolerance")
_TOLERANCE_KEYS: Final = ("relative", "absolute", "days")
_ADDED: Final = ("rules", "exclude")
_RULE_ID = re.compile(r"FC[0-9]{3}\Z")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as the desk knows it: its other names (the same outlet), its owner and the agency whose copy it prints ("" where not said).
    Outlets with one owner or agency are no independent sources."""

    names: tuple[str, ...] = ()
    owner: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do. `rules` are folders (absolute, or relative to the working folder where they came from the command line);
    `aliases` maps a name to its other names; `rule` maps a rule id to its own `level` and `tolerance` (as `rules.load_rules` takes them);
    `paths` is what is checked when a command is given nothing, `baseline` and `decisions` are files (None where not said);
    `file` is the settings file ("" for none)."""

    lang: str = "zh"
    backend: str = "auto"
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_level: str = "warning"
    exclude: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()
    baseline: Path | None = None
    decisions: Path | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    outlets: Mapping[str, Outlet] = field(default_factory=lambda: MappingProxyType({}))
    rule: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    file: str = ""
    origins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def origin(self, name: str) -> str:
        """Where a value came from: `path:line`, `command line` or `default`. `aliases.东海能源` and `rule.FC101.level` ask for one entry.
        ConfigError for a name that is no setting."""
        if name.partition(".")[0] not in _KEYS:
            raise ConfigError(f'there is no setting "{name}"{_suggest(name, _KEYS)}')
        while name and name not in self.origins:
            name = name.rpartition(".")[0]
        return self.origins.get(name, DEFAULT)

    @property
    def overrides(self) -> Mapping[str, Mapping[str, Any]]:
        """Levels and tolerances by rule id, as `rules.load_rules` takes them."""
        return self.rule

    def entries(self) -> list[tuple[str, Any, str]]:
        """(name, value, origin) of every setting, tables entry by entry, in the order of the documentation."""
        told: list[tuple[str, Any, str]] = [(name, getattr(self, name), self.origin(name)) for name in _PLAIN]
        told += [(f"aliases.{name}", names, self.origin(f"aliases.{name}")) for name, names in sorted(self.aliases.items())]
        told += [(f"outlets.{name}", outlet, self.origin(f"outlets.{name}")) for name, outlet in sorted(self.outlets.items())]
        for rule_id, changes in sorted(self.rule.items()):
            told += [(f"rule.{rule_id}.{key}", value, self.origin(f"rule.{rule_id}.{key}")) for key, value in sorted(changes.items())]
        return told


def find_settings_file(start: Path) -> Path | None:
    """The settings file that holds in a folder: factcheck.toml, else a pyproject.toml with `[tool.factcheck]`, of the nearest folder
    upwards."""
    here = start.resolve()
    for folder in (here, *here.parents):
        own = folder / "factcheck.toml"
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and _has_table(project):
            return project
    return None


def load_settings(
    config: Path | str | None = None,
    *,
    start: Path | None = None,
    isolated: bool = False,
    options: Mapping[str, Any] = MappingProxyType({}),
) -> Settings:
    """The settings in force: `options` (of a command line) over the settings file over the defaults.

    The file is `config`, else the nearest one from `start` (the working folder) upwards; none when `isolated`. `rules` and `exclude` of the
    options are added to those of the file, the others replace them. Raises ConfigError for the first file mistakes, all of them in its
    `problems`: `path:line: what, expected, nearest valid key`.
    """
    path = None if isolated else Path(config) if config is not None else find_settings_file(start or Path.cwd())
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    if path is not None:
        values, origins = _Reader(path).read()
    for name, value in options.items():
        if value is None:
            continue
        _check_option(name, value)
        given: Any = tuple(value) if isinstance(value, list | tuple) else value
        if name in ("baseline", "decisions"):
            given = Path(value)
        if name in _ADDED:
            given = (*values.get(name, ()), *(Path(entry) if name == "rules" else entry for entry in given))
        values[name] = given
        origins[name] = f"{origins[name]}, {COMMAND_LINE}" if name in _ADDED and name in origins else COMMAND_LINE
    return Settings(**values, file=str(path) if path else "", origins=MappingProxyType(origins))


def _check_option(name: str, value: Any) -> None:
    choices = {"lang": LANGUAGES, "fail_level": FAIL_LEVELS}.get(name, ())
    if name not in _PLAIN:
        raise ConfigError(f'there is no setting "{name}"{_suggest(name, _KEYS)}', where=COMMAND_LINE)
    if choices and value not in choices:
        raise ConfigError(f'{name}: "{value}" is not one of {", ".join(choices)}{_suggest(str(value), choices)}', where=COMMAND_LINE)


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml speaks of factcheck; one that cannot be read and names the table is reported when it is loaded."""
    try:
        raw = path.read_bytes()[:MAX_BYTES]
    except OSError:
        return False
    text = raw.decode("utf-8", "replace")
    try:
        tool = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError:
        return "[tool.factcheck" in text
    return isinstance(tool, dict) and "factcheck" in tool


class _Reader:
    """Reads and checks one settings file; collects every mistake."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[str] = []
        self.origins: dict[str, str] = {}
        self.prefix: tuple[str, ...] = ("tool", "factcheck") if path.name == "pyproject.toml" else ()
        self.lines: dict[tuple[str, ...], int] = {}

    def read(self) -> tuple[dict[str, Any], dict[str, str]]:
        table = self._parse()
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in _KEYS:
                self._note((key,), f'"{key}" is not a setting; expected {", ".join(_KEYS)}{_suggest(key, _KEYS)}')
                continue
            self.origins[key] = self._where((key,))
            values[key] = self._check(key, value)
        if self.problems:
            raise ConfigError(self._summary(), hint="see the top of factcheck/settings.py or the README", problems=tuple(self.problems))
        return values, self.origins

    def _summary(self) -> str:
        return self.problems[0] if len(self.problems) == 1 else f"{len(self.problems)} mistakes in {self.path}: {'; '.join(self.problems)}"

    def _parse(self) -> dict[str, Any]:
        try:
            raw = self.path.read_bytes()
        except OSError as error:
            raise ConfigError(f"the settings file cannot be read: {error.strerror or error}", where=str(self.path)) from None
        if len(raw) > MAX_BYTES:
            raise ConfigError(f"the settings file is larger than {MAX_BYTES // 1024} KB", where=str(self.path))
        try:
            text = raw.decode("utf-8-sig")
            data: Any = tomllib.loads(text)
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise ConfigError("is not UTF-8", where=f"{self.path}:{line}", hint="save the file as UTF-8") from None
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"at line (\d+), column (\d+)", str(error))
            where = f"{self.path}:{place.group(1)}:{place.group(2)}" if place else f"{self.path}:{text.count(chr(10)) + 1}"
            told = re.sub(r"\s*\(at .*\)\Z", "", str(error))
            raise ConfigError(f"is not TOML: {told}", where=where, hint="quote texts, and names that are not plain words") from None
        except RecursionError:
            raise ConfigError("is nested too deeply", where=str(self.path)) from None
        self.lines = _find_lines(text)
        for part in self.prefix:
            data = data.get(part, {}) if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            raise ConfigError("[tool.factcheck] is a table", where=str(self.path))
        return data

    def _check(self, key: str, value: Any) -> Any:
        if key in ("lang", "fail_level"):
            return self._choice((key,), value, LANGUAGES if key == "lang" else FAIL_LEVELS)
        if key == "backend":
            return self._text((key,), value)
        if key in ("select", "ignore", "exclude"):
            return self._texts((key,), value)
        if key in ("baseline", "decisions"):
            return (self.path.parent / self._text((key,), value)).resolve()
        if key in ("rules", "paths"):
            return tuple((self.path.parent / entry).resolve() for entry in self._texts((key,), value))
        if not isinstance(value, dict):
            self._note((key,), f"{key}: expected a table, found {_show(value)}")
            return {}
        return MappingProxyType({"aliases": self._aliases, "outlets": self._outlets, "rule": self._rules}[key](value))

    def _aliases(self, table: dict[str, Any]) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for name, others in table.items():
            self.origins[f"aliases.{name}"] = self._where(("aliases", name))
            told[name] = self._texts(("aliases", name), others)
            for form in (name, *told[name]):
                if len(form.strip()) < SHORTEST_NAME:
                    self._note(("aliases", name), f'aliases: "{form}" is too short for a name; expected {SHORTEST_NAME} characters or more')
        self._check_owners("aliases", told)
        return told

    def _check_owners(self, key: str, table: Mapping[str, tuple[str, ...]]) -> None:
        """No name belongs to two entries, and none that belongs to one has an entry of its own."""
        owners: dict[str, str] = {}
        for name, others in table.items():
            for other in others:
                if owners.setdefault(other, name) != name:
                    self._note((key, name), f'{key}: "{other}" is a name of both "{owners[other]}" and "{name}"')
                elif other in table and other != name:
                    self._note((key, other), f'{key}: "{other}" is a name of "{name}" and has an entry of its own; put both in one')

    def _outlets(self, table: dict[str, Any]) -> dict[str, Any]:
        told = {}
        for name, value in table.items():
            path = ("outlets", name)
            self.origins[".".join(path)] = self._where(path)
            if not self._table(path, value, _OUTLET_KEYS):
                continue
            names = self._texts((*path, "names"), value.get("names", []))
            owner, agency = (self._text((*path, key), value.get(key, ""), empty=True) for key in ("owner", "agency"))
            told[name] = Outlet(names, owner, agency)
        self._check_owners("outlets", {name: outlet.names for name, outlet in told.items()})
        return told

    def _rules(self, table: dict[str, Any]) -> dict[str, Any]:
        told = {}
        for name, value in table.items():
            path = ("rule", name)
            if not _RULE_ID.match(name):
                self._note(path, f'rule: "{name}" is not the id of a rule, such as FC101')
            if not self._table(path, value, _RULE_KEYS):
                continue
            self.origins[f"rule.{name}"] = self._where(path)
            for key in value:
                self.origins[f"rule.{name}.{key}"] = self._where((*path, key))
            if "level" in value:
                self._choice((*path, "level"), value["level"], LEVELS)
            if "tolerance" in value:
                self._tolerance((*path, "tolerance"), value["tolerance"])
            told[name] = MappingProxyType(dict(value))
        return told

    def _tolerance(self, path: tuple[str, ...], value: Any) -> None:
        entries = value if isinstance(value, dict) else {"relative": value}
        if isinstance(value, dict) and not self._table(path, value, _TOLERANCE_KEYS):
            return
        for key, number in entries.items():
            if key not in _TOLERANCE_KEYS:
                continue
            good = isinstance(number, int | float) and not isinstance(number, bool) and number >= 0 and (key != "relative" or number < 1)
            if not good or number > 1e15:
                bound = "from 0 to below 1" if key == "relative" else "from 0"
                self._note(path, f"{'.'.join(path)}: expected a number {bound}, found {_show(number)}")

    def _table(self, path: tuple[str, ...], value: Any, keys: tuple[str, ...]) -> bool:
        """Whether a value is a table; its unknown keys are noted, the known ones are for the caller to look at."""
        if not isinstance(value, dict):
            self._note(path, f"{'.'.join(path)}: expected a table with {', '.join(keys)}, found {_show(value)}")
            return False
        unknown = [key for key in value if key not in keys]
        for key in unknown:
            self._note((*path, key), f'{".".join(path)}: "{key}" is not a key here; expected {", ".join(keys)}{_suggest(key, keys)}')
        return True

    def _choice(self, path: tuple[str, ...], value: Any, choices: tuple[str, ...]) -> Any:
        if value not in choices:
            told = f"{'.'.join(path)}: {_show(value)} is not one of {', '.join(choices)}{_suggest(str(value), choices)}"
            self._note(path, told)
        return value

    def _text(self, path: tuple[str, ...], value: Any, *, empty: bool = False) -> str:
        if not isinstance(value, str) or not (value.strip() or empty):
            self._note(path, f"{'.'.join(path)}: expected a text, found {_show(value)}")
            return ""
        return value

    def _texts(self, path: tuple[str, ...], value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(entry, str) and entry.strip() for entry in value):
            self._note(path, f"{'.'.join(path)}: expected a list of texts, found {_show(value)}")
            return ()
        return tuple(value)

    def _where(self, path: tuple[str, ...]) -> str:
        full = self.prefix + path
        while full and full not in self.lines:
            full = full[:-1]
        return f"{self.path}:{self.lines.get(full, 1)}"

    def _note(self, path: tuple[str, ...], message: str) -> None:
        self.problems.append(one_line(f"{self._where(path)}: {message}"))


_BARE = r"[A-Za-z0-9_-]+|\"(?:[^\"\\]|\\.)*\"|'[^']*'"
_KEY = re.compile(rf"\s*((?:{_BARE})(?:\s*\.\s*(?:{_BARE}))*)\s*=")
_HEADER = re.compile(rf"\s*\[\[?\s*((?:{_BARE})(?:\s*\.\s*(?:{_BARE}))*)\s*\]\]?\s*(?:#.*)?\Z")
_PART = re.compile(_BARE)


def _find_lines(text: str) -> dict[tuple[str, ...], int]:
    """The line (from 1) of every table header and key of a TOML text that `tomllib` has accepted. Keys of inline tables are not listed:
    they stand on the line of their table. Lines inside a multi-line text or list may be listed too; their paths lead nowhere."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header:
            table = _split_key(header.group(1))
            found.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key:
            found.setdefault(table + _split_key(key.group(1)), number)
    return found


def _split_key(text: str) -> tuple[str, ...]:
    parts = []
    for part in _PART.findall(text):
        parts.append(tomllib.loads(f"key = {part}")["key"] if part[0] in "\"'" else part)
    return tuple(parts)


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return f'"{value[:40]}"' if isinstance(value, str) else str(value)[:40]


def _suggest(name: str, options: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(options), n=1, cutoff=0.5)
    return f'; did you mean "{near[0]}"?' if near else ""
