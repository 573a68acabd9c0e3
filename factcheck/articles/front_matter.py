"""The YAML block at the head of a text file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

from factcheck.errors import ReadError
from factcheck.model import Span

__all__ = ["FrontMatter", "read_front_matter"]

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t\r\n]|$)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Fields (lower-case names, values as written) and where they stand. `end`: where the body begins; 0 when there is no front matter."""

    end: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)


def read_front_matter(text: str, *, where: str = "") -> FrontMatter:
    """The front matter of a text; an empty one when the text does not begin with one.

    A first line of three dashes opens it when a field stands under it (a rule above an article does not count). Values that are
    not plain (lists, mappings) are passed over. Raises ReadError with path:line when it is not closed or not YAML.
    """
    opening = _OPENING.match(text)
    if not opening or not _KEY.match(text, opening.end()):
        return FrontMatter()
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise ReadError("the front matter is not closed", where=_at(where, 1), hint="end it with a line of three dashes")
    block = text[opening.end() : closing.start()]
    try:
        node = YAML(typ="safe", pure=True).compose(block)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 2
        raise ReadError(
            f"broken front matter: {error.problem or 'not YAML'}",
            where=_at(where, line),
            hint="put a value with colons or quotes into quotation marks",
        ) from None
    except Exception as error:  # a control character or the like: no position is given
        raise ReadError(f"broken front matter: {str(error).splitlines()[0]}", where=_at(where, 1), hint="write it as YAML") from None
    if not isinstance(node, MappingNode):
        raise ReadError("broken front matter: not a list of fields", where=_at(where, 2), hint="write one 'name: value' a line")
    fields: dict[str, str] = {}
    spans: dict[str, Span] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode) or str(value.tag).endswith(":null"):
            continue
        written = str(value.value).strip()
        if not written:
            continue
        name = str(key.value).strip().lower()
        fields[name] = written
        start, end = opening.end() + value.start_mark.index, opening.end() + value.end_mark.index
        quoted = value.style in ('"', "'")
        start, end = (start + 1, end - 1) if quoted else (start, end)
        if value.style not in ("|", ">"):
            start += len(text[start:end]) - len(text[start:end].lstrip())
            end = start + len(text[start:end].rstrip())
            spans[name] = Span(start, end)
    return FrontMatter(closing.end(), fields, spans)


def _at(where: str, line: int) -> str:
    return f"{where}:{line}" if where else ""
