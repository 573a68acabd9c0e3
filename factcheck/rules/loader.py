"""Rule files to a rule set: found, read, checked, overlaid, chosen."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factcheck.datafile import MAX_BYTES, DataFile, read_data, shipped_rules_directory
from factcheck.errors import ConfigError, RuleError, UsageError
from factcheck.lexicon import AttributeEntry, load_attributes
from factcheck.rules.checking import Problem, check_consistency, check_rule, nearest, refuse_unit
from factcheck.rules.rule import Rule, build_rule
from factcheck.rules.ruleset import RuleSet
from factcheck.settings import Settings

__all__ = ["find_rule_files", "load_rules", "load_rules_of"]

MOST_FILES = 2000
ATTRIBUTES = "attributes.yml"


@dataclass(frozen=True, slots=True)
class _Source:
    """A checked rule file, the pack it belongs to and the number of the folder it was given with (0: shipped)."""

    file: DataFile
    pack: str
    layer: int

    @property
    def id(self) -> str:
        return str(self.file.data["id"])

    @property
    def extends(self) -> str:
        return str(self.file.data.get("extends", ""))


def load_rules(
    directories: Iterable[Path | str] = (),
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    overrides: Mapping[str, Mapping[str, Any]] | None = None,
    shipped: bool = True,
    previews: bool = False,
    origin: Callable[[str], str] = lambda name: "",
) -> RuleSet:
    """The shipped rules and those of `directories` (a pack folder, or a folder of packs; later ones overlay earlier ones).

    `select` and `ignore` hold rule ids (FC101), beginnings of ids (FC1) or names of packs; nothing selected means all. A preview rule
    takes part only when its full id is selected or `previews` is true. `overrides` maps rule ids to `level` and `tolerance` (a relative
    number, or the mapping of
    `compare.tolerance`). `origin` tells where a selection (`select`, `ignore`, `rule.FC101`) was made, for messages.

    Raises RuleError with every mistake of every file, UsageError for a selection or override that names no rule.
    """
    folders = [Path(directory) for directory in directories]
    layers = ([shipped_rules_directory()] if shipped else []) + folders
    problems: list[Problem] = []
    sources = [source for layer, root in enumerate(layers) for source in _read_layer(root, layer if shipped else layer + 1, problems)]
    rules = _build_rules(sources, problems)
    attributes: tuple[AttributeEntry, ...] = ()
    wrong: tuple[str, ...] = ()
    try:
        attributes = load_attributes(folders, [(source.file, source.pack) for source in sources if "attributes" in source.file.data])
    except ConfigError as error:
        wrong = error.problems or (str(error),)
    wrong += tuple(f"{entry.where}: {entry.id}: {told}" for entry in attributes for unit in entry.units if (told := refuse_unit(unit)))
    if problems or wrong:
        raise _describe(problems, wrong)
    known = _override(rules, overrides or {}, origin)
    return RuleSet(_choose(known, select, ignore, previews, origin), attributes)


def load_rules_of(settings: Settings, *, every: bool = False) -> RuleSet:
    """The rules that settings ask for; with `every` those they leave out, and preview rules, too. Raises as `load_rules`."""
    select, ignore = ((), ()) if every else (settings.select, settings.ignore)
    return load_rules(settings.rules, select=select, ignore=ignore, overrides=settings.overrides, previews=every, origin=settings.origin)


def find_rule_files(root: Path) -> tuple[list[tuple[str, Path]], list[Problem]]:
    """(pack, file) of every rule file of a folder, sorted by path, and what is wrong with the folder. Nothing outside `root` is looked
    at: links that lead out are a mistake."""
    if not root.is_dir():
        return [], [Problem(str(root), 0, 0, "is not a folder of rule files" if root.exists() else "there is no such folder")]
    inside = root.resolve()
    files: list[tuple[str, Path]] = []
    problems: list[Problem] = []
    for folder in [root, *sorted(entry for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith("."))]:
        if not folder.resolve().is_relative_to(inside):
            problems.append(Problem(str(folder), 0, 0, "leads outside the folder of its pack: rule files must lie in it"))
            continue
        for path in sorted(folder.iterdir()):
            if path.suffix not in (".yml", ".yaml") or path.name == ATTRIBUTES or path.name.startswith("."):
                continue
            if not path.resolve().is_relative_to(inside):
                problems.append(Problem(str(path), 0, 0, "leads outside the folder of its pack: rule files must lie in it"))
            elif path.is_file():
                files.append((folder.resolve().name, path))
            else:
                problems.append(Problem(str(path), 0, 0, "is not a file"))
    if not files and not problems and not any((folder / ATTRIBUTES).is_file() for folder in (root, *root.iterdir())):
        problems.append(Problem(str(root), 0, 0, "holds no rule file (FC901-….yml, in it or in the folder of a pack)"))
    if len(files) > MOST_FILES:
        problems.append(Problem(str(root), 0, 0, f"holds more than {MOST_FILES} rule files"))
        files = []
    return files, problems


def _read_layer(root: Path, layer: int, problems: list[Problem]) -> list[_Source]:
    files, wrong = find_rule_files(root)
    problems += wrong
    sources = []
    for pack, path in files:
        try:
            file = read_data(path)
        except ConfigError as error:
            problems.append(_from_error(error))
            continue
        found = check_rule(file)
        if not found and not path.name.startswith(str(file.data["id"])):
            place = file.position(("id",))
            found = [
                Problem(file.name, place.line, place.column, f"the file of rule {file.data['id']} must be called {file.data['id']}-….yml")
            ]
        problems += found
        if not found:
            sources.append(_Source(file, pack, layer))
    return sources


def _from_error(error: ConfigError) -> Problem:
    name, line, column = error.where, 0, 0
    parts = error.where.rsplit(":", 2)
    if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        name, line, column = parts[0], int(parts[1]), int(parts[2])
    return Problem(name, line, column, error.message + (f" ({error.hint})" if error.hint else ""), _show_line(Path(name), line))


def _show_line(path: Path, number: int) -> str:
    """A line of a file that could not be parsed."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES)
    except OSError:
        return ""
    lines = raw.decode("utf-8", "replace").splitlines()
    return lines[number - 1].strip()[:80] if 0 < number <= len(lines) else ""


def _describe(problems: Sequence[Problem], attributes: Sequence[str] = ()) -> RuleError:
    """The error that tells every mistake of rule files, and those of attribute files (finished lines)."""
    told = tuple(sorted({*map(str, problems), *attributes}, key=_read_place))
    head = f"{len(told)} mistake{'s' if len(told) > 1 else ''} in rule and attribute files"
    return RuleError(head, problems=told, hint="`factcheck rules show --keys` explains the keys of a rule file")


def _read_place(told: str) -> tuple[str, int, int, str]:
    """What a finished line is sorted by: file, line, column."""
    place = re.match(r"(.*?):(\d+):(\d+): ", told)
    return (place[1], int(place[2]), int(place[3]), told) if place else (told.partition(": ")[0], 0, 0, told)


def _build_rules(sources: Sequence[_Source], problems: list[Problem]) -> list[Rule]:
    """The rules of the sources, overlays merged. An overlay has the id of the rule it extends and replaces it; with an id of its own it
    is a new rule."""
    bases: dict[str, _Source] = {}
    overlays: dict[str, list[_Source]] = {}
    for source in sources:
        if source.extends == source.id:
            overlays.setdefault(source.id, []).append(source)
        elif source.id in bases:
            other = bases[source.id].file.name
            hint = f"write extends: {source.id} to change that rule, or take another id"
            problems.append(_at(source, "id", f"the id {source.id} is taken by {other}; {hint}"))
        else:
            bases[source.id] = source
    for name, extra in overlays.items():
        if name not in bases:
            told = f"{name} extends itself, which changes a rule of that id, and there is none; expected the id of another rule"
            problems += [_at(source, "extends", told) for source in extra]
    merged: dict[str, dict[str, Any]] = {}
    rules = []
    for name in sorted(bases):
        data = _merge(name, bases, overlays, merged, problems, ())
        if data is None:
            continue
        layers = [bases[name], *overlays.get(name, ())]
        wrong = check_consistency(layers[-1].file, data)
        problems += wrong
        if not wrong:
            rules.append(_build(layers, data))
    return rules


def _build(layers: Sequence[_Source], data: dict[str, Any]) -> Rule:
    """The rule of a file and its overlays; an example stands in the last of them that gives examples of its kind."""
    source = layers[-1]
    places = {}
    for verdict in ("fires", "silent"):
        for index in range(len(data.get("examples", {}).get(verdict, ()))):
            path = ("examples", verdict, index)
            file = next((layer.file for layer in reversed(layers) if path in layer.file.values), source.file)
            places[verdict, index] = file.where(path)
    return build_rule(data, pack=source.pack, where=source.file.where(("id",)), example_places=places)


def _merge(
    name: str,
    bases: Mapping[str, _Source],
    overlays: Mapping[str, list[_Source]],
    merged: dict[str, dict[str, Any]],
    problems: list[Problem],
    above: tuple[str, ...],
) -> dict[str, Any] | None:
    if name in merged:
        return merged[name]
    source = bases[name]
    if name in above:
        circle = " -> ".join((*above[above.index(name) :], name))
        problems.append(_at(source, "extends", f"the rules extend each other in a circle: {circle}"))
        return None
    data: dict[str, Any] = {}
    if source.extends:
        if source.extends not in bases:
            problems.append(_at(source, "extends", f"there is no rule {source.extends} to extend{nearest(source.extends, bases)}"))
            return None
        base = _merge(source.extends, bases, overlays, merged, problems, (*above, name))
        if base is None:
            return None
        data = {key: value for key, value in base.items() if key != "examples"}
    for layer in (source, *overlays.get(name, ())):
        data = _overlay(data, layer.file.data)
    if not source.extends:
        data.pop("extends", None)
    merged[name] = data
    return data


def _overlay(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings are merged key by key, everything else (lists too) is replaced."""
    told = copy.deepcopy(dict(base))
    for key, value in own.items():
        told[key] = _overlay(told[key], value) if isinstance(value, dict) and isinstance(told.get(key), dict) else copy.deepcopy(value)
    return told


def _at(source: _Source, key: str, message: str) -> Problem:
    place = source.file.position((key,))
    return Problem(source.file.name, place.line, place.column, message, source.file.line(place.line)[:80])


def _override(rules: Sequence[Rule], overrides: Mapping[str, Mapping[str, Any]], origin: Callable[[str], str]) -> list[Rule]:
    known = {rule.id: rule for rule in rules}
    for name, changes in sorted(overrides.items()):
        if name not in known:
            raise UsageError(
                f'the settings speak of rule "{name}", which does not exist{nearest(name, known)}',
                where=origin(f"rule.{name}"),
                hint="see `factcheck rules list`",
            )
        known[name] = _change(known[name], changes)
    return [known[rule.id] for rule in rules]


def _change(rule: Rule, changes: Mapping[str, Any]) -> Rule:
    tolerance = changes.get("tolerance", {})
    own: dict[str, Any] = {"tolerance": {"relative": tolerance} if isinstance(tolerance, int | float) else dict(tolerance)}
    data = {"id": rule.id, "name": {"zh": "-", "en": "-"}, "level": changes.get("level", rule.level.value), "compare": own}
    data["report"] = {"message": {"zh": "-", "en": "-"}}
    file = DataFile(name=f"settings for rule {rule.id}", text="", data=data)
    unknown = sorted(set(changes) - {"level", "tolerance"})
    problems = [Problem(file.name, 0, 0, f'"{key}" cannot be set; expected level or tolerance') for key in unknown]
    problems += [replace(problem, line=0) for problem in check_rule(file)]
    if problems:
        raise _describe(problems)
    built = build_rule(data, pack=rule.pack, where=rule.where, example_places={})
    mine = built.compare
    compare = replace(
        rule.compare,
        relative=mine.relative if mine.relative is not None else rule.compare.relative,
        absolute=mine.absolute if mine.absolute is not None else rule.compare.absolute,
        days=mine.days if mine.days is not None else rule.compare.days,
    )
    return replace(rule, level=built.level, compare=compare)


def _choose(
    rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str], previews: bool, origin: Callable[[str], str]
) -> tuple[Rule, ...]:
    names = {rule.id for rule in rules} | {rule.pack for rule in rules}
    for key, words in (("select", select), ("ignore", ignore)):
        for word in words:
            if not any(_means(word, rule) for rule in rules):
                told = f'"{word}" names no rule and no pack{nearest(word, names)}'
                raise UsageError(told, where=origin(key), hint="see `factcheck rules list`")
    chosen = []
    for rule in rules:
        wanted = rule.id in select or ((previews or not rule.preview) and (not select or any(_means(word, rule) for word in select)))
        refused = rule.id in ignore or (rule.id not in select and any(_means(word, rule) for word in ignore))
        if wanted and not refused:
            chosen.append(rule)
    return tuple(chosen)


def _means(word: str, rule: Rule) -> bool:
    return word == rule.pack or (word.startswith("FC") and rule.id.startswith(word))
