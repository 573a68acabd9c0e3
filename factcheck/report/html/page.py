"""The page: a template, the style, the program and the data, bound together under a policy that lets nothing else run.

The data stand in a `<script type="application/json">` in which no character can end the element; the program shows them through
`textContent` alone. Style and program are allowed by their hashes; everything else, the network included, is forbidden.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from factcheck.report.html.data import build_data
from factcheck.report.messages import load_messages
from factcheck.report.text import make_visible
from factcheck.report.verdict import describe_verdict

if TYPE_CHECKING:
    from factcheck.report.view import Report

__all__ = ["dump_data", "render_html"]

#: The program, in the order its parts build on each other.
SCRIPTS = (
    "dom.js",
    "words.js",
    "model.js",
    "state.js",
    "decisions.js",
    "excerpts.js",
    "figures.js",
    "findings.js",
    "filters.js",
    "articles.js",
    "outlets.js",
    "coverage.js",
    "keys.js",
    "main.js",
)
STYLES = ("page.css", "findings.css", "articles.css", "print.css")

# What could end the element, open a comment in it, or be no text at all once the file is UTF-8.
_UNSAFE = re.compile("[<>&\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def render_html(report: Report, lang: str | None = None) -> str:
    """The whole page; `lang` is the language it opens in (the report's own by default), both are in it."""
    messages = load_messages(lang or report.lang)
    style, script = _read_parts(STYLES), _read_script()
    policy = (
        "default-src 'none'; "
        f"script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    verdict = describe_verdict(report.findings, messages, compared=bool(report.claims), unread=len(report.errors))
    page: str = _template().render(
        lang="en" if messages.lang == "en" else "zh-Hans",
        title=messages("heading.title"),
        verdict=make_visible(verdict),
        needs_script=messages("html.needs_script"),
        policy=Markup(policy),  # ours, and the hashes must stand as they are
        style=Markup(style),
        script=Markup(script),
        data=Markup(dump_data(build_data(report, messages.lang))),
    )
    return page


def dump_data(data: Any) -> str:
    """JSON that may stand in a script element: `<`, `>`, `&`, line separators, controls and lone surrogates are written as escapes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _read_parts(names: tuple[str, ...]) -> str:
    folder = files("factcheck.report.html")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


@cache
def _read_script() -> str:
    return f'(() => {{\n"use strict";\n{_read_parts(SCRIPTS)}\n}})();\n'


@cache
def _template() -> Any:
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.from_string(_read_parts(("page.html.j2",)))
