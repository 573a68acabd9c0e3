"""One width and one set of punctuation marks: the canonical form of the shadow text.

What is folded to what:

* Unicode NFKC character by character (full-width letters and digits, ㎡ to m2, ℃ to °C, compatibility ideographs), but … stays.
* ， ； ？ ！ ： are full width, except between Latin letters; a comma inside a grouped number (1,000) and a colon between digits (12:30)
  are ASCII. A full-width comma between half-width digits (增至100，200人受伤) parts two figures and stays full width.
* （ ） are full width always; 〔〕 and ［］ become [ ]; 【】 and 〖〗 become 【 】.
* 「」, ﹁﹂ and paired straight quotes become “ ”; 『』 becomes ‘ ’.
* A full stop between digits is "."; "." after a Chinese character at the end of a line or before a space is "。".
* Runs of dots become …… ; runs of dashes —— ; a lone dash between figures, every minus and hyphen "-"; every wave "~"; every dot ·,
  a full-width full stop between two Chinese characters (羅雅．韋倫) too.
* Enclosed numbers (① ⑴ ⒈ ㈠) never become figures that stick to the text: at the head of an item they are dropped or become ；, after
  图, 表, 第 and the like they become the figure.
* Superscript figures: ² ³ after a unit become 2 3, after a figure ^2, elsewhere (footnote marks) they are dropped. ½ is 1/2, 3½ 3又1/2.
* Spaces remain only between characters of narrow scripts (Latin words, two figures). A wide gap (ideographic space, tab, several
  spaces) between Chinese words is read as ， ; a padding space inside a two-character name is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from factcheck.language.draft import Draft

__all__ = ["fold_characters", "fold_punctuation", "fold_spaces", "widen_gaps"]

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
_ENCLOSED = "\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
_DASHES = dict.fromkeys(map(ord, "‐‑‒–−﹣－"), "-")
_DOTS = dict.fromkeys(map(ord, "•‧・∙⋅･•"), "·")
_WAVES = dict.fromkeys(map(ord, "～〜∼˜"), "~")
_MARKS = str.maketrans("「」『』﹁﹂﹃﹄｢｣〝〞〟„‟‚‛〔〕〘〙﹝﹞［］〖〗⋯︰⁄∕／⸺", "“”‘’“”‘’“”“””“”‘’[][][][]【】…:///—")
_COMPATIBLE = (
    *range(0xA0, 0x3400),
    *range(0xA640, 0xAC00),
    *range(0xF900, 0xFFEF),
    *range(0x1D400, 0x1D800),
    *range(0x1EE00, 0x1EF00),
    *range(0x1F100, 0x1F300),
    *range(0x1FBF0, 0x1FBFA),
    *range(0x2F800, 0x2FA20),
)
_KEPT = frozenset("…。、，；：？！（）·—ˉ´¨¯¸")

_LINE_END = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85\x1c-\x1e]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]+"
)
_GROUPED_WIDE = re.compile("(?<![０-９．，])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])")
_NAME_DOT = re.compile(f"(?<=[{_CJK}])(?<![一二三四五六七八九十])．(?=[{_CJK}])")
_ENCLOSED_NUMBER = re.compile(f"[ \t\u3000]*[{_ENCLOSED}][、.．]?[ \t\u3000]*")
_NUMBERED_THING = re.compile("[第图圖表式注註附例]$")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]+")
_FRACTION = re.compile("[¼-¾⅐-⅞]")
_MARK_ABOVE = re.compile("[\u0300-\u036f\u3099\u309a]")
_COMBINING = re.compile("[^\n\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")
_ZERO = re.compile("(?<=[一二三四五六七八九〇])[○◯０0]+(?=[一二三四五六七八九〇○◯年])")

_ELLIPSIS = re.compile(r"…+|\.{3,}|。{2,}")
_URL = re.compile("https?://[!-~]+")
_DASH_RUN = re.compile(r"[—―─━]{2,}|-{2,}|―|(?<=[0-9%‰年月日时時分秒万萬亿億元人个個米度])—(?=[0-9])")
_GROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_CONTEXTUAL = re.compile("[,:;?!().]|(?<![\u2e80-\uffff])[，：；？！]")  # a wide mark behind a wide character stays as it is
_WIDE_FORM = str.maketrans(",:;?!()", "，：；？！（）")
_NARROW_FORM = str.maketrans("，：；？！（）", ",:;?!()")
_STRAIGHT = re.compile('"')

_SPACE_RUN = re.compile("[ \t\u3000]+")
_WIDE_GAP = re.compile("\u3000|\t|  ")
_CLAUSE_GAP = re.compile(f"(?<=[{_CJK}）”’》】]) (?=[{_CJK}（“‘《【])")
_IDEOGRAPH = re.compile(f"[{_CJK}]")
_CLOSER_OR_IDEOGRAPH = re.compile(f"[{_CJK}）”’》】]")
_OPENER_OR_IDEOGRAPH = re.compile(f"[{_CJK}（“‘《【]")


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[int, str], dict[str, str], re.Pattern[str]]:
    """Characters whose canonical form is one character, those that become several, and a pattern that finds the latter."""
    single: dict[int, str] = {}
    several: dict[str, str] = {}
    for point in _COMPATIBLE:
        char = chr(point)
        if char in _KEPT or point in _DASHES or point in _DOTS or point in _WAVES or point in _MARKS:
            continue
        new = unicodedata.normalize("NFKC", char)
        if new == char or (new[0] == " " and new != " "):
            continue
        new = new.translate(_DASHES).translate(_DOTS).translate(_WAVES).translate(_MARKS)
        if len(new) == 1:
            single[point] = new
        else:
            several[char] = new
    for table in (_DASHES, _DOTS, _WAVES):
        single.update(table)
    single.update({point: chr(new) if isinstance(new, int) else str(new) for point, new in _MARKS.items()})
    for wide in "，：；？！（）":
        single.pop(ord(wide), None)
    single[0x3000] = "\u3000"  # a wide gap is told from a space until the spaces are folded
    return single, several, re.compile(f"[{re.escape(''.join(several))}]")


def fold_characters(draft: Draft) -> None:
    """Line ends, invisible characters and widths; afterwards a line ends in one "\\n" only."""
    draft.rewrite(_LINE_END, lambda match: "\n")
    draft.rewrite(_INVISIBLE, lambda match: "")
    draft.replace(re.sub("[\ud800-\udfff]", "\ufffd", draft.text))
    draft.replace(_GROUPED_WIDE.sub(lambda match: match[0].replace("，", ","), draft.text))
    draft.replace(_NAME_DOT.sub("·", draft.text))
    draft.rewrite(_ENCLOSED_NUMBER, _fold_enclosed)
    draft.rewrite(_SUPERSCRIPT, _fold_superscript)
    draft.rewrite(_FRACTION, _fold_fraction)
    single, several, multiple = _tables()
    draft.replace(draft.text.translate(single))
    draft.rewrite(multiple, lambda match: several[match[0]])
    if _MARK_ABOVE.search(draft.text):
        draft.rewrite(_COMBINING, lambda match: unicodedata.normalize("NFC", match[0]))
    draft.replace(_ZERO.sub(lambda match: "〇" * len(match[0]), draft.text))


def _fold_enclosed(match: re.Match[str]) -> str:
    text, before = match.string, match.start()
    last = text[before - 1 : before]
    following = text[match.end() : match.end() + 1]
    if _NUMBERED_THING.match(last) and not following.isdigit():
        return unicodedata.normalize("NFKC", match[0].strip(" \t\u3000、.．")).strip("().")
    if not last or not following or last == "\n" or following == "\n" or not (last.isalnum() and _is_word(following)):
        return ""
    return "；"


def _is_word(char: str) -> bool:
    return char.isalnum() or char in "“‘「『《（(【"


def _fold_superscript(match: re.Match[str]) -> str:
    last = match.string[match.start() - 1 : match.start()]
    digits = unicodedata.normalize("NFKC", match[0])
    if last.isascii() and last.isalpha():
        return digits
    if last and last in "米里尺寸码㎞㎝㎜" and match[0] in "²³":
        return digits
    if last.isdigit():
        return "^" + digits
    return ""


def _fold_fraction(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match[0]).replace("⁄", "/")
    return "又" + plain if match.string[match.start() - 1 : match.start()].isdigit() else plain


def fold_punctuation(draft: Draft) -> None:
    """Marks to their canonical form, by what stands on either side. Lines must have been joined before."""
    draft.rewrite(_ELLIPSIS, lambda match: None if match[0][0] == "." and _in_address(match) else "……")
    draft.rewrite(_DASH_RUN, _fold_dashes)
    text = draft.text
    addresses = {at for match in _URL.finditer(text) for at in range(match.start(), match.end())}
    grouped = {at for match in _GROUPED.finditer(text) for at in range(match.start(), match.end()) if text[at] == ","}

    def fold(match: re.Match[str]) -> str:
        mark = match[0]
        if match.start() in addresses:
            return mark
        if mark == ".":
            return _fold_stop(text, match.start())
        if mark in "()":
            return mark.translate(_WIDE_FORM)
        if match.start() in grouped or _is_narrow(text, match.start(), mark):
            return mark.translate(_NARROW_FORM)
        return mark.translate(_WIDE_FORM)

    text = _CONTEXTUAL.sub(fold, text)
    if '"' in text:
        text = "\n".join(_pair_quotes(line) for line in text.split("\n"))
    draft.replace(text)


def _in_address(match: re.Match[str]) -> bool:
    """Whether a match of ASCII marks lies inside a web address."""
    word = max(match.string.rfind(space, max(0, match.start() - 500), match.start()) for space in " \n\t\u3000")
    return any(found.start() < match.start() < found.end() for found in _URL.finditer(match.string, word + 1, match.end()))


def _fold_dashes(match: re.Match[str]) -> str | None:
    if match[0][0] == "-" and _in_address(match):
        return None
    if len(match[0]) == 1:
        return "-" if match[0] == "—" else "—"
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return "-" if before.isdigit() and after.isdigit() else "——"


def _fold_stop(text: str, at: int) -> str:
    after = text[at + 1 : at + 2]
    ends = not after or after in "\n \t\u3000”’」』"
    return "。" if ends and at and _IDEOGRAPH.match(text[at - 1]) else "."


def _is_narrow(text: str, at: int, mark: str) -> bool:
    """Whether a mark stands between narrow words (or, a colon, between digits or before //)."""
    before = _neighbour(text, at, -1)
    after = _neighbour(text, at, 1)
    if mark in ":：" and ((before.isdigit() and after.isdigit()) or text.startswith("//", at + 1)):
        return True
    return before.isalpha() and after.isalpha() and before < "\u2e80" and after < "\u2e80"


def _neighbour(text: str, at: int, step: int) -> str:
    """The next character on one side, one gap skipped; "" at a line end."""
    at += step
    seen = 0
    while 0 <= at < len(text) and text[at] in " \t\u3000" and seen < 8:
        at += step
        seen += 1
    return "" if not 0 <= at < len(text) or text[at] == "\n" else text[at]


def _pair_quotes(line: str) -> str:
    count = line.count('"')
    if count == 0 or count % 2:
        return line
    turn = iter("“”" * (count // 2))
    return _STRAIGHT.sub(lambda match: next(turn), line)


def widen_gaps(headline: str) -> str:
    """A headline in which one space parts two clauses, the space made a wide gap; a headline that is spaced out stays as it is."""
    gaps = len(_CLAUSE_GAP.findall(headline))
    return _CLAUSE_GAP.sub("\u3000", headline) if gaps * 4 < len(headline) else headline


def fold_spaces(draft: Draft) -> None:
    """Drop or read the spaces. Lines must have been joined before."""
    text = draft.text

    def fold(match: re.Match[str]) -> str | None:
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if not before or not after or before == "\n" or after == "\n":
            return ""
        if _CLOSER_OR_IDEOGRAPH.match(before) and _OPENER_OR_IDEOGRAPH.match(after):
            both = _IDEOGRAPH.match(before) and _IDEOGRAPH.match(after)
            if _WIDE_GAP.search(match[0]):
                padded = both and not _IDEOGRAPH.match(text[start - 2 : start - 1]) and not _IDEOGRAPH.match(text[end + 1 : end + 2])
                return "" if padded else "，"
            return ""
        if _is_wide(before) or _is_wide(after) or after in "%‰°" or before in "¥$€£":
            return ""
        return " "

    draft.rewrite(_SPACE_RUN, fold)


def _is_wide(char: str) -> bool:
    return char >= "\u2e80" or char in "“”‘’…—·"
