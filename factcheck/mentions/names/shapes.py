"""Chinese personal names by their shape: a surname, one or two characters, and what shows where they end; and who wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.language.segmenter import is_listed
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import known_names, listed_words, say_words, stop_words, surnames

__all__ = ["NOT_IN_NAMES", "find_acting", "find_bylines", "find_chinese_end", "find_cut_names", "find_untitled", "is_clear", "is_given"]

_CJK = re.compile(r"[\u4e00-\u9fff]+")
_NAMELIKE = frozenset(("PROPN", "X"))
_SOMEONE = re.compile("(?<=[\u4e00-\u9fff])[人员家师长者手官医工匠民兵警夫妇徒商客士生友]")
# Never inside a given name where a name is guessed by surname alone.
NOT_IN_NAMES = frozenset(
    "的了在是和与及或于对向从为被把也都就将已曾还不说称指表又等则但并而至到上下前后日月年今昨该此其他她它们我你这那有无没以因由据地得着之"
)
# Of these a given name may end in some, where it is clear that it ends.
_AT_THE_END = frozenset("年月日今和以上无有之此地")
_BYLINE = re.compile(
    r"[（(【\[〔][^（）()【】\[\]〔〕。\n]{0,12}?(?:记者|编辑|撰文|特派员|通讯员|编译|责编|摄影|综合)"
    r"[^（）()【】\[\]〔〕。\n]{0,40}[）)】\]〕]"
    r"|(?:^|(?<=\n))[^，。！？；：\n]{0,8}(?:记者|特派员|通讯员|撰文)[：:／/|｜ ]?[^，。！？；\n]{2,24}(?=\n|$)"
    r"|(?:责任编辑|责编|编辑|撰文|文字|摄影|监制|审校|校对|作者)[：:／/|｜][ ]?[\u4e00-\u9fff ]{2,8}"
)


def find_bylines(reading: Reading) -> list[tuple[int, int]]:
    """The stretches that say who wrote, edited or photographed (（记者林潮／综合报导）, a line of its own, 责编：…): sorted, not
    overlapping."""
    return [match.span() for match in _BYLINE.finditer(reading.text)]


def find_untitled(reading: Reading) -> Iterator[Candidate]:
    """Persons behind a word for someone that no list holds (艺评人江若谷盛赞, 兽医计春和。): a surname, two characters, and a verb of
    telling or, behind a noun of its own, a mark."""
    text = reading.text
    for match in _SOMEONE.finditer(text):
        start = match.end()
        end = start + 3
        if text[start : start + 1] not in surnames() or not is_given(reading, start + 1, end):
            continue
        told = any(text.startswith(w, end) for w in _tell_words() if len(w) > 1 or w in "说称指")
        someone = reading.token_at(start - 1)
        ends = text[end : end + 1] in tuple("，。；、：！？）”") and someone is not None and someone.tag == "NOUN" and someone.end == start
        if not _is_loose_name(reading, start, end) or not (told or ends):
            continue
        yield Candidate(start, end, "PER", 57)


def find_acting(reading: Reading) -> Iterator[Candidate]:
    """Persons right before a verb for what only a person is or does in a role (季明川担任总顾问, 昝以宁执导): a surname and one or two
    characters that no dictionary has, whatever a backend takes them for, that are one word or all that stands before the verb."""
    text = reading.text
    for match in _acting_verbs().finditer(text):
        end = match.start()
        for length in (4, 3, 2):
            start = end - length
            surname = 2 if length > 2 and text[start : start + 2] in surnames() else 1
            if start < 0 or text[start : start + surname] not in surnames() or not 1 <= length - surname <= 2:
                continue
            if _CJK.fullmatch(text[start:end]) and _is_unknown(text[start:end]) and _stands_alone(reading, start, end):
                yield Candidate(start, end, "PER", 58)
                break


@cache
def _acting_verbs() -> re.Pattern[str]:
    return re.compile("|".join(sorted(listed_words("acts"))))


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch is one word for a name, or has a mark or 由 before it and no ordinary word in it."""
    word = reading.token_at(start)
    if word is not None and (word.start, word.end) == (start, end) and word.tag in _NAMELIKE:
        return True
    before = reading.text[start - 1 : start]
    return (not before.isalnum() or before == "由") and _is_loose_name(reading, start, end)


def _is_unknown(name: str) -> bool:
    """Whether no dictionary has a word, as a name or otherwise."""
    return name not in known_names() and name not in stop_words() and not is_listed(name)


def _is_loose_name(reading: Reading, start: int, end: int) -> bool:
    """Whether no ordinary word of two characters or more reaches into a stretch."""
    position = start
    while position < end:
        token = reading.token_at(position)
        if token is None:
            return False
        if token.end - token.start > 1 and token.tag not in _NAMELIKE and is_listed(token.text):
            return False
        position = token.end
    return True


def find_cut_names(reading: Reading) -> Iterator[Candidate]:
    """Chinese names that the built-in segmenter cut (顾|承安): a surname alone and two characters that belong to no word, standing twice
    in the article and clearly ending once."""
    text, tokens = reading.text, reading.tokens
    places: dict[str, list[int]] = {}
    for i, token in enumerate(tokens[:-1]):
        nxt = tokens[i + 1]
        if token.text not in surnames() or len(token.text) > 1 or nxt.start != token.end or nxt.tag not in _NAMELIKE or len(nxt.text) != 2:
            continue
        if is_given(reading, nxt.start, nxt.end) and known_names().get(nxt.text) is None:
            places.setdefault(token.text + nxt.text, []).append(token.start)
    for name, starts in sorted(places.items()):
        if text.count(name) > 1 and any(is_clear(reading, start + 3) for start in starts):
            for start in starts:
                yield Candidate(start, start + 3, "PER", 53)


def find_chinese_end(reading: Reading, start: int, first_length: int, first_tag: str) -> int | None:
    """Where the Chinese name ends that begins behind a title, None when none does. `first_length` and `first_tag` are of the word there."""
    text = reading.text
    known = surnames()
    surname = 2 if text[start : start + 2] in known else 1 if text[start : start + 1] in known else 0
    if not surname:
        return None
    if first_length >= 2 and first_tag not in _NAMELIKE and first_tag != "NOUN" and is_listed(text[start : start + first_length]):
        return None
    whole = text[start : start + first_length]
    one_word = first_tag in _NAMELIKE and first_length in (surname + 1, surname + 2) and _is_unknown(whole)
    if one_word and is_given(reading, start + surname, start + first_length):
        return start + first_length  # 副校长|顾闻道|任组长
    shapes = [length for length in (surname + 2, surname + 1) if is_given(reading, start + surname, start + length)]
    shapes = [length for length in shapes if text[start : start + length] not in stop_words()]
    for length in shapes:
        if is_clear(reading, start + length):
            return start + length
    for length in shapes:
        end = start + length
        if end not in reading.closes:
            continue
        last = reading.token_at(end - 1)
        if length == surname + 2 and last is not None and last.end - last.start == 1 and last.tag in ("VERB", "ADP", "PART"):
            continue
        return end
    return None


def is_given(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch of one or two characters can be a given name; a last character like 年 or 之 only where the name clearly ends
    behind it."""
    given = reading.text[start:end]
    if len(given) < end - start or not _CJK.fullmatch(given) or any(c in NOT_IN_NAMES for c in given[:-1]):
        return False
    return given[-1] not in NOT_IN_NAMES or (len(given) == 2 and given[-1] in _AT_THE_END and is_clear(reading, end))


def is_clear(reading: Reading, end: int) -> bool:
    """Whether a name clearly ends here: a mark, a verb of telling, or the verb that begins the next word follows."""
    text = reading.text
    if end >= len(text) or not (text[end].isalnum() or text[end] in "《“「"):
        return True
    if text.startswith(_tell_words(), end) and (text[end] != "道" or text[end + 1 : end + 2] in tuple("：:“「，")):
        return True  # 道 alone may end a name: 顾闻道
    token = reading.token_at(end)
    return (
        token is not None and token.start == end and token.tag in ("VERB", "ADP", "ADV") and end in reading.closes and token.end - end > 1
    )


@cache
def _tell_words() -> tuple[str, ...]:
    return tuple(sorted(listed_words("tell") | set(say_words())))
