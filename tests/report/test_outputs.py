"""Files are written whole or not at all."""

from __future__ import annotations

import json
import os
import stat
import sys
import types
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, UsageError
from factcheck.report.outputs import TEXT_FORMATS, Output, parse_outputs, render_report, write_atomically, write_outputs
from factcheck.report.view import Report


def test_format_and_path_are_parted_at_the_first_colon() -> None:
    assert parse_outputs(["markdown:a/b:c.md", "json:C:/x.json"]) == (
        Output("markdown", Path("a/b:c.md")),
        Output("json", Path("C:/x.json")),
    )


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["html5:x"], "one of terminal, json, markdown, html"),
        (["report.md"], "unknown output format 'report.md'"),
        (["json"], "no path given"),
        (["json:"], "write -o json:reports/factcheck.json"),
        (["json:x.json", "markdown:./x.json"], "two outputs go to the same file"),
        ([""], "unknown output format"),
    ],
)
def test_a_wrong_output_is_the_users_error(given: list[str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        parse_outputs(given)


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        parse_outputs([f"json:{tmp_path}"])


def test_every_format_is_written_and_folders_are_made(report: Report, tmp_path: Path) -> None:
    outputs = parse_outputs([f"{name}:{tmp_path}/new/deep/{name}.out" for name in TEXT_FORMATS])
    write_outputs(report, outputs)
    assert sorted(path.name for path in (tmp_path / "new/deep").iterdir()) == sorted(f"{name}.out" for name in TEXT_FORMATS)
    assert json.loads((tmp_path / "new/deep/json.out").read_text(encoding="utf-8")) == report.to_dict()
    assert (tmp_path / "new/deep/markdown.out").read_bytes() == render_report(report, "markdown").encode()
    assert "〖约38.6亿元〗" in (tmp_path / "new/deep/terminal.out").read_text(encoding="utf-8")


def test_the_same_report_gives_the_same_bytes(report: Report, replaced: Report, tmp_path: Path) -> None:
    for name, made in (("a", report), ("b", replaced)):
        write_outputs(made, parse_outputs([f"json:{tmp_path}/{name}.json", f"markdown:{tmp_path}/{name}.md"]))
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()


def test_a_failure_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")

    def fail(part: Path) -> None:
        part.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(FactcheckError, match="No space left") as caught:
        write_atomically(path, fail)
    assert caught.value.where == str(path)
    assert caught.value.exit_code == 2
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["report.json"]


def test_an_interruption_leaves_no_half_file(tmp_path: Path) -> None:
    def stop(part: Path) -> None:
        part.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "report.json", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file")
    with pytest.raises(FactcheckError, match="cannot write"):
        write_atomically(tmp_path / "reports" / "x.md", lambda part: part.write_text("x"))


@pytest.mark.skipif(os.name != "posix", reason="permissions and links as POSIX has them")
def test_permissions_are_kept_and_links_followed(tmp_path: Path) -> None:
    target = tmp_path / "real.md"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    write_atomically(link, lambda part: part.write_text("new"))
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_a_new_file_can_be_read_by_those_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "x.md", lambda part: part.write_text("x"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.md").stat().st_mode) == 0o640


def test_graphml_goes_through_the_graph_module(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = types.ModuleType("factcheck.graph")
    fake.write_graphml = lambda graph, path: Path(path).write_text(f"<{graph}/>")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "factcheck.graph", fake)
    write_outputs(replace(report, graph="graph"), parse_outputs([f"graphml:{tmp_path}/g.graphml"]))
    assert (tmp_path / "g.graphml").read_text() == "<graph/>"
    with pytest.raises(UsageError, match="no graph"):
        write_outputs(report, parse_outputs([f"graphml:{tmp_path}/h.graphml"]))
    assert not (tmp_path / "h.graphml").exists()


def test_an_unknown_format_is_the_users_error(report: Report) -> None:
    with pytest.raises(UsageError, match="terminal, json, markdown, html"):
        render_report(report, "graphml")


def test_text_that_is_no_unicode_can_still_be_written(report: Report, tmp_path: Path) -> None:
    spoiled = replace(report, backend="\ud800")
    write_outputs(spoiled, parse_outputs([f"{name}:{tmp_path}/{name}" for name in ("terminal", "json", "markdown")]))
    assert len(list(tmp_path.iterdir())) == 3
