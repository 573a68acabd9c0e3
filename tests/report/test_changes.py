"""Two reports against each other: what is new, gone, changed, and how the command ends."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hostile import HOSTILE
from report_by_hand import make_report

from factcheck.cli.main import command
from factcheck.errors import FactcheckError
from factcheck.model import Level
from factcheck.report.changes import compare_documents, read_document, render_changes
from factcheck.report.messages import load_messages


@pytest.fixture
def document() -> dict[str, Any]:
    return make_report().to_dict()


def test_a_report_is_no_different_from_itself(document: dict[str, Any]) -> None:
    changes = compare_documents(document, copy.deepcopy(document))
    assert (changes.new, changes.gone, changes.changed, changes.same) == ((), (), (), 2)


def test_new_and_gone_mirror_each_other(document: dict[str, Any]) -> None:
    fewer = {**document, "findings": document["findings"][:1]}
    assert [finding["id"] for finding in compare_documents(fewer, document).new] == ["f-deaths"]
    assert [finding["id"] for finding in compare_documents(document, fewer).gone] == ["f-deaths"]


def test_a_known_conflict_with_another_value_has_changed(document: dict[str, Any]) -> None:
    later = copy.deepcopy(document)
    money = later["findings"][0]
    money["fingerprint"] = "other"
    money["values"][1]["label"] = "五十億元"
    changes = compare_documents(document, later)
    assert (changes.new, changes.gone, changes.same) == ((), (), 1)
    (change,) = changes.changed
    assert (change.added, change.removed, change.other_level) == (("五十億元",), ("四十五億元",), False)
    told = render_changes(changes, load_messages("zh"))
    assert told.startswith("~ 严重 FC201 ")
    assert "多了：五十億元" in told
    assert "少了：四十五億元" in told
    assert told.endswith("新 0，有变化 1，不再有 0，照旧 1\n")


def test_another_level_is_a_change(document: dict[str, Any]) -> None:
    report = make_report()
    lowered = replace(report, findings=tuple(replace(f, level=Level.INFO) for f in report.findings)).to_dict()
    changes = compare_documents(document, lowered)
    assert len(changes.changed) == 2
    assert "level was error, is info" in render_changes(changes, load_messages("en"))


def test_twins_are_paired_one_by_one(document: dict[str, Any]) -> None:
    doubled = {**document, "findings": [document["findings"][0]] * 3}
    changes = compare_documents({**document, "findings": [document["findings"][0]] * 2}, doubled)
    assert (changes.same, len(changes.new), len(changes.gone)) == (2, 1, 0)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "is not a report"),
        ('{"schema_version": 1}', "is not a report"),
        ('{"schema_version": 2, "findings": []}', "schema version 2"),
        ('{"schema_version": 1, "findings": [{}]}', "a finding needs id"),
        ('{"schema_version": 1, "findings": [3]}', "a finding needs id"),
    ],
)
def test_what_is_no_report_is_said(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactcheckError, match=says):
        read_document(path)


def test_a_finding_without_labels_is_said(tmp_path: Path, document: dict[str, Any]) -> None:
    document["findings"][1]["values"][0].pop("label")
    path = tmp_path / "x.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(FactcheckError, match=r"findings\[1\]: a finding needs values with labels"):
        read_document(path)


def test_the_command_ends_as_it_should(tmp_path: Path, document: dict[str, Any]) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps({**document, "findings": document["findings"][1:]}), encoding="utf-8")
    new.write_text(json.dumps(document), encoding="utf-8")
    run = lambda *arguments: CliRunner().invoke(command, ["diff", *map(str, arguments)])  # noqa: E731
    assert run(old, old).exit_code == 0
    result = run(old, new)
    assert result.exit_code == 1
    assert result.stdout.startswith("+ 严重 FC201 总投资说法不一")
    assert run(new, old).exit_code == 0
    assert run(old, new, "--fail-level", "never").exit_code == 0
    told = json.loads(run(old, new, "--format", "json").stdout)
    assert [finding["id"] for finding in told["new"]] == ["f-money"]
    missing = run(old, tmp_path / "none.json")
    assert missing.exit_code == 2
    assert "none.json" in missing.stderr
    assert "Traceback" not in missing.stderr


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:16]))
def test_hostile_text_is_one_line(document: dict[str, Any], text: str) -> None:
    for finding in document["findings"]:
        finding.update(message=text, rule=text, id=text)
    told = render_changes(compare_documents({**document, "findings": []}, document), load_messages("zh"))
    assert len(told.splitlines()) == 3
    assert not set(told) & set("\x1b\u202e\x07")
