"""Publication dates as outlets write them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

__all__ = ["DATE_PATTERN", "parse_date"]

DATE_PATTERN = (
    r"(?:(?:民國|民国)\s?\d{2,3}\s?年|(?:19|20)\d\d\s?[年/.\-])\s?\d{1,2}\s?[月/.\-]\s?\d{1,2}(?!\d)\s?[日號号]?"
    r"(?:[T\s]*(?:[凌早上中下晚傍][晨上午]|傍晚|夜間|夜间)?\s*\d{1,2}\s?[:：時时点點]\s?\d{2}(?:\s?[:：分]\s?\d{2}(?:\.\d+)?)?[分秒]?(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?)?"
)
"""A date with a year, and perhaps a time, in a line of text."""

_CHINESE = re.compile(
    r"(?P<roc>民國|民国)?\s*(?P<year>\d{2,4})\s*[年/.\-]\s*(?P<month>\d{1,2})\s*[月/.\-]\s*(?P<day>\d{1,2})\s*[日號号]?"
    r"(?:[T\s]*(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|夜間|夜间)?\s*(?P<hour>\d{1,2})\s*[:：時时点點]\s*(?:(?P<minute>\d{1,2})\s*(?:[:：分]\s*(?P<second>\d{1,2})(?:\.\d+)?)?\s*[分秒]?)?"
    r"(?:\s*(?P<zone>Z|[+-]\d{2}:?\d{2}))?)?\s*(?:[（(]?(?:北京時間|北京时间)[)）]?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
_AFTERNOON = ("下午", "傍晚", "晚上", "夜間", "夜间")


def parse_date(written: str) -> datetime | None:
    """The moment a publication date names, None when it names none.

    Read are ISO 8601 in all its forms, 2025年3月4日 (with 上午/下午 and a time), 2025-03-04 08:00, 2025/3/4, 20250304, 民國114年3月4日
    and the dates of mail headers. A zone is kept when it is written; a date without a time is midnight.
    """
    written = written.translate(_ASCII).strip()
    if compact := _COMPACT.fullmatch(written):
        return _build([int(part) for part in compact.groups() if part])
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        pass
    if match := _CHINESE.fullmatch(written):
        return _read_chinese(match)
    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return None


_ASCII = str.maketrans("０１２３４５６７８９：／－　", "0123456789:/- ")


def _read_chinese(match: re.Match[str]) -> datetime | None:
    year = int(match["year"]) + (1911 if match["roc"] else 0)
    if year < 1000:
        return None
    hour = int(match["hour"] or 0)
    if match["part"] in _AFTERNOON and hour < 12:
        hour += 12
    when = _build([year, int(match["month"]), int(match["day"]), hour, int(match["minute"] or 0), int(match["second"] or 0)])
    if when is None or not match["zone"]:
        return when
    if match["zone"] == "Z":
        return when.replace(tzinfo=timezone.utc)  # noqa: UP017 (one spelling for both branches)
    sign = -1 if match["zone"][0] == "-" else 1
    digits = match["zone"][1:].replace(":", "")
    return when.replace(tzinfo=timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))))


def _build(parts: list[int]) -> datetime | None:
    try:
        return datetime(*parts)  # type: ignore[arg-type]
    except ValueError:
        return None
