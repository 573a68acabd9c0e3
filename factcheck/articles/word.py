"""The text of a Word document as its reader sees it: insertions taken, deletions and hidden words left out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from factcheck.errors import ReadError

__all__ = ["WordText", "read_word"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What is in the file and not on the page: moved away, deleted, the older drawing of a text box, instructions of a field.
_UNSEEN = {f"{_W}moveFrom", f"{_W}del", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", _FALLBACK}
_TITLES = ("Title", "Heading 1")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The moment the template of python-docx was made stands in every document made with it.
_TEMPLATE = datetime(2013, 12, 23, 23, 15)
#: Word writes universal time; the day of a Chinese article is that of Chinese time.
_CHINESE_TIME = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class WordText:
    """What a Word document says: a paragraph or a row of a table a line, an empty line between them.

    `title` is the first paragraph of the style Title or Heading 1, "" where there is none; `footnotes` how many notes are referred to,
    which are not read; `properties` what the file says of itself: created, author.
    """

    text: str
    title: str
    footnotes: int
    properties: Mapping[str, str]


def read_word(data: bytes, *, where: str = "") -> WordText:
    """The text of a .docx file. ReadError for one that is protected, broken, or empty."""
    try:
        import docx
    except ImportError as error:
        raise ReadError(
            "Word documents need python-docx, which is not installed", where=where, hint="pip install 'factcheck[office]'"
        ) from error
    if data.startswith(_OLE):
        raise ReadError(
            "it is protected by a password, or a document of an older Word", where=where, hint="save it as .docx without a password"
        )
    try:
        document = docx.Document(io.BytesIO(data))
        titles = {style.style_id for style in document.styles if style.name in _TITLES}
        body = document.element.body
        paragraphs = list(_read_block(body))
        footnotes = sum(1 for _ in body.iter(f"{_W}footnoteReference", f"{_W}endnoteReference"))
        properties = _read_properties(document.core_properties)
    except Exception as error:  # a broken file makes zipfile, lxml or python-docx fail in any way there is
        raise ReadError(
            f"it cannot be read as a Word document: {str(error) or type(error).__name__}"[:200], where=where, hint="save it anew"
        ) from error
    told = [(style, text) for style, text in paragraphs if text]
    if not told:
        raise ReadError("there is no text in it", where=where, hint="remove it or put an article into it")
    title = next((text for style, text in told if style in titles), "")
    return WordText("\n\n".join(text for _, text in told), title, footnotes, properties)


def _read_block(element: Any) -> Iterator[tuple[str, str]]:
    """Style and text of every paragraph, in order; a row of a table is one, its cells parted by tabs; boxes come after their paragraph."""
    for child in element:
        if child.tag == f"{_W}p":
            style = child.find(f"{_W}pPr/{_W}pStyle")
            yield "" if style is None else style.get(f"{_W}val", ""), _read_words(child).strip()
            for box in child.iter(f"{_W}txbxContent"):
                if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                    yield from _read_block(box)
        elif child.tag == f"{_W}tbl":
            for row in child.findall(f"{_W}tr"):
                cells = (" ".join(text for _, text in _read_block(cell) if text) for cell in row.findall(f"{_W}tc"))
                yield "", "\t".join(cells).strip()
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _read_block(child)


def _read_words(element: Any) -> str:
    """The words of a paragraph without those of the boxes anchored in it."""
    words = ""
    for child in element:
        tag = child.tag
        if tag in _UNSEEN or tag == f"{_W}txbxContent" or (tag == f"{_W}r" and _is_hidden(child)):
            continue
        if tag == f"{_W}t":
            words += child.text or ""
        elif tag in (f"{_W}br", f"{_W}cr"):
            words += "\n"
        elif tag == f"{_W}tab":
            words += "\t"
        elif tag == f"{_W}noBreakHyphen":
            words += "-"
        else:
            words += _read_words(child)
    return words


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(f"{_W}val", "true") not in ("0", "false", "off")


def _read_properties(core: Any) -> dict[str, str]:
    found = {"author": (core.author or "").strip()}
    if core.created and core.created.replace(tzinfo=None, second=0) != _TEMPLATE:
        found["created"] = core.created.replace(tzinfo=UTC).astimezone(_CHINESE_TIME).date().isoformat()
    return {name: text for name, text in found.items() if text}
