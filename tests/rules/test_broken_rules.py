"""Every mistake in a rule file is told with its place, what was expected and the nearest valid word."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, RuleError
from factcheck.rules import load_rules

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yml"))


def expected_of(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# expect: ") for line in lines if line.startswith("# expect: ")]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_rule(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    told = "\n".join(caught.value.problems)
    expected = expected_of(path)
    assert expected
    for text in expected:
        place, _, message = text.partition(": ") if text[0].isdigit() else ("", "", text)
        assert f"{copy}:{place}: {message}" in told if place else message in told
    assert len(caught.value.problems) == len([text for text in expected if text[0].isdigit()])
    assert all("\n" not in problem for problem in caught.value.problems)


def test_there_are_thirty() -> None:
    assert len(BROKEN) >= 30


def test_the_line_is_shown(tmp_path: Path) -> None:
    shutil.copy(BROKEN[1], tmp_path / BROKEN[1].name)
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    line = int(caught.value.problems[0].split(".yml:")[1].split(":")[0])
    assert caught.value.problems[0].endswith("| " + BROKEN[1].read_text(encoding="utf-8").splitlines()[line - 1].strip())


def test_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    for path in BROKEN:
        shutil.copy(path, tmp_path / path.name)
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    named = {problem.split(".yml:")[0].rsplit("/", 1)[1] for problem in caught.value.problems if ".yml:" in problem}
    assert named == {path.name.removesuffix(".yml") for path in BROKEN}
    assert list(caught.value.problems) == sorted(caught.value.problems, key=lambda p: p.split(".yml:")[0])


def test_folders_that_are_not(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="1 mistake") as caught:
        load_rules([tmp_path / "nowhere"])
    assert "there is no such folder" in caught.value.problems[0]
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path / "file"])
    assert "is not a folder" in caught.value.problems[0]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"id: FC901\nname: \xff\xfe\n", ":2:1: is not UTF-8"),
        (b"id: FC901\nname: \x07\n", ":2:1: holds a character that YAML does not allow"),
        (b"", ":1:1: a rule file is a mapping"),
        (b"[" * 5000, "is nested deeper than"),
        (b"{a: " * 5000, "is nested deeper than"),
        (b"x" * 300_000, "is larger than 256 KB"),
        (b"? [a]\n: b\n", "has a key that is not a word"),
        (b"--- a\n--- b\n", "holds more than one document"),
    ],
)
def test_bytes_that_are_no_rule(tmp_path: Path, raw: bytes, told: str) -> None:
    (tmp_path / "FC901-x.yml").write_bytes(raw)
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    assert told in caught.value.problems[0]


def test_the_file_is_named_after_its_rule(tmp_path: Path) -> None:
    good = Path(__file__).parent.parent.parent / "rules" / "core" / "FC101-head-counts.yml"
    (tmp_path / "FC902-x.yml").write_text(good.read_text(encoding="utf-8").replace("id: FC101", "id: FC901"), encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    assert "must be called FC901-" in caught.value.problems[0]


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "FC901-x.yml").write_text("id: FC901\n", encoding="utf-8")
    (inside / "FC901-x.yml").symlink_to(outside / "FC901-x.yml")
    (inside / "pack").symlink_to(outside)
    with pytest.raises(RuleError) as caught:
        load_rules([inside])
    assert len(caught.value.problems) == 2
    assert all("leads outside" in problem for problem in caught.value.problems)


def test_a_circle_of_extends(tmp_path: Path) -> None:
    for one, other in (("FC901", "FC902"), ("FC902", "FC903"), ("FC903", "FC901")):
        (tmp_path / f"{one}-x.yml").write_text(f"id: {one}\nextends: {other}\n", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    assert any("extend each other in a circle: FC901 -> FC902 -> FC903 -> FC901" in problem for problem in caught.value.problems)


def test_selections_that_name_nothing() -> None:
    with pytest.raises(FactcheckError, match='"FC999" names no rule'):
        load_rules(select=["FC999"])
    with pytest.raises(FactcheckError, match='did you mean "core"'):
        load_rules(ignore=["cor"])
    with pytest.raises(FactcheckError, match="which does not exist"):
        load_rules(overrides={"FC999": {"level": "error"}})
    with pytest.raises(RuleError):
        load_rules(overrides={"FC101": {"level": "eror"}})
