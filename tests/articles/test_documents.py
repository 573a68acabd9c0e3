"""PDF and Word documents as articles."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from factcheck.articles import read_articles
from factcheck.articles.pdf import read_pdf
from factcheck.articles.word import read_word
from factcheck.errors import ReadError
from factcheck.model import Article

FONT = "STSong-Light"
TITLE = "栖原水库除险加固完工"
FIRST = (
    "栖原水库除险加固工程日前完工，历时两年零三个月。市水务局介绍，工程总投资约2.6亿元，其中库区清淤用去4,300万元，加固堤坝共7.2公里，"
    "坝体由GNSS监测，可防五十年一遇的洪水。"
)
SECOND = "水务局副局长陶景行说，水库下游有十六个村、三万八千名居民，今年汛期以前还要增设九处雨量站。"
PARAGRAPHS = [FIRST, SECOND] * 9


@pytest.fixture(scope="module")
def platypus() -> Any:
    pytest.importorskip("pdfminer", reason="pdfminer.six is not installed: pip install '.[office]'")
    platypus = pytest.importorskip("reportlab.platypus", reason="reportlab is not installed: pip install '.[test]'")
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return platypus


def make_pdf(
    platypus: Any, paragraphs: Sequence[str], *, columns: int = 1, indent: int = 24, after: int = 0, header: str = "", **options: Any
) -> bytes:
    """A newspaper page: a headline, the text in columns, a running head and page numbers."""
    from reportlab.lib.styles import ParagraphStyle

    def furnish(canvas: Any, document: Any) -> None:
        canvas.setFont(FONT, 9)
        if header:
            canvas.drawString(60, 815, header)
            canvas.drawCentredString(297, 30, f"第 {canvas.getPageNumber()} 页")

    head = ParagraphStyle("head", fontName=FONT, fontSize=20, leading=28, wordWrap="CJK")
    body = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=20, firstLineIndent=indent, spaceAfter=after, wordWrap="CJK")
    written = io.BytesIO()
    document = platypus.BaseDocTemplate(written, pageTemplates=[], **options)
    width = (document.width - 20 * (columns - 1)) / columns
    frames = [
        platypus.Frame(document.leftMargin + n * (width + 20), document.bottomMargin, width, document.height, id=str(n))
        for n in range(columns)
    ]
    document.addPageTemplates([platypus.PageTemplate(id="page", frames=frames, onPage=furnish)])
    document.build([platypus.Paragraph(TITLE, head), platypus.Spacer(1, 12), *(platypus.Paragraph(text, body) for text in paragraphs)])
    return written.getvalue()


def make_canvas(platypus: Any, draw: Any, **options: Any) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    written = io.BytesIO()
    canvas = Canvas(written, **options)
    draw(canvas)
    canvas.save()
    return written.getvalue()


def only(folder: Path) -> Article:
    result = read_articles([folder])
    assert not result.errors
    (article,) = result.articles
    return article


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(("indent", "after"), [(24, 0), (0, 14)])
def test_paragraphs_are_whole_across_lines_columns_and_pages(platypus: Any, columns: int, indent: int, after: int) -> None:
    data = make_pdf(platypus, PARAGRAPHS, columns=columns, indent=indent, after=after, header="栖原日报 2031年3月6日 星期四 A3版")
    read = read_pdf(data)
    assert read.text.split("\n\n") == [TITLE, *PARAGRAPHS]
    assert read.title == TITLE
    assert len(read.pages) >= 2
    assert read.running[0] == "栖原日报 2031年3月6日 星期四 A3版"
    assert "第 1 页" in read.running


def test_the_page_of_a_place_is_kept(platypus: Any, tmp_path: Path) -> None:
    marks = [f"编号{number:03d}的段落到此为止，下一段另起。" for number in range(80)]
    (tmp_path / "a.pdf").write_bytes(make_pdf(platypus, marks, header="栖原日报"))
    article = only(tmp_path)
    assert (article.format, article.extracted) == ("pdf", True)
    # Counted by pdfminer itself, page by page.
    from pdfminer.high_level import extract_text

    for page in range(len(article.pages)):
        alone = extract_text(tmp_path / "a.pdf", page_numbers=[page])
        for mark in marks:
            if mark in alone:
                assert article.page_at(article.text.index(mark)) == page + 1
    assert article.page_at(len(article.text) - 1) == len(article.pages) > 1


def test_outlet_date_and_title_come_from_the_page(platypus: Any, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(platypus, PARAGRAPHS, header="栖原日报 2031年3月6日 星期四 A3版"))
    article = only(tmp_path)
    assert (article.source, article.published, article.title) == ("栖原日报", datetime(2031, 3, 6), TITLE)
    assert "source: 栖原日报, taken from the page header" in article.notes
    assert any(note.startswith("pages: heads and feet left out: 栖原日报") for note in article.notes)


def test_pages_without_text_are_said(platypus: Any, tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        for page in range(3):
            canvas.setFont(FONT, 12)
            canvas.drawString(60, 700, FIRST[:30]) if page != 1 else canvas.rect(60, 60, 200, 200)
            canvas.drawString(290, 30, str(page + 1))
            canvas.showPage()

    (tmp_path / "a.pdf").write_bytes(make_canvas(platypus, draw))
    article = only(tmp_path)
    assert "pages: without text, not read: 2" in article.notes
    assert article.page_at(article.text.rindex(FIRST[:5])) == 3


def test_characters_taken_for_radicals_are_characters_again(platypus: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fonts with both name the radical: browsers write such files."""
    from pdfminer.layout import LTChar

    radicals = str.maketrans("工日月人一水高", "⼯⽇⽉⼈⼀⽔⾼")
    get_text = LTChar.get_text
    monkeypatch.setattr(LTChar, "get_text", lambda self: get_text(self).translate(radicals))
    assert "⽔" in LTChar.get_text(type("C", (), {"_text": "水", "graphicstate": None})())
    assert read_pdf(make_pdf(platypus, [FIRST])).text == f"{TITLE}\n\n{FIRST}"


# ------------------------------------------------------------------ what cannot be read


def scanned(canvas: Any) -> None:
    canvas.rect(60, 60, 400, 600, fill=1)


def numbered(canvas: Any) -> None:
    for page in range(3):
        canvas.rect(60, 60, 400, 600, fill=1)
        canvas.drawString(290, 30, str(page + 1))
        canvas.showPage()


def vertical(canvas: Any) -> None:
    canvas.setFont(FONT, 12)
    for number, character in enumerate(FIRST[:60]):
        canvas.drawString(500 - 40 * (number // 20), 780 - 30 * (number % 20), character)


def protected(platypus: Any) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return make_canvas(platypus, lambda canvas: canvas.drawString(60, 700, "text"), encrypt=StandardEncryption("secret"))


def nameless(platypus: Any) -> bytes:
    data = make_canvas(platypus, lambda canvas: (canvas.setFont(FONT, 12), canvas.drawString(60, 700, FIRST[:30])), pageCompression=0)
    assert b"/UniGB-UCS2-H" in data
    return data.replace(b"/UniGB-UCS2-H", b"/Identity-H  ")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda platypus: make_canvas(platypus, scanned), "only pictures of pages"),
        (lambda platypus: make_canvas(platypus, numbered), "only pictures of pages"),
        (lambda platypus: make_canvas(platypus, vertical), "set vertically"),
        (protected, "protected by a password"),
        (nameless, "do not say which characters"),
        (lambda platypus: b"", "cannot be read as a PDF"),
        (lambda platypus: "这不是PDF".encode(), "cannot be read as a PDF"),
        (lambda platypus: make_pdf(platypus, PARAGRAPHS)[:2000], "cannot be read as a PDF"),
    ],
    ids=["scanned", "scanned and numbered", "vertical", "protected", "nameless", "empty", "text", "cut off"],
)
def test_what_cannot_be_read_is_one_error(platypus: Any, tmp_path: Path, capfd: pytest.CaptureFixture[str], make: Any, says: str) -> None:
    (tmp_path / "a.pdf").write_bytes(make(platypus))
    (tmp_path / "b.txt").write_text(FIRST, encoding="utf-8")
    result = read_articles([tmp_path])
    assert [article.format for article in result.articles] == ["text"]
    (error,) = result.errors
    assert says in error.message
    assert error.where == (tmp_path / "a.pdf").as_posix()
    assert error.hint
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("module", "suffix"), [("pdfminer", ".pdf"), ("docx", ".docx")])
def test_a_library_that_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, suffix: str) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / f"a{suffix}").write_bytes(b"anything")
    (error,) = read_articles([tmp_path]).errors
    assert "not installed" in error.message
    assert "pip install 'factcheck[office]'" in error.hint


# ------------------------------------------------------------------ Word


@pytest.fixture(scope="module")
def docx() -> Any:
    return pytest.importorskip("docx", reason="python-docx is not installed: pip install '.[office]'")


def save(document: Any) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_word_document_is_an_article(docx: Any, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("来源：栖原新闻网　发布时间：2031年3月6日")
    document.add_paragraph(FIRST)
    document.add_paragraph(SECOND)
    (tmp_path / "a.docx").write_bytes(save(document))
    (tmp_path / "~$a.docx").write_bytes(b"a lock of Word")
    article = only(tmp_path)
    assert (article.title, article.source, article.published) == (TITLE, "栖原新闻网", datetime(2031, 3, 6))
    assert [segment.span.of(article.text) for segment in article.segments if segment.kind == "body"] == [FIRST, SECOND]
    assert article.pages == ()


def test_tables_boxes_and_line_breaks_are_read_in_order(docx: Any) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.add_paragraph("第一行\n第二行")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("村名", "户数"), ("上栖", "三百户"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    inside = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'>{inside}</v:textbox></w:pict>"
    document.element.body.insert(2, parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>正文</w:t>{box}</w:r></w:p>"))
    assert read_word(save(document)).text.split("\n\n") == ["第一行\n第二行", "村名\t户数", "上栖\t三百户", "正文", "框内"]


def test_a_document_is_read_as_it_is_seen(docx: Any) -> None:
    """Tracked changes taken, what is deleted, moved away or hidden left out."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    parts = (
        "<w:r><w:t xml:space='preserve'>共有</w:t></w:r>",
        "<w:del w:id='1'><w:r><w:delText>七</w:delText></w:r></w:del>",
        "<w:moveFrom w:id='2'><w:r><w:t>八</w:t></w:r></w:moveFrom>",
        "<w:ins w:id='3'><w:r><w:t>九</w:t></w:r></w:ins>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>十</w:t></w:r>",
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
        "<w:hyperlink><w:r><w:t>处</w:t></w:r></w:hyperlink>",
        "<w:r><w:footnoteReference w:id='4'/></w:r>",
    )
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{''.join(parts)}</w:p>"))
    read = read_word(save(document))
    assert read.text == "共有九处"
    assert read.footnotes == 1


def test_the_day_a_document_was_made_is_that_of_chinese_time(docx: Any) -> None:
    document = docx.Document()
    document.add_paragraph(FIRST)
    assert "created" not in read_word(save(document)).properties, "that of the template is nobody's"
    document.core_properties.created = datetime(2031, 3, 5, 18, 20)
    assert read_word(save(document)).properties["created"] == "2031-03-06"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password, or a document of an older Word"),
        (b"PK\x03\x04 broken", "cannot be read as a Word document"),
        ("不是文档".encode(), "cannot be read as a Word document"),
    ],
)
def test_a_word_document_that_cannot_be_read_is_one_error(docx: Any, data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        read_word(data, where="a.docx")
    assert (caught.value.where, bool(caught.value.hint)) == ("a.docx", True)


def test_a_word_document_without_text_is_an_error(docx: Any) -> None:
    with pytest.raises(ReadError, match="no text"):
        read_word(save(docx.Document()))


# ------------------------------------------------------------------ the whole way


def test_what_a_pdf_claims_is_shown_with_its_page(platypus: Any, docx: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from factcheck import check
    from factcheck.cli.main import command
    from factcheck.report.html import render_html
    from factcheck.report.terminal import render_finding
    from factcheck.report.view import build_view

    told = "截至3月6日15时，东湾化工厂爆炸造成{}人死亡。"
    filling = "东湾化工厂建于二十年前，生产染料和涂料，厂区周围有居民楼和一所小学，消防部门曾经多次检查。"
    monkeypatch.chdir(tmp_path)
    Path("a.pdf").write_bytes(make_pdf(platypus, [*[filling] * 22, told.format(3)], header="栖原日报 2031年3月6日"))
    document = docx.Document()
    document.add_paragraph("来源：栖原新闻网　发布时间：2031年3月6日")
    document.add_paragraph(told.format(5))
    document.save("b.docx")
    report = check(["."])
    claims = {claim["article"]: claim for claim in report.to_dict()["claims"] if "人死亡" in claim["quote"]}
    text = next(article.text for article in report.articles if article.format == "pdf")
    assert claims["a.pdf"]["page"] == 2
    assert text[claims["a.pdf"]["start"] : claims["a.pdf"]["end"]] == claims["a.pdf"]["quote"]
    assert "page" not in claims["b.docx"]
    assert {article["id"]: article.get("pages") for article in report.to_dict()["articles"]} == {"a.pdf": 2, "b.docx": None}
    frame = report.claims_frame().set_index("id")
    assert frame.loc[claims["a.pdf"]["id"], "page"] == 2
    view = build_view(report)
    (finding,) = [each for each in view.findings if each.finding.level != "info"]
    shown = render_finding(finding, view.messages)
    assert "a.pdf 第 2 页" in shown
    assert "b.docx:3" in shown
    assert "a.pdf p. 2" in render_finding(build_view(report, "en").findings[0], build_view(report, "en").messages)
    assert "第 {n} 页" in render_html(report)
    Path("broken.pdf").write_bytes(b"%PDF-1.7 nothing follows")
    result = CliRunner().invoke(command, ["check", "."])
    assert result.exit_code == 2
    assert "broken.pdf: it cannot be read as a PDF" in result.stderr
    assert CliRunner().invoke(command, ["check", ".", "--allow-partial"]).exit_code == 1
