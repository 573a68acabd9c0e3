"""Persons: names that stand with an office, a rank, a profession or a form of address, and names the backend found, mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.mentions.names.known import speaks_at
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.shapes import NOT_IN_NAMES, find_acting, find_chinese_end, find_cut_names, find_untitled, is_clear, is_given
from factcheck.mentions.names.tables import (
    Lexicon,
    known_names,
    name_sounds,
    stop_words,
    surnames,
    territories,
    titles,
)

__all__ = ["CHIEF_OF_SOME", "TitleSpan", "find_persons", "find_titles"]

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·・‧•][\u4e00-\u9fffA-Z]{1,7}){1,4}")
_LINKS = re.compile("一职由|人选是|名叫|叫做|叫|由|是|为|系|与|和|同|及|的")
_CJK = re.compile(r"[\u4e00-\u9fff]+")
_NAMELIKE = frozenset(("PROPN", "X"))
CHIEF_OF_SOME = r"(?:(?:总(?![体共计数额量部])|首席)[\u4e00-\u9fff]{1,3}[师员官人家问划导练判制筹手队])"
"""Titles that no list holds: the chief of those whom the last character calls somebody (总顾问, 首席摄影师)."""
_CHIEF = re.compile(rf"{CHIEF_OF_SOME}|[\u4e00-\u9fff]{{2}}长")
"""These, and 长 behind a word for what the chief's people do (指令长)."""
# Bodies that a title follows, not persons (刑二庭|副庭长).
_BODY_ENDS = tuple("庭院局厅部处科室队组会社所署委")


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """An office or the like with its prefixes and fields: 前国防部副部长 from 前 or 副 on. `kind` as in the data file."""

    start: int
    end: int
    kind: str


@cache
def _cores() -> Lexicon[str]:
    kinds = titles()
    return Lexicon([(w, kind) for kind in ("office", "rank", "profession", "address") for w in sorted(kinds[kind])])


@cache
def _leads() -> tuple[str, ...]:
    return tuple(sorted(titles()["prefix"] | titles()["field"], key=lambda w: (-len(w), w)))


def find_titles(reading: Reading) -> list[TitleSpan]:
    """Every title in the text, sorted, not overlapping; adjacent ones stay apart (主席兼总裁)."""
    text = reading.text
    found: list[TitleSpan] = []
    floor = 0
    cores = list(_cores().find(text, lambda a, b: (a in reading.opens or b in reading.closes) and (b - a > 1 or _single_title(reading, a))))
    for start, end, kind in sorted([*cores, *_chiefs(reading, cores)]):
        begin = start
        grown = True
        while grown:
            grown = False
            for lead in _leads():
                if text.startswith(lead, begin - len(lead)) and begin - len(lead) >= floor:
                    if lead == "前" and text[begin - 2 : begin] in ("此前", "目前", "日前", "之前", "以前", "年前", "先前", "天前", "提前"):
                        continue
                    begin -= len(lead)
                    grown = True
                    break
        begin = _grow_field(reading, begin, text[start:end], floor)
        found.append(TitleSpan(begin, end, kind))
        floor = end
    return found


def _chiefs(reading: Reading, cores: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Titles by their shape, where no listed one stands: words of their own, 长 behind a word for what the chief's people do."""
    for match in _CHIEF.finditer(reading.text):
        start, end = match.span()
        last = reading.token_at(end - 1)
        if last is None or (last.end > end and last.start != end - 1):
            continue
        alone = last.end > end or match.group()[0] in "总首" or last.start in (start, end - 1)
        if alone and start in reading.opens and not any(a < end and start < b for a, b, _ in cores):
            yield start, end, "office"


def _grow_field(reading: Reading, begin: int, core: str, floor: int) -> int:
    """Where a title begins with the plain noun that names its field (工业部长, 贸易暨工业部长)."""
    if not core.endswith(("部长", "大臣", "厅长", "署长", "司长", "局长", "处长", "总监", "委员长")):
        return begin
    for _ in range(2):
        i = reading.index_at(begin - 1)
        if i < 0:
            break
        token = reading.tokens[i]
        if token.start < begin < token.end and begin - token.start == 2 and token.text[:2].isalpha():
            begin = token.start  # 工业部|长
            continue
        if (
            token.end != begin
            or token.start < floor
            or token.tag not in ("NOUN", "VERB")
            or len(token.text) != 2
            or token.text in stop_words()
        ):
            break
        begin = token.start
        joint = reading.tokens[i - 1] if i else None
        if joint is None or joint.text not in ("暨", "与", "和", "及") or joint.end != begin:
            break
        noun = reading.tokens[i - 2] if i > 1 else None
        if noun is None or noun.tag not in ("NOUN", "VERB") or noun.end != joint.start:
            break
        begin = joint.start
    if begin < len(reading.text) and reading.text[begin] in "暨与和及":
        begin += 1
    return begin


def find_persons(reading: Reading, spans: list[TitleSpan]) -> Iterator[Candidate]:
    """Candidates for persons. Titles are bound to the name they touch."""
    text = reading.text
    backend = {n.start: n.end for n in reading.document.names if n.type == "PER"}
    builtin = "lac" not in reading.document.backend and "zh_core" not in reading.document.backend
    for match in _DOTTED.finditer(text):
        candidate = _trim_dotted(reading, match.start(), match.end(), spans)
        if candidate is not None:
            yield candidate
    for first, dot in backend.items():
        if text[dot : dot + 1] == "·" and dot + 1 in backend:
            yield Candidate(first, backend[dot + 1], "PER", 65)  # 若热|·|席尔瓦
    after_title = {s.end: s for s in spans if s.kind != "address" or s.end - s.start > 1}
    before_title = {s.start: s for s in spans}
    bound: set[int] = set()
    for end, span in after_title.items():
        stop = _name_end(reading, end, backend, span.kind)
        if stop is not None:
            bound.add(end)
            yield Candidate(end, stop, "PER", 57, title=text[span.start : span.end])
    for start, stop in sorted(backend.items()):
        mended = _mend(reading, start, stop, after_title, spans)
        if mended is None or mended[0] in bound:
            continue
        before, after = after_title.get(mended[0]), before_title.get(mended[1])
        if builtin and not (before or after or _vetted(reading, *mended)):
            continue
        title = text[before.start : before.end] if before else text[after.start : after.end] if after else ""
        yield Candidate(*mended, "PER", 52 if title else 50, title=title)
    yield from find_untitled(reading)
    yield from find_acting(reading)
    if builtin:
        yield from find_cut_names(reading)
    for begin, span in before_title.items():
        if span.kind == "address" or span.kind in ("office", "rank"):
            start_of = _name_start(reading, begin)
            if start_of is not None:
                yield Candidate(start_of, begin, "PER", 49, title=text[span.start : span.end])


def _single_title(reading: Reading, position: int) -> bool:
    """One-character titles (相) only as a word of their own or behind a field."""
    return reading.text.startswith("相", position) and any(
        reading.text.startswith(f, position - len(f)) for f in ("外务", "防卫", "财务", "首", "内务")
    )


def _trim_dotted(reading: Reading, start: int, end: int, spans: list[TitleSpan]) -> Candidate | None:
    """A dotted name without the words around it that the pattern took along."""
    text, sounds = reading.text, name_sounds()
    head = re.split("[·・‧•]", text[start:end])[0]
    begin = start + len(head)
    while begin > start and text[begin - 1] in sounds:
        begin -= 1
    title = ""
    for span in spans:
        if span.start >= end:
            break
        if start <= span.end <= start + len(head) - 1:
            begin = span.end  # all between the office and the dot is the name (县长|理查德·比森), but for a link (部长一职由|理查德·比森)
            links = list(_LINKS.finditer(text, begin, start + len(head)))
            begin = links[-1].end() if links and links[-1].end() < start + len(head) else begin
    for span in spans:
        if span.end == begin:
            title = text[span.start : span.end]
    if begin == start + len(head):
        begin = max((o for o in range(start, start + len(head)) if o in reading.opens), default=start)
    place = known_names().at(text, begin)
    if place and place[1].type == "GPE" and place[0] < start + len(head):
        begin = place[0]
    last_dot = max(text.rfind(d, start, end) for d in "·・‧•")
    stop = last_dot + 1
    while stop < end and (text[stop] in sounds or text[stop].isascii() or _sounds_on(reading, stop, end)):
        stop += 1
    while stop > last_dot + 2 and stop not in reading.closes:
        stop -= 1
    if stop <= last_dot + 1:
        return None
    return Candidate(begin, stop, "PER", 66, title=title)


def _sounds_on(reading: Reading, position: int, end: int) -> bool:
    """Whether a character that hardly ever writes a sound does so here: another that does follows, no word begins with it (萨夫琴科)."""
    text, sounds = reading.text, name_sounds()
    token = reading.token_at(position)
    if token is None or position + 1 >= end or sounds.get(text[position + 1], ("", 0))[1] < 1:
        return False
    return token.tag in _NAMELIKE or (token.start < position and token.end > position)


def _name_end(reading: Reading, start: int, backend: dict[int, int], kind: str) -> int | None:
    """Where the name ends that begins right behind a title, None when none does."""
    text, sounds = reading.text, name_sounds()
    run = start
    while run < len(text) and text[run] in sounds and sounds[text[run]][1] >= 0:
        run += 1
    for skip in (0, 1, 2):
        found = backend.get(start + skip)
        if found is not None and found - start < 2 and text[start] in surnames():
            break  # a lone surname: the backend cut the name (傅|延青)
        if found is not None and (skip == 0 or (start + skip <= run and sounds.get(text[start], ("", 0))[1] >= 1)):
            if found in backend and all(c in sounds for c in text[start : backend[found]]) and backend[found] - start <= 8:
                found = backend[found]  # a transliteration cut in two (彼得|连科)
            cut_short = skip == 0 and found - start == 2 and text[start] in surnames() and not is_clear(reading, found)
            if cut_short and is_given(reading, start + 1, start + 3) and is_clear(reading, start + 3):
                return start + 3  # 关兆|年分析
            if skip == 0 and found - start == 2 and _is_one_name(reading, start, start + 3) and is_given(reading, start + 1, start + 3):
                return start + 3  # 顾闻|道任组长
            longer = _transliterated_end(reading, start, run) if skip == 0 and "·" not in text[start:found] else None
            return max(found, longer or 0, _grow_right(reading, start, found))
    known = known_names().at(text, start)
    if known is not None:
        return known[0] if known[1].type == "PER" else None
    first = reading.token_at(start)
    if kind == "office" and first is not None and first.start == start and _is_office_holder(reading, start, first.end):
        return first.end
    if (
        first is None
        or (first.start != start and first.tag not in _NAMELIKE)
        or first.tag in ("ADP", "PART", "CCONJ", "PUNCT", "ADV", "NUM")
    ):
        return None
    if kind not in ("office", "rank") and first.tag not in _NAMELIKE and first.end - first.start > 1:
        return None
    end = _transliterated_end(reading, start, run)
    whole = kind == "office" and first.start == start and first.tag in _NAMELIKE and 2 <= first.end - start <= 5
    whole = end is None and whole and all(c in sounds for c in text[start : first.end])
    if whole and (text[first.end : first.end + 1] in tuple("与和及、") or is_clear(reading, first.end)):
        return first.end  # 部长|哈山
    return end if end is not None else find_chinese_end(reading, start, first.end - first.start, first.tag)


def _is_one_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch that begins with a surname is one word, a name's."""
    word = reading.token_at(start)
    return reading.text[start] in surnames() and word is not None and (word.start, word.end) == (start, end) and word.tag in _NAMELIKE


def _is_office_holder(reading: Reading, start: int, end: int) -> bool:
    """Whether a backend's place right behind an office is the office-holder (部长|哈山)."""
    text, sounds = reading.text, name_sounds()
    if not 2 <= end - start <= 6 or text[start:end] in stop_words() or text[end : end + 1] in tuple("省市县区州"):
        return False
    taken = any(n.start == start and n.end == end and n.type in ("LOC", "GPE", "MISC") for n in reading.document.names)
    return taken and all(c in sounds for c in text[start:end])


def _transliterated_end(reading: Reading, start: int, run: int) -> int | None:
    sounds, text = name_sounds(), reading.text
    while run > start + 1 and run not in reading.closes:
        run -= 1
    if not 2 <= run - start <= 8:
        return None
    weight = sum(sounds[c][1] for c in text[start:run])
    if text[start] in surnames() and run - start <= 3:
        return run if weight >= 2 * (run - start) - 1 else None
    return run if weight >= run - start + 1 else None


def _name_start(reading: Reading, end: int) -> int | None:
    """Where a Chinese or transliterated name begins that ends right before a title."""
    text, sounds = reading.text, name_sounds()
    token = reading.token_at(end - 1) if end else None
    if token is None or token.end != end or token.tag not in _NAMELIKE:
        return None
    name = text[token.start : token.end]
    if name[-1] in _BODY_ENDS:
        return None
    if name in known_names():
        entry = known_names().get(name)
        return token.start if entry is not None and entry.type == "PER" else None
    if 2 <= len(name) <= 3 and name[0] in surnames() and name not in territories().names:
        return token.start
    start = end
    while start > 0 and text[start - 1] in sounds and sounds[text[start - 1]][1] >= 1:
        start -= 1
    while start < end and start not in reading.opens:
        start += 1
    return start if end - start >= 3 else None


def _mend(reading: Reading, start: int, end: int, after_title: dict[int, TitleSpan], spans: list[TitleSpan]) -> tuple[int, int] | None:
    """A backend's person with borders mended: grown over characters of transliteration that were cut off (扎|哈罗娃).

    None for what is no name.
    """
    text, sounds = reading.text, name_sounds()
    name = text[start:end]
    if len(name.strip("·")) < 2 or any(c.isdigit() for c in name) or "\n" in name:
        return None
    if any(span.end == end and span.start == start + 1 for span in spans):
        return None  # 韩外长, 王部长: an office, no name
    if any(span.end == end and start < span.start < end for span in spans):
        return None  # 毛伊县县长: an office with its place
    if name[-1] in _BODY_ENDS and any(span.start == end for span in spans):
        return None
    last = reading.token_at(end - 1)
    if (
        last is not None
        and last.end > end
        and ((last.start > start and last.tag in ("NOUN", "VERB")) or (last.start == start and last.tag == "NOUN"))
    ):
        return None  # the border cuts a word in two (尼总|统府)
    if "/" in name or "|" in name:
        start += max(name.rfind("/"), name.rfind("|")) + 1
        name = text[start:end]
        if len(name) < 2:
            return None
    known = known_names().get(name)
    if (known is not None and known.type != "PER") or name in stop_words():
        return None
    inside = known_names().at(text, start)
    if (
        inside is not None
        and inside[1].type == "PER"
        and inside[0] < end
        and inside[0] in (start + 2, start + 3, start + 4)
        and "·" not in name
    ):
        return start, inside[0]
    if all(c in sounds for c in name):
        while start > 0 and start not in after_title and sounds.get(text[start - 1], ("", 0))[1] == 2 and _fragment(reading, start - 1):
            start -= 1
        end = _grow_right(reading, start, end)
    return start, end


def _grow_right(reading: Reading, start: int, end: int) -> int:
    text, sounds = reading.text, name_sounds()
    foreign = end - start >= 2 and all(c in sounds or c == "·" for c in text[start:end])
    if foreign and (text[start] not in surnames() or sounds.get(text[start + 1], ("", 0))[1] == 2):
        while end < len(text) and sounds.get(text[end], ("", 0))[1] >= (1 if end - start == 2 else 2) and _fragment(reading, end):
            end += 1
    return end


def _fragment(reading: Reading, position: int) -> bool:
    """Whether the character is a word by itself or lies in a name: not part of an ordinary word."""
    token = reading.token_at(position)
    return token is not None and (token.end - token.start == 1 or token.tag in _NAMELIKE)


def _vetted(reading: Reading, start: int, end: int) -> bool:
    """Whether a guess of the built-in segmenter is borne out: a name's shape, and a verb of saying behind it or a second occurrence."""
    text, sounds = reading.text, name_sounds()
    name = text[start:end]
    chinese = 2 <= len(name) <= 4 and (name[0] in surnames() or name[:2] in surnames()) and not any(c in NOT_IN_NAMES for c in name)
    foreign = len(name) >= 3 and all(c in sounds or c == "·" for c in name) and sum(sounds.get(c, ("", 0))[1] for c in name) >= len(name)
    if not (chinese or foreign):
        return False
    if text[max(0, start - 2) : start].endswith(("叫", "名为", "叫做")):
        return True
    if len(name) == 2:
        return speaks_at(text, end)
    return speaks_at(text, end) or text.count(name) > 1 or (foreign and len(name) >= 4)
