"""The catalogue: complete in both languages, and nothing in it that nobody says."""

from __future__ import annotations

import ast
import re
import string
from importlib.resources import files
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import UsageError
from factcheck.report import messages as module
from factcheck.report.messages import ENUMS, LANGUAGES, load_messages, read_catalogue

CODE = "\n".join(
    path.read_text(encoding="utf-8") for part in ("report", "cli") for path in Path(factcheck.__file__).parent.glob(f"{part}/**/*.py")
)


PAGE = "\n".join(path.read_text(encoding="utf-8") for path in Path(factcheck.__file__).parent.glob("report/html/*.js"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("prefix", sorted(ENUMS))
def test_every_member_of_the_closed_lists_has_a_text(lang: str, prefix: str) -> None:
    messages = load_messages(lang)
    texts = [messages.name(member) for member in ENUMS[prefix]]
    assert all(texts)
    if prefix != "hedge":
        assert len(set(texts)) == len(texts), "two members would look the same to a reader"


def test_chinese_is_chinese_and_english_is_english() -> None:
    for key, (chinese, english) in read_catalogue().items():
        assert not re.search(r"[\u4e00-\u9fff]", english), key
        words = re.sub(r"\{\w+\}|factcheck \w+|〖|〗", "", chinese)
        assert re.search(r"[\u4e00-\u9fff]", words) or not re.search(r"[A-Za-z]", words), key


def test_both_languages_fill_in_the_same_fields() -> None:
    for key, cells in read_catalogue().items():
        forms = [form for cell in cells for form in cell.split("||")]
        fields = [{name for _, name, _, _ in string.Formatter().parse(form) if name} for form in forms]
        everywhere = set.union(*fields)
        # A translation of what another stage says may leave a field out.
        assert key.startswith("said.") or all(everywhere - found <= {"n"} for found in fields), key


def test_every_message_that_the_code_says_is_in_the_catalogue() -> None:
    said = set(re.findall(r"""messages\(\s*f?["']([a-z_.]+)["']""", CODE))
    assert len(said) > 20
    assert {key for key in said if not key.endswith(".")} <= set(read_catalogue())


def test_every_message_of_the_catalogue_is_said() -> None:
    closed = {*ENUMS, "html", "column", "coverage", "scope", "uncompared", "gate", "outcome", "said", "unit", "manual"}
    unsaid = [key for key in read_catalogue() if key.split(".")[0] not in closed and not re.search(rf"""["']{re.escape(key)}["']""", CODE)]
    assert unsaid == []


def test_the_page_and_the_catalogue_agree() -> None:
    said = set(re.findall(r"""\bt\(["'`]([a-z_.-]+?)["'`]""", PAGE))
    assert {key for key in said if not key.endswith(".")} <= set(read_catalogue())
    # Keys made of a beginning and a name: "html.verdict." + verdict, `html.stage.${number}`, "html." + name.
    made = {"theme", "verdict", "view", "mark", "stage"}
    for key in (key.removeprefix("html.") for key in read_catalogue() if key.startswith("html.")):
        assert key.split(".")[0] in made or re.search(rf"""["'`](html\.)?{re.escape(key)}["'`]""", PAGE + CODE), key


def test_number_forms() -> None:
    english = load_messages("en")
    assert english("support.outlets", n=1) == "1 outlet"
    assert english("support.outlets", n=3) == "3 outlets"
    assert load_messages("zh")("support.outlets", n=3) == "3 家媒体"


def test_an_unknown_language_is_the_users_error() -> None:
    with pytest.raises(UsageError, match="zh, en"):
        load_messages("fr")


@pytest.mark.parametrize("line", ["a.key\tonly Chinese", "a.key\t\tno Chinese", "level.error\t错\twrong\tfour"])
def test_a_broken_line_is_named(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "messages.tsv").write_text(f"# a comment\nb.key\t乙\tb\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match=r"messages\.tsv:3"):
        read_catalogue()


def test_a_key_may_stand_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "messages.tsv").write_text("b.key\t乙\tb\nb.key\t丙\tc\n", encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match="stands twice"):
        read_catalogue()


def test_the_catalogue_is_shipped() -> None:
    assert files("factcheck.report").joinpath("messages.tsv").is_file()


def test_what_other_stages_say_is_told_in_chinese() -> None:
    chinese, english = load_messages("zh"), load_messages("en")
    note = "published: 2031-03-06, from the dateline, names no year"
    assert chinese.translate(note) == "日期取自电头，没有年份：2031-03-06"
    assert english.translate(note) == note
    assert chinese.translate("source: {0}\n{x}, taken from the dateline") == "媒体取自电头：{0}\n{x}"
    assert chinese.translate("something new") == "something new"


def test_notes_of_real_articles_are_told_in_chinese(tmp_path: Path) -> None:
    from factcheck.articles import read_articles

    (tmp_path / "a.txt").write_text("海潮通讯社澜州3月6日电 青屿港扩建工程通过验收，总投资约38.6亿元。\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("---\npublished: soon\n---\n青屿港扩建工程通过验收，总投资约38.6亿元。\n", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(("青屿港扩建工程通过验收，总投资约三十八亿元，建成十二个泊位。\n" * 5).encode("gb18030"))
    notes = [note for article in read_articles([tmp_path]).articles for note in article.notes]
    assert len(notes) >= 4
    untold = [note for note in notes if load_messages("zh").translate(note) == note]
    assert untold == []


def test_every_gate_that_is_tried_has_a_name() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(factcheck.__file__).parent.glob("comparison/*.py"))
    tried = set(re.findall(r"""(?:passes\(|^\s+\(|append\(\()"([a-z_]+)",""", code, flags=re.MULTILINE))
    assert "unit" in tried
    assert {f"gate.{name}" for name in tried} <= set(read_catalogue())


def test_what_cannot_be_read_is_said_in_chinese() -> None:
    """Every message and hint of a ReadError made under factcheck/articles has its Chinese."""
    chinese = load_messages("zh")
    said = []
    for path in sorted((Path(module.__file__).parents[1] / "articles").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ReadError":
                given = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "hint")]
                said += [_write_out(each) for each in given if not isinstance(each, ast.Name)]
    assert len(said) > 40
    # What is typed stays as it is.
    assert [text for text in said if chinese.translate(text) == text and not text.startswith("pip install")] == []


def _write_out(node: ast.expr) -> str:
    """The text a constant or a template makes."""
    if isinstance(node, ast.Subscript):
        return _write_out(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    assert isinstance(node, ast.Constant), ast.dump(node)
    return str(node.value)
