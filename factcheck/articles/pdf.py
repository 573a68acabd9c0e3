"""The text of a PDF: lines joined to paragraphs, running heads and page numbers left out, and where each page begins."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from factcheck.articles.typesetting import Paragraph, SetLine, find_running_lines, is_wide, join_lines, order_lines, set_paragraphs
from factcheck.errors import ReadError

__all__ = ["PdfText", "read_pdf"]

_SPACE = re.compile(r"\s+")
_NO_CHARACTER = re.compile(r"\(cid:\d+\)")
#: The share of characters without a meaning from which a text is not worth reading.
_LOST = 0.2
_HEADLINE = 1.15
#: A page printed by a browser was made on the day it was printed, not on that of its article.
_BROWSER = re.compile("Chrom|Mozilla|Firefox|Safari|Skia/PDF|wkhtmltopdf|WeasyPrint")
_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
#: Lines up to as many characters, most of a page of them: the text is set vertically.
_COLUMN_OF_ONE = 1.5


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF says.

    `pages` holds the offset in `text` at which each page begins (that of the next one for a page without text). `title` is the headline
    of the first page, "" where none is set larger than the text. `running` lists the heads and feet that were left out, each once; `empty`
    the pages without text, counted from 1. `properties` is what the file says of itself: created, author, publisher, date.
    """

    text: str
    pages: tuple[int, ...]
    title: str
    running: tuple[str, ...]
    empty: tuple[int, ...]
    properties: Mapping[str, str]


def read_pdf(data: bytes, *, where: str = "") -> PdfText:
    """The text of a PDF. ReadError for one that is protected, broken, or without text (scanned), or whose fonts name no characters."""
    lines, count, properties = _read_lines(data, where)
    running = find_running_lines(lines)
    left_out = set(map(id, running))
    kept = [line for line in lines if id(line) not in left_out]
    if not kept:  # the number of a page may be all that was set on it
        raise ReadError(
            "there is no text in it, only pictures of pages", where=where, hint="have the text recognised (OCR), or give it as .txt"
        )
    letters = "".join(line.text for line in lines)
    if letters.count("\ufffd") > _LOST * len(letters):
        raise ReadError("its fonts do not say which characters they show", where=where, hint="give the text as .txt or .docx")
    if len(lines) > 20 and median(len(line.text) for line in lines) <= _COLUMN_OF_ONE:
        raise ReadError("its text is set vertically, which is not read", where=where, hint="give the text as .txt or .docx")
    paragraphs = set_paragraphs(kept)
    text, starts = _write_paragraphs(paragraphs)
    pages = []
    at = len(text)
    for page in range(count - 1, -1, -1):
        at = starts.get(page, at)
        pages.append(at)
    with_text = {line.page for line in kept}
    return PdfText(
        text,
        tuple(reversed(pages)),
        _find_title(paragraphs),
        tuple(dict.fromkeys(_SPACE.sub(" ", line.text) for line in running)),
        tuple(page + 1 for page in range(count) if page not in with_text),
        properties,
    )


def _write_paragraphs(paragraphs: Iterable[Paragraph]) -> tuple[str, dict[int, int]]:
    """The text, an empty line between paragraphs, and the offset of each page that has any."""
    text = ""
    starts: dict[int, int] = {}
    for paragraph in paragraphs:
        if text:
            text += "\n\n"
        begin, whole = len(text), ""
        for line in paragraph.lines:
            whole = join_lines(whole, line.text)
            starts.setdefault(line.page, begin + len(whole) - len(line.text.strip()))
        text += whole
    return text, starts


def _find_title(paragraphs: list[Paragraph]) -> str:
    """The largest paragraph of the first page, where it is larger than the text that most characters are set in, and stands above it."""
    first = [paragraph for paragraph in paragraphs if paragraph.lines[0].page == paragraphs[0].lines[0].page]
    largest = max(first, key=lambda paragraph: paragraph.size)
    longest = max(first, key=lambda paragraph: len(paragraph.text))
    above = first.index(largest) < first.index(longest)
    return largest.text if above and largest.size >= _HEADLINE * longest.size else ""


# ------------------------------------------------------------------ pdfminer


def _read_lines(data: bytes, where: str) -> tuple[list[SetLine], int, dict[str, str]]:
    """The lines of all pages in reading order, the number of pages, and the properties."""
    try:
        from pdfminer.converter import PDFPageAggregator
        from pdfminer.layout import LAParams
        from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
        from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser
    except ImportError as error:
        raise ReadError("PDF needs pdfminer.six, which is not installed", where=where, hint="pip install 'factcheck[office]'") from error
    # What it has to say of a file that is not quite right would go to standard error.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    lines: list[SetLine] = []
    count = 0
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        manager = PDFResourceManager()
        device = PDFPageAggregator(manager, laparams=LAParams(boxes_flow=None))
        interpreter = PDFPageInterpreter(manager, device)
        for number, page in enumerate(PDFPage.create_pages(document)):
            interpreter.process_page(page)
            lines += order_lines(_page_lines(device.get_result(), number))
            count += 1
        properties = _read_properties(document)
    except PDFPasswordIncorrect as error:
        raise ReadError("it is protected by a password", where=where, hint="save it without one") from error
    except Exception as error:  # a broken file makes pdfminer fail in any way there is
        raise ReadError(
            f"it cannot be read as a PDF: {str(error) or type(error).__name__}"[:200], where=where, hint="save it anew"
        ) from error
    if not count:
        raise ReadError("it cannot be read as a PDF: there is no page in it", where=where, hint="save it anew")
    return lines, count, properties


def _page_lines(page: Any, number: int) -> list[SetLine]:
    from pdfminer.layout import LTChar, LTTextBox, LTTextLine

    lines = []
    for box in page:
        if not isinstance(box, LTTextBox):
            continue
        for line in box:
            if not isinstance(line, LTTextLine):
                continue
            text = _line_text(line)
            if text.strip():
                sizes = [char.size for char in line if isinstance(char, LTChar)]
                lines.append(SetLine(number, text, line.x0, line.x1, line.y1, line.y0, median(sizes), page.height))
    return lines


def _line_text(line: Any) -> str:
    """The characters of a line. A gap that was widened to fill the line is no space beside a Chinese character.

    Many fonts take a character for the radical of the same shape, or two letters for their ligature: they are what they look like.
    """
    from pdfminer.layout import LTAnno, LTChar

    characters = list(line)
    text = ""
    for index, character in enumerate(characters):
        if isinstance(character, LTChar):
            text += _NO_CHARACTER.sub("\ufffd", character.get_text()).replace("\x00", "\ufffd")
        elif isinstance(character, LTAnno) and character.get_text() == " ":
            following = characters[index + 1].get_text() if index + 1 < len(characters) else ""
            text += "" if is_wide(text[-1:]) or is_wide(following[:1]) else " "
    return _LOOKALIKE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text).strip()


def _read_properties(document: Any) -> dict[str, str]:
    """Author and day of making, and what the XMP packet says of publisher and publication; broken ones are passed over."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    found: dict[str, str] = {}
    for info in document.info:
        for key, name in (("Author", "author"), ("CreationDate", "created"), ("Creator", "creator"), ("Producer", "producer")):
            value = resolve1(info.get(key))
            if isinstance(value, bytes) and (text := decode_text(value).strip()):
                found[name] = text
    made_by = found.pop("creator", "") + found.pop("producer", "")
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", found.pop("created", ""))
    if made and not _BROWSER.search(made_by):
        found["created"] = "-".join(made.groups())
    packet = resolve1(document.catalog.get("Metadata"))
    return found | _read_xmp(packet.get_data() if hasattr(packet, "get_data") else b"")


def _read_xmp(packet: bytes) -> dict[str, str]:
    """Publisher (dc:publisher, prism:publicationName) and day of publication (prism:publicationDate) of an XMP packet."""
    from lxml import etree

    try:
        root = etree.fromstring(packet.strip(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return {}
    found: dict[str, str] = {}
    for element in root.iter(etree.Element):
        said = {element.tag: "".join(element.itertext()), **element.attrib}
        for name, text in said.items():
            space, _, local = str(name).rpartition("}")
            key = _XMP.get(local) if "prism" in space or "purl.org/dc" in space else None
            if key and str(text).strip():
                found.setdefault(key, str(text).strip())
    return found


_XMP = {"publisher": "publisher", "publicationName": "publisher", "publicationDate": "date"}
