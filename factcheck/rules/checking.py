"""A rule file against the schema, and what no schema can say; every mistake with its place."""

from __future__ import annotations

import difflib
import functools
import importlib.resources
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from factcheck.datafile import DataFile, Key, Position, one_line
from factcheck.mentions.unit_names import name_unit
from factcheck.model import SHOWN
from factcheck.rules.rule import DEFAULT_KINDS
from factcheck.rules.templates import check_template

__all__ = ["Problem", "attribute_schema", "check_consistency", "check_rule", "nearest", "refuse_unit", "rule_schema"]

_TIMES = frozenset({"DATE", "FIRST", "MEETING"})
_FIGURES = frozenset({"COUNT", "MONEY", "MEASURE", "CHANGE", "SHARE", "RANK", "DURATION", "ARITHMETIC", "OUTCOME", "PLAN"})

_REASONS = {
    "contradicts": {
        *("values_disjoint", "falling_total", "same_speaker", "denied", "opposite"),
        *("other_name", "other_date", "other_order", "arithmetic"),
    },
    "disputes": {"denied", "opposite", "same_speaker"},
    "updates": {"update_over_time", "stale", "correction"},
}
"""The reasons a relation of each kind may have."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake: where (`line` 0: the file as a whole), what, and the line as it stands."""

    name: str
    line: int
    column: int
    message: str
    shown: str = ""

    def __str__(self) -> str:
        where = f"{self.name}:{self.line}:{self.column}" if self.line else self.name
        return f"{where}: {one_line(self.message)}" + (f"  | {one_line(self.shown)}" if self.shown else "")


def _read_schema(name: str) -> str:
    """The text of a shipped JSON Schema (draft 2020-12): `rule` or `attributes`."""
    return importlib.resources.files("factcheck.rules").joinpath("schema", f"{name}.schema.json").read_text("utf-8")


@functools.cache
def rule_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file; what stands under `attributes` is described as in an attribute file."""
    schema: dict[str, Any] = json.loads(_read_schema("rule"))
    schema["properties"]["attributes"]["items"] = attribute_schema()["items"]
    return schema


@functools.cache
def attribute_schema() -> dict[str, Any]:
    """The JSON Schema of an attribute file."""
    schema: dict[str, Any] = json.loads(_read_schema("attributes"))
    return schema


def check_rule(source: DataFile) -> list[Problem]:
    """Every mistake of one rule file against the schema and in its templates."""
    problems = [problem for error in _validator().iter_errors(source.data) for problem in _explain(source, error)]
    if isinstance(source.data, dict):
        problems += _check_templates(source)
    return problems


def check_consistency(source: DataFile, data: dict[str, Any]) -> list[Problem]:
    """What is missing from, or impossible in, the rule `data` that `source` ends up with once overlays are merged."""
    problems = []
    for path in (("name",), ("level",), ("report", "message")):
        inner: Any = data
        for part in path:
            inner = inner.get(part) if isinstance(inner, dict) else None
        if inner is None:
            problems.append(_problem(source, ("id",), f'a rule needs "{".".join(path)}"'))
    align, compare = data.get("align", {}), data.get("compare", {})
    families = frozenset(data.get("select", {}).get("families", ()))
    if align.get("articles") == "same" and align.get("outlet") == "different":
        problems.append(_problem(source, ("align", "outlet"), "can never match: two claims of one article have one outlet"))
    if align.get("max_articles", 50) < align.get("min_articles", 1):
        problems.append(_problem(source, ("align", "max_articles"), "can never match: max_articles is below min_articles"))
    if align.get("max_articles", 50) < align.get("min_outlets", 1):
        problems.append(_problem(source, ("align", "min_outlets"), "can never match: more outlets than articles are asked for"))
    if align.get("max_articles") == 1 and align.get("articles") == "different":
        problems.append(
            _problem(source, ("align", "max_articles"), "can never match: one article, but the sides must come from different ones")
        )
    if align.get("max_articles", 50) < align.get("min_origins", 1):
        problems.append(_problem(source, ("align", "min_origins"), "can never match: more origins than articles are asked for"))
    show = data.get("report", {}).get("show", SHOWN)
    if data.get("level") in ("error", "warning") and set(show) != set(SHOWN):
        told = f"has no effect: a rule of level {data['level']} is shown everywhere; only info may be left out"
        problems.append(_problem(source, ("report", "show"), told))
    problems += _check_reasons(source, data)
    for index, unit in enumerate(data.get("select", {}).get("units", ())):
        if told := refuse_unit(unit):
            problems.append(_problem(source, ("select", "units", index), told, key=False))
    tolerance = compare.get("tolerance", {})
    if families and not families & _TIMES and "days" in tolerance:
        problems.append(
            _problem(source, ("compare", "tolerance", "days"), "has no effect: none of the families selected has dates for values")
        )
    if families and not families & _FIGURES:
        for path in (("tolerance", "relative"), ("tolerance", "absolute"), ("hedges",), ("rounding",), ("direction",), ("update_limit",)):
            if path[-1] in (tolerance if len(path) == 2 else compare):
                problems.append(_problem(source, ("compare", *path), "has no effect: none of the families selected has figures for values"))
    return problems


def refuse_unit(unit: str) -> str:
    """What is wrong with a unit of a rule or an attribute: no figure has it; "" for nothing."""
    return "" if name_unit(unit) is not None else f'there is no unit "{unit}"; expected a unit as it is written (公里, 名, 元) or its id'


def _check_reasons(source: DataFile, data: dict[str, Any]) -> list[Problem]:
    """Reasons that no relation of the selected kinds has, and an `update_limit` that the selected reasons leave nothing to limit."""
    select = data.get("select", {})
    kinds, reasons = set(select.get("kinds", DEFAULT_KINDS)), set(select.get("reasons", ()))
    limit = "update_limit" in data.get("compare", {})
    if limit:
        kinds.add("updates")
    possible = set().union(*(_REASONS[kind] for kind in kinds))
    if reasons and not reasons & possible:
        told = f"can never match: no relation of kind {', '.join(sorted(kinds))} has one of these reasons"
        return [_problem(source, ("select", "reasons"), told)]
    if limit and reasons and not reasons & _REASONS["updates"]:
        return [_problem(source, ("compare", "update_limit"), "has no effect: select.reasons leaves every update out")]
    return []


def nearest(name: str, options: Iterable[str]) -> str:
    """`; did you mean "x"?` for the option most like the name, "" when none is near."""
    near = difflib.get_close_matches(name, sorted(options), n=1, cutoff=0.5)
    folded = {option.lower(): option for option in options}
    best = folded.get(name.lower()) or (near[0] if near else None)
    return f'; did you mean "{best}"?' if best else ""


@functools.cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(rule_schema())


def _problem(source: DataFile, path: Key, message: str, *, key: bool = True) -> Problem:
    place = source.position(path, key=key)
    return Problem(source.name, place.line, place.column, message, source.line(place.line)[:80])


def _explain(source: DataFile, error: ValidationError) -> list[Problem]:
    path: Key = tuple(error.absolute_path)
    name = ".".join(str(part) if isinstance(part, str) else f"[{part + 1}]" for part in path).replace(".[", "[")
    schema: Any = error.schema
    instance: Any = error.instance
    asked: Any = error.validator_value
    if error.validator == "additionalProperties":
        options = sorted(schema.get("properties", {}))
        return [
            _problem(source, (*path, key), f'"{key}" is not a key {_of(name)}; expected {", ".join(options)}{nearest(key, options)}')
            for key in sorted(set(instance) - set(options))
        ]
    if error.validator == "required":
        missing = [key for key in asked if key not in instance and f"'{key}' is" in error.message]
        return [_problem(source, path, f'{_of(name, plain=True)} needs "{key}"') for key in missing]
    shown = _show(error.instance)
    if error.validator == "enum":
        return [_problem(source, path, f"{name}: {shown} is not {_expected(schema)}{_suggest_value(error)}", key=False)]
    if error.validator == "uniqueItems":
        twice = next(entry for index, entry in enumerate(instance) if entry in instance[:index])
        return [_problem(source, path, f"{name}: {_show(twice)} stands there twice; expected {_expected(schema)}", key=False)]
    if error.validator == "type" and not path:
        return [_problem(source, path, "a rule file is a mapping of keys such as id, name, level and select", key=False)]
    return [_problem(source, path, f"{name}: expected {_expected(schema)}, found {shown}", key=False)]


def _suggest_value(error: ValidationError) -> str:
    asked: Any = error.validator_value
    options = [str(option) for option in asked]
    near = nearest(str(error.instance), options)
    return near or (f"; expected {', '.join(options)}" if len(options) > 5 else "")


def _expected(schema: Any) -> str:
    told: str = schema.get("description", "")
    if told:
        return told
    return {"object": "a mapping of keys and values", "array": "a list", "string": "a text"}.get(str(schema.get("type")), "something else")


def _of(name: str, *, plain: bool = False) -> str:
    if plain:
        return f'"{name}"' if name else "a rule"
    return f'of "{name}"' if name else "of a rule"


def _show(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f'"{text[:40]}{"…" if len(text) > 40 else ""}"' if isinstance(value, str) else text


def _check_templates(source: DataFile) -> list[Problem]:
    report = source.data.get("report")
    problems = []
    for part in ("message", "advice"):
        texts = report.get(part) if isinstance(report, dict) else None
        for lang, text in sorted(texts.items()) if isinstance(texts, dict) else ():
            wrong = check_template(text) if isinstance(text, str) and len(text) <= 1000 else None
            if wrong:
                place = source.position(("report", part, lang))
                place = Position(place.line + _lines_down(source, place, wrong[0]), place.column)
                problems.append(
                    Problem(source.name, place.line, place.column, f"report.{part}.{lang}: {wrong[1]}", source.line(place.line)[:80])
                )
    return problems


def _lines_down(source: DataFile, place: Position, line: int) -> int:
    """Lines from where a text starts to its `line`-th: a block text starts below its `|`."""
    opens = source.text.splitlines()[place.line - 1][place.column - 1 : place.column] if source.text else ""
    return line if opens == "|" else line - 1
