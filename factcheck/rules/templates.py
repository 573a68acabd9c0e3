"""Message templates: Jinja2, cut down to what a message needs, checked when a rule is loaded.

A template may print fields of the view, loop over `values`, `outlets` and the lists of a value, ask `if`, and use a few filters. Calls,
assignments, macros, includes, arithmetic, attribute access outside the view and every other filter are refused when the rule file is
read, so that nothing can fail, run away or look around when it is rendered; Jinja's sandbox and strict undefined names stand behind that.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Mapping
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from factcheck.rules.view import FIELDS, VALUE_FIELDS

__all__ = ["check_template", "render_template"]

LONGEST: Final = 2000
MOST_LOOPS: Final = 2
FILTERS: Final = ("count", "first", "join", "last", "length", "lower", "upper")
_LOOP: Final = {"first": "flag", "last": "flag", "index": "number", "length": "number"}
_ALLOWED: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.If,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
)
_ALSO_ALLOWED: Final = (nodes.Not, nodes.CondExpr, nodes.Concat)

_environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, cache_size=0)
_environment.globals.clear()


class _Refused(Exception):
    """Why a template cannot be used; `key` and `options` for the nearest valid name."""


def check_template(text: str) -> tuple[int, str] | None:
    """None when the template can be used, else the line within it (from 1) and what is wrong."""
    try:
        tree = _environment.parse(text)
    except TemplateSyntaxError as error:
        return error.lineno, f"template: {error.message}"
    except (RecursionError, TemplateError, ValueError, OverflowError):
        return 1, "template: is too deeply nested or holds something that cannot be read"
    line = [1]
    try:
        _check(tree, dict(FIELDS), 0, line)
        _compile(text)
    except _Refused as refused:
        return line[0], f"template: {refused}"
    except (RecursionError, TemplateError, SyntaxError, ValueError, MemoryError):
        return 1, "template: is too deeply nested or holds something that cannot be read"
    return None


def render_template(text: str, view: Mapping[str, Any]) -> str:
    """The message, on one line, at most 2000 characters (cut with an ellipsis). `text` has passed `check_template`; `view` has its
    fields."""
    pieces: list[str] = []
    length = 0
    for piece in _compile(text).generate(dict(view)):
        pieces.append(piece)
        length += len(piece)
        if length > LONGEST:
            break
    told = " ".join("".join(pieces).split())
    told = told[:1].upper() + told[1:]
    return told if len(told) <= LONGEST else told[: LONGEST - 1] + "…"


@functools.lru_cache(maxsize=1024)
def _compile(text: str) -> Any:
    return _environment.from_string(text)


def _check(node: nodes.Node, names: Mapping[str, str], depth: int, line: list[int]) -> str:
    """Walk the tree with the types of the names in sight; returns the type of an expression ("" for statements)."""
    line[0] = node.lineno or line[0]
    if isinstance(node, nodes.Name):
        return _look_up(node.name, names)
    if isinstance(node, nodes.Getattr):
        return _check_field(_check(node.node, names, depth, line), node.attr)
    if isinstance(node, nodes.Getitem):
        return _check_item(node, names, depth, line)
    if isinstance(node, nodes.Filter):
        return _check_filter(node, names, depth, line)
    if isinstance(node, nodes.For):
        return _check_loop(node, names, depth, line)
    if not isinstance(node, _ALLOWED + _ALSO_ALLOWED):
        raise _Refused(f"{type(node).__name__.lower()} is not allowed; expected fields, for, if and the filters {', '.join(FILTERS)}")
    kinds = [_check(child, names, depth, line) for child in node.iter_child_nodes()]
    if isinstance(node, nodes.Output) and any(kind in ("value", "values", "loop") for kind in kinds):
        raise _Refused("prints a whole value; expected one of its fields, such as label")
    return "" if isinstance(node, nodes.Template | nodes.Output | nodes.If) else "text"


def _look_up(name: str, names: Mapping[str, str]) -> str:
    if name in names:
        return names[name]
    raise _Refused(f'there is no field "{name}"{_suggest(name, names)}; the fields are {", ".join(names)}')


def _check_field(kind: str, name: str) -> str:
    fields = {"value": VALUE_FIELDS, "loop": _LOOP}.get(kind)
    if fields is None:
        raise _Refused(f'a {kind or "text"} has no field "{name}"')
    if name not in fields:
        raise _Refused(f'there is no field "{name}" here{_suggest(name, fields)}; the fields are {", ".join(fields)}')
    return fields[name]


def _check_item(node: nodes.Getitem, names: Mapping[str, str], depth: int, line: list[int]) -> str:
    kind = _check(node.node, names, depth, line)
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return _check_field(kind, node.arg.value)
    if not (isinstance(node.arg, nodes.Const) and node.arg.value in (0, 1)) or kind != "values":
        raise _Refused("only values[0] and values[1] can be asked for by number; use for, first or last")
    return "value"


def _check_filter(node: nodes.Filter, names: Mapping[str, str], depth: int, line: list[int]) -> str:
    if node.name not in FILTERS:
        raise _Refused(f'there is no filter "{node.name}"{_suggest(node.name, FILTERS)}; the filters are {", ".join(FILTERS)}')
    if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise _Refused(f'the filter "{node.name}" takes no such arguments')
    kind = _check(node.node, names, depth, line)
    plain = all(isinstance(arg, nodes.Const) and isinstance(arg.value, str) and len(arg.value) <= 20 for arg in node.args)
    if len(node.args) > (1 if node.name == "join" else 0) or not plain:
        raise _Refused(f'the filter "{node.name}" takes no such arguments')
    needs = {
        "join": ("texts",),
        "first": ("texts", "values"),
        "last": ("texts", "values"),
        "count": ("texts", "values"),
        "length": ("texts", "values"),
    }
    if kind not in needs.get(node.name, ("text",)):
        raise _Refused(f'the filter "{node.name}" cannot be used on a {kind}')
    if node.name in ("first", "last"):
        return "value" if kind == "values" else "text"
    return "number" if node.name in ("count", "length") else "text"


def _check_loop(node: nodes.For, names: Mapping[str, str], depth: int, line: list[int]) -> str:
    if depth >= MOST_LOOPS or node.recursive:
        raise _Refused(f"loops are nested deeper than {MOST_LOOPS}")
    if not isinstance(node.target, nodes.Name):
        raise _Refused("a loop has one name, such as: for value in values")
    kind = _check(node.iter, names, depth, line)
    if kind not in ("values", "texts"):
        raise _Refused(f"a {kind} cannot be looped over; expected values, outlets or a list of a value")
    inner = {**names, node.target.name: "value" if kind == "values" else "text", "loop": "loop"}
    for child in ([node.test] if node.test is not None else []) + node.body:
        _check(child, inner, depth + 1, line)
    for child in node.else_:
        _check(child, names, depth, line)
    return ""


def _suggest(name: str, options: Any) -> str:
    near = difflib.get_close_matches(name, list(options), n=1, cutoff=0.5)
    return f'; did you mean "{near[0]}"?' if near else ""
