"""Bytes to text: the encoding found, recorded, and doubted aloud."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import charset_normalizer
import opencc

from factcheck.errors import ReadError

__all__ = ["Decoded", "decode_bytes"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le-bom", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be-bom", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le-bom", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be-bom", "utf-16-be"),
)
_NAMES = {
    "utf-8-sig": "utf-8-sig",
    "utf-32-le-bom": "utf-32",
    "utf-32-be-bom": "utf-32",
    "utf-16-le-bom": "utf-16",
    "utf-16-be-bom": "utf-16",
}
_WITHOUT_BOM = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_LEGACY = ("gb18030", "big5", "cp950", "big5hkscs")

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ODD = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd\u0080-\u009f]|[ぁ-ヿ][\u4e00-\u9fff]?(?=[α-ωа-я])")

_FIRM = 0.90  # share of common characters: real articles have .97 and more, the wrong codec .2 to .6
_PLAUSIBLE = 0.70
_CLEAR_LEAD = 0.15
_FEW = 8  # Chinese characters under which a share says little
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte-order mark, the name of the encoding, and what a reader should be told about how it was found."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Frequent characters in both scripts (common.txt and what OpenCC makes of it)."""
    lines = files("factcheck.articles").joinpath("common.txt").read_text("utf-8").splitlines()
    simplified = "".join(line for line in lines if not line.startswith("#"))
    return frozenset(simplified + "".join(opencc.OpenCC(name).convert(simplified) for name in ("s2t", "s2tw", "s2hk")))


def _plausibility(text: str) -> float:
    """Share of common characters among the Chinese ones of a text, 0 to 1; private use, stray controls and the like count as uncommon."""
    sample = text[:_SAMPLE]
    han = _HAN.findall(sample)
    odd = len(_ODD.findall(sample)) + len(_CONTROL.findall(sample))
    if not han:
        return 0.0
    common = _common()
    return sum(char in common for char in han) / (len(han) + 4 * odd)


def decode_bytes(data: bytes, *, where: str = "", declared: str | None = None) -> Decoded:
    """The text of a file.

    A byte-order mark decides; else strict UTF-8; else UTF-16 and UTF-32 without a mark, GB18030 and Big5 (with the Hong Kong and Windows
    variants) are decoded strictly and judged by the share of common characters. A choice that is not clear is noted.
    `declared` is what the file says of itself (the head of a page): taken after UTF-8 when the text reads well so.
    Raises ReadError for a file that is empty, binary, or plausible in no encoding.
    """
    if not data.strip():
        raise ReadError("the file is empty", where=where, hint="remove it or put an article into it")
    for mark, key, codec in _BOMS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                raise _undecodable(data, error, where, f"begins with a {codec.upper()} mark but is not {codec.upper()}") from None
            return Decoded(_check_text(text, where), _NAMES[key])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _follow(data, declared, where) or _judge(data, error, where)
    if _CONTROL.search(text) and (found := _judge_without_mark(data)):
        return found
    return Decoded(_check_text(text, where), "utf-8")


def _follow(data: bytes, declared: str | None, where: str) -> Decoded | None:
    """The encoding a file declares, if it is known and the text reads well in it (GB2312 and GBK are read as GB18030, which holds them)."""
    if not declared:
        return None
    try:
        codec = codecs.lookup({"gb2312": "gb18030", "gbk": "gb18030"}.get(declared.lower(), declared)).name
        text = data.decode(codec)
    except (LookupError, UnicodeDecodeError):
        return None
    return Decoded(_check_text(text, where), codec) if _plausibility(text) >= _PLAUSIBLE else None


def _check_text(text: str, where: str) -> str:
    if not text.strip():
        raise ReadError("the file is empty", where=where, hint="remove it or put an article into it")
    stray = _CONTROL.search(text)
    if stray and (stray[0] == "\0" or len(_CONTROL.findall(text)) > max(8, len(text) // 200)):
        line = text.count("\n", 0, stray.start()) + 1
        raise ReadError(
            "holds binary data, not text", where=f"{where}:{line}" if where else "", hint="give a text file, or ignore this one"
        )
    return text


def _undecodable(data: bytes, error: UnicodeDecodeError, where: str, message: str) -> ReadError:
    line = data.count(b"\n", 0, error.start) + 1
    return ReadError(message, where=f"{where}:{line}" if where else "", hint="save it as UTF-8")


def _judge_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a byte-order mark, if the bytes read well so."""
    best: tuple[float, str, str] | None = None
    for codec in _WITHOUT_BOM:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        score = _plausibility(text)
        if not _CONTROL.search(text) and score >= _FIRM and (best is None or score > best[0]):
            best = (score, codec, text)
    if best is None:
        return None
    return Decoded(best[2], best[1], (f"encoding: no byte-order mark; read as {best[1]} because it reads well so",))


def _judge(data: bytes, error: UnicodeDecodeError, where: str) -> Decoded:
    if found := _judge_without_mark(data):
        return found
    readings: list[tuple[float, str, str]] = []
    for codec in _LEGACY:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if all(text != known for _, _, known in readings):
            readings.append((_plausibility(text), codec, text))
    readings.sort(key=lambda reading: (-reading[0], _LEGACY.index(reading[1])))
    if not readings or readings[0][0] < _PLAUSIBLE or b"\0" in data:
        if b"\0" in data or _looks_binary(data):
            raise ReadError("holds binary data, not text", where=where, hint="give a text file, or ignore this one")
        raise _undecodable(data, error, where, "is neither UTF-8 nor plausible GB18030, Big5 or UTF-16 text")
    score, codec, text = readings[0]
    _check_text(text, where)
    rival = next((other for other in readings[1:] if _family(other[1]) != _family(codec)), None)
    lead = score - rival[0] if rival else 1.0
    count = len(_HAN.findall(text[:_SAMPLE]))
    if score >= _FIRM and lead >= _CLEAR_LEAD and count >= _FEW:
        return Decoded(text, codec)
    second = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=list(_LEGACY)).best()
    opinion = f"; charset-normalizer says {second.encoding}" if second else ""
    return Decoded(
        text,
        codec,
        (f"encoding: weak guess {codec}, {score:.0%} common characters among {count}{opinion}; save the file as UTF-8 to be sure",),
    )


def _family(codec: str) -> str:
    return "gb" if codec.startswith("gb") else "big5"


def _looks_binary(data: bytes) -> bool:
    head = data[:4096]
    return sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in head) > len(head) // 50
