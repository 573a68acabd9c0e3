"""Where a report goes: to standard output in one format, and to any number of files, each written whole or not at all."""

from __future__ import annotations

import importlib
import importlib.util
import os
import stat
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError, UsageError
from factcheck.report.showing import show_in

if TYPE_CHECKING:
    from factcheck.report.view import Report

__all__ = ["FILE_FORMATS", "TEXT_FORMATS", "Output", "parse_outputs", "render_report", "write_atomically", "write_outputs"]

#: Formats that are text and may go to standard output: the usual ending of a file, and the function that renders a report in a language
#: ("module:function"). A renderer is imported when it is asked for.
_TEXTS = {
    "terminal": ("txt", "factcheck.report.terminal:render_plain"),
    "json": ("json", "factcheck.report.json:render_json"),
    "markdown": ("md", "factcheck.report.markdown:render_report"),
    "html": ("html", "factcheck.report.html:render_html"),
    "csv": ("csv", "factcheck.report.tables:render_findings"),
    "claims-csv": ("csv", "factcheck.report.tables:render_claims"),
    "relations-csv": ("csv", "factcheck.report.tables:render_relations"),
    "gexf": ("gexf", "factcheck.report.graphs:render_gexf"),
    "annotations": ("jsonld", "factcheck.report.linked:render_annotations"),
    "claimreview": ("jsonld", "factcheck.report.linked:render_reviews"),
    "sarif": ("sarif", "factcheck.report.sarif:render_sarif"),
    "junit": ("xml", "factcheck.report.junit:render_junit"),
    "github": ("txt", "factcheck.report.github:render_annotations"),
    "github-summary": ("md", "factcheck.report.github:render_summary"),
    "gitlab": ("json", "factcheck.report.gitlab:render_gitlab"),
}
#: Formats that only go to files: the ending, and the function that fills a file ("module:function", called with the report and the path).
_FILES = {
    "graphml": ("graphml", "factcheck.report.graphs:write_graphml"),
    "xlsx": ("xlsx", "factcheck.report.tables:write_workbook"),
    "claims-parquet": ("parquet", "factcheck.report.parquet:write_claims"),
    "relations-parquet": ("parquet", "factcheck.report.parquet:write_relations"),
}
#: What a format needs beyond what is always installed: the module, the extra that brings it, and what can be written without it.
_NEEDS = {
    "xlsx": ("openpyxl", "office", "csv"),
    "claims-parquet": ("pyarrow", "parquet", "claims-csv"),
    "relations-parquet": ("pyarrow", "parquet", "relations-csv"),
}
#: Where the findings of a format are shown (`model.SHOWN`); the others are data and hold every finding.
_PLACES = {
    **dict.fromkeys(("terminal", "markdown", "html"), "report"),
    **dict.fromkeys(("sarif", "junit", "github", "github-summary", "gitlab"), "pipeline"),
}

TEXT_FORMATS = tuple(_TEXTS)
FILE_FORMATS = (*_TEXTS, *_FILES)
_ENDINGS = {name: ending for name, (ending, _) in (*_TEXTS.items(), *_FILES.items())}


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write and its format."""

    format: str
    path: Path


def parse_outputs(specifications: Sequence[str]) -> tuple[Output, ...]:
    """Read FORMAT:PATH each.

    UsageError for an unknown format, a format whose library is not installed, a missing path, a folder, a path given twice.
    """
    outputs: list[Output] = []
    for specification in specifications:
        name, colon, path = specification.partition(":")
        if name not in FILE_FORMATS:
            hint = f"-o FORMAT:PATH with FORMAT one of {', '.join(FILE_FORMATS)}"
            raise UsageError(f"unknown output format {name!r} in {specification!r}", hint=hint)
        _require_library(name)
        if not colon or not path:
            raise UsageError(f"no path given for output {name!r}", hint=f"write -o {name}:reports/factcheck.{_ENDINGS[name]}")
        if Path(path).is_dir():
            raise UsageError(
                "the output is a folder", where=path, hint=f"name a file in it, such as {name}:{path}/factcheck.{_ENDINGS[name]}"
            )
        if any(os.path.realpath(other.path) == os.path.realpath(path) for other in outputs):
            raise UsageError("two outputs go to the same file", where=path, hint="give each its own")
        outputs.append(Output(name, Path(path)))
    return tuple(outputs)


def _require_library(format: str) -> None:
    """UsageError where the library that writes `format` is not installed: told before the articles are read, not after."""
    if format in _NEEDS:
        module, extra, instead = _NEEDS[format]
        if importlib.util.find_spec(module) is None:
            hint = f"pip install 'factcheck[{extra}]', or write -o {instead}:factcheck.{_ENDINGS[instead]}"
            raise UsageError(f"the format {format} needs {module}, which is not installed", hint=hint)


def render_report(report: Report, format: str, *, lang: str | None = None, incomparable: bool = False) -> str:
    """The report as text in one of TEXT_FORMATS (terminal: plain, 80 columns, with the evidence)."""
    if format not in _TEXTS:
        raise UsageError(f"unknown format {format!r}", hint=f"one of {', '.join(TEXT_FORMATS)}")
    if format == "json":
        return report_json(report, incomparable=incomparable)
    if format in _PLACES:
        report = show_in(report, _PLACES[format])
    rendered: str = _load(_TEXTS[format][1])(report, lang)
    return rendered


def _load(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def report_json(report: Report, *, incomparable: bool = False) -> str:
    """The report as JSON text."""
    from factcheck.report.json import render_json

    return render_json(report, incomparable=incomparable)


def write_outputs(report: Report, outputs: Sequence[Output], *, lang: str | None = None, incomparable: bool = False) -> None:
    """Write every output. FactcheckError, naming the file, for the first that cannot be written; what stood there before stays."""
    for output in outputs:
        if output.format in _FILES:
            _require_library(output.format)
            fill = _load(_FILES[output.format][1])
            write_atomically(output.path, lambda path, fill=fill: fill(report, path))  # type: ignore[misc]
            continue
        text = render_report(report, output.format, lang=lang, incomparable=incomparable)
        data = text.encode("utf-8", errors="backslashreplace")
        write_atomically(output.path, lambda path, data=data: path.write_bytes(data))  # type: ignore[misc]


def write_atomically(path: Path, write: Callable[[Path], object]) -> None:
    """Have `write` fill a file beside `path`, then put it in its place in one step; parent folders are made.

    A link is followed, an existing file's permissions are kept, a device or a pipe is written to directly. On any failure the old file
    stands and no half file is left; an OSError becomes a FactcheckError.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise UsageError("the output is a folder", where=str(path), hint="name a file in it")
            write(target)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
        os.close(handle)
        part = Path(name)
        try:
            write(part)
            os.chmod(part, _file_mode(target))
            with part.open("rb") as written:
                os.fsync(written.fileno())
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FactcheckError(f"cannot write: {reason}", where=str(path), hint="check the folder and its permissions") from error


def _file_mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
