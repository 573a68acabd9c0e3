"""When two names are one: canonical keys, and a comparison that knows scripts, transliterations, titles of places and company forms.

A key is the usual mainland short name in simplified characters: 俄罗斯 (also for 俄国, 俄羅斯, 俄方), 特朗普 (川普), 北约
(北大西洋公约组织), 福建 (福建省), 瑞舟精密 (瑞舟精密（集团）股份有限公司). Marks of quotation and 《》 are not part of it.
The key of a place that is named inside others is that of the innermost.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from factcheck.mentions.names.sound import SAME_SOUND, is_transliteration, sound_distance
from factcheck.mentions.names.tables import cities, known_names, listed_words, simplify, suffixes, territories

__all__ = ["canonical_key", "match_names", "place_parts", "same_name", "strip_company_form"]

_QUOTES = "“”‘’\"'「」『』《》〈〉【】"
_DOT = re.compile("[・‧•．·]")
_COMPANY_FORM = re.compile(r"(?:[（(][^（）()]{1,6}[）)])?(?:控股)?(?:集团)?(?:控股)?(?:股份)?(?:有限责任公司|有限公司|株式会社)$")
_GROUP_FORM = re.compile(r"(?:集团公司|集团|控股公司|公司)$")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
# 石油公司, 国家公司: what stays when the form goes must still be a name; a single trade word is none.
_TRADE = re.compile(
    r"(?:石油|天然气|电力|航空|铁路|保险|证券|自来水|燃气|电信|汽车|钢铁|煤炭|船舶|建筑|投资|传媒|影业|地产|物流|能源|国家|母|子|总|分|上市|本|该|我)$"
)
_ALIKE_TYPES = ({"GPE", "LOC"}, {"ORG", "GPE"}, {"WORK", "EVENT"}, {"EVENT", "PRODUCT"})
# Where the bare name is that of another place: these keep their suffix.
_KEEP_CITY = frozenset({"吉林市", "纽约州", "华盛顿州"})
_STORM = re.compile(r"^(?:超强台风|强台风|台风|飓风|强热带风暴|热带风暴|气旋)[“「『]?")
_EDITION = re.compile(r"^(?:20\d\d年?|第[一二三四五六七八九十百\d]+[届次])")
_STATE_BODIES = frozenset(
    {"海军", "空军", "陆军", "国防部", "外交部", "财政部", "国会", "议会", "政府", "海警", "警方", "军方", "当局", "使馆", "大使馆"}
)
_STATE_FORM = re.compile(r"(?:民主|人民|伊斯兰|联合|社会主义)*(?:共和国|王国|公国|联邦|酋长国)$")
_STATE_FORM_WITHIN = re.compile(
    r"^(?P<state>[\u4e00-\u9fff]{2,6}?)(?:民主|人民|伊斯兰|联合|社会主义|联邦)*(?:共和国|王国|公国|酋长国)(?=[\u4e00-\u9fff]{2})"
)
"""A state's full style in front of its bodies; 联邦 alone may be a part of their name (联邦储备委员会)."""


@lru_cache(maxsize=8192)
def canonical_key(name: str, type: str = "") -> str:
    """The canonical form of a name of a type (PER, ORG, GPE, LOC, WORK, EVENT, PRODUCT, MISC or "").

    Idempotent, and never empty for a name with a letter or a character.
    """
    plain = _normalise(name)
    known = known_names().get(plain)
    if known is not None and _types_meet(known.type, type):
        return known.key
    if type in ("GPE", "LOC"):
        return _place_key(plain)
    if type == "ORG":
        return _body_key(plain)
    if type == "PRODUCT":
        return plain.upper() if plain.isascii() else plain
    if type == "EVENT":
        bare = _STORM.sub("", _EDITION.sub("", plain))
        return bare if len(bare) >= 2 else plain
    return plain


def same_name(a: str, b: str, type: str = "") -> bool:
    """Whether two names of one type are the same name. Symmetric, true for equal names; see `match_names`."""
    return match_names(a, b, type) >= 0.75


@lru_cache(maxsize=16384)
def match_names(a: str, b: str, type: str = "") -> float:
    """How surely two names of one type are one, 0 to 1; symmetric.

    1.0: equal keys. 0.9: one is the other with its administrative suffix or container (福建省东屿市 and 东屿), its form of
    company, or a person's last name after the dot. 0.75 to 0.85: transliterations of one sound (`sound.SAME_SOUND`).
    0.0 otherwise: Chinese personal names are one only when equal, and nothing is made of shared characters.
    """
    first, second = canonical_key(a, type), canonical_key(b, type)
    if first > second:
        first, second = second, first
    if first == second:
        return 1.0 if first else 0.0
    if type in ("GPE", "LOC"):
        if _suffix_of(a) and _suffix_of(b) and _suffix_of(a) != _suffix_of(b):
            return 0.0
        return max(_match_places(first, second), _match_sounds(_bare_place(first), _bare_place(second), first, second))
    if type == "PER":
        return _match_persons(first, second)
    if type == "ORG":
        return 0.9 if _same_body(first, second) else 0.0
    if type == "EVENT" and _same_event(first, second):
        return 0.9
    if type in ("WORK", "EVENT", "PRODUCT"):
        return 0.9 if first.replace(" ", "").upper() == second.replace(" ", "").upper() else 0.0
    return 0.0


def strip_company_form(name: str) -> str:
    """A company's name without its legal form: 瑞舟精密（集团）股份有限公司 -> 瑞舟精密. The name itself where too little would be left."""
    for form in (_COMPANY_FORM, _GROUP_FORM):
        bare = form.sub("", name)
        if bare != name and len(bare) >= 2 and not _TRADE.search(bare) and bare not in territories().names:
            name = bare
    return name


def place_parts(name: str) -> list[str]:
    """A chain of places cut behind its suffixes: 福建省东屿市湾头镇 -> 福建省, 东屿市, 湾头镇."""
    parts: list[str] = []
    begin = 0
    for i in range(2, len(name)):
        tail = name[begin : i + 1]
        if i - begin >= 2 and name[i - 1 : i + 1] == "街道" and len(name) - i - 1 >= 2:
            parts.append(tail)
            begin = i + 1
            continue
        if i - begin >= 2 and name[i] in "省市县区州镇乡盟旗" and len(name) - i - 1 >= 2 and tail not in ("自治区",):
            if name[i + 1] in "区县市" and name[i] in "省市州":
                continue
            if name[i] in "区州县" and name[begin : i + 1].endswith(("自治", "开发")):
                continue
            parts.append(tail)
            begin = i + 1
    parts.append(name[begin:])
    return parts


def _normalise(name: str) -> str:
    plain = _DOT.sub("·", simplify(unicodedata.normalize("NFKC", name))).strip(_QUOTES + " \t\n\u3000")
    return plain.replace("(", "（").replace(")", "）")


def _types_meet(known: str, asked: str) -> bool:
    if not asked or known == asked:
        return True
    return any({known, asked} <= group for group in _ALIKE_TYPES)


def _place_key(plain: str) -> str:
    last = _innermost(place_parts(plain)[-1])
    known = known_names().get(last)
    if known is not None and known.type in ("GPE", "LOC"):
        return known.key
    if last not in _KEEP_CITY and last[-1:] in ("省", "市") and len(last) >= 3:
        other = known_names().get(last[:-1])
        if other is not None and other.key != last[:-1]:
            return last  # 德州市: its bare name is the short name of another place
        last = last[:-1]
    if last.endswith("地区") and known_names().get(last[:-2]) is not None:
        return canonical_key(last[:-2], "GPE")
    state = known_names().get(last[:-1])
    if last not in _KEEP_CITY and last[-1:] in ("州", "都", "府", "岛") and state is not None and state.type == "GPE":
        return state.key
    bare = _STATE_FORM.sub("", last)
    last = bare if len(bare) >= 2 else last
    known = known_names().get(last)
    return known.key if known is not None and known.type == "GPE" else last


def _innermost(name: str) -> str:
    """A chain of places without the known ones in front that carry no suffix: 四川雅安雨城区 -> 雨城区. Built places keep the last of
    them (南京长江大桥)."""
    for _ in range(3):
        for length in (5, 4, 3, 2):
            head, rest = name[:length], name[length:]
            known = known_names().get(head)
            enough = len(rest) >= 3 or (len(rest) == 2 and rest[1] == "县" and head in cities())
            if enough and ((known is not None and known.type == "GPE") or head in cities()) and _is_inner(rest):
                name = rest
                break
        else:
            return name
    return name


def _is_inner(rest: str) -> bool:
    """Whether what stands behind a place is a place by itself: it ends as one and does not begin with a suffix (杭州|湾大桥)."""
    if any(rest[:n] in cities() for n in (4, 3, 2) if len(rest) - n >= 2):
        return True  # 云南|昆明火车站
    if rest[0] in "省市县区州镇乡村盟旗湾港岛江河" or rest[:2] in ("街道", "地区", "自治"):
        return known_names().get(rest) is not None
    if re.match(r"[\u4e00-\u9fff]{1,4}族", rest):
        return False  # 大理|白族自治州
    last = next((rest[-n:] for n in (4, 3, 2, 1) if rest[-n:] in suffixes()), "")
    return len(rest) - len(last) >= 1 and (suffixes().get(last, ("",))[0] == "place" or last in listed_words("natural"))


def _bare_place(key: str) -> str:
    """A place's key without its suffix."""
    for length in (4, 3, 2, 1):
        tail = key[-length:]
        if len(key) - length >= 2 and suffixes().get(tail, ("", ""))[0] in ("place", "feature"):
            return key[:-length]
    return key


def _suffix_of(name: str) -> str:
    """The administrative suffix a place is written with: 长沙县 -> 县."""
    last = place_parts(_normalise(name))[-1]
    return last[len(_bare_place(last)) :]


def _match_places(a: str, b: str) -> float:
    """Equal but for a suffix that only one of them carries, or for the place around it (雅安雨城区 and 雨城区)."""
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and long.endswith(short) and _bare_place(short) != short:
        return 0.9
    bare_a, bare_b = _bare_place(a), _bare_place(b)
    return 0.9 if bare_a == b or bare_b == a else 0.0


def _match_sounds(a: str, b: str, whole_a: str, whole_b: str) -> float:
    """Transliterations by sound; two that carry different suffixes (岛, 州) are two places."""
    tail_a, tail_b = whole_a[len(a) :], whole_b[len(b) :]
    if (tail_a and tail_b and tail_a != tail_b) or not (is_transliteration(a) and is_transliteration(b)):
        return 0.0
    if len(a) < 3 and len(b) < 3:
        return 0.0
    distance = sound_distance(a, b)
    return 0.85 - 0.4 * distance if distance <= SAME_SOUND else 0.0


def _match_persons(a: str, b: str) -> float:
    parts_a, parts_b = a.split("·"), b.split("·")
    if len(parts_a) > 1 or len(parts_b) > 1:
        if len(parts_a) == len(parts_b):
            grades = [_match_parts(x, y) for x, y in zip(parts_a, parts_b, strict=True)]
            return min(grades)
        short, long = (parts_a, parts_b) if len(parts_a) < len(parts_b) else (parts_b, parts_a)
        if len(short) == 1 and len(short[0]) >= 4 and (joined := _match_parts(short[0], "".join(long))):
            return min(0.9, joined)  # 诺拉凯恩: the dot is left out
        if len(short) == 1:
            last = _match_parts(short[0], long[-1])
            return min(0.9, last) if last else 0.0
        return min(0.9, _match_parts(short[0], long[0]), _match_parts(short[-1], long[-1]))
    return _match_parts(a, b) if a != b else 1.0


def _match_parts(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if not (is_transliteration(a) and is_transliteration(b)):
        return 0.0
    distance = sound_distance(a, b)
    return 0.85 - 0.4 * distance if distance <= SAME_SOUND else 0.0


def _body_key(plain: str) -> str:
    stripped = strip_company_form(plain)
    known = known_names().get(stripped)
    if known is not None and known.type == "ORG":
        return known.key
    # the country or province in front is written as its own key: 南韩国防部 -> 韩国国防部, 福建省防指 -> 福建防指
    for length in range(min(len(stripped) - 2, 8), 1, -1):
        head, rest = stripped[:length], stripped[length:]
        place = territories().names.get(head)
        if place is not None and place != head:
            return place + rest
    single = territories().single.get(stripped[:1])
    if single is not None and (stripped[1:] in _STATE_BODIES or suffixes().get(stripped[1:], ("",))[0] == "body"):
        return single + stripped[1:]  # 俄海军 -> 俄罗斯海军
    stripped = _STATE_FORM_WITHIN.sub(r"\g<state>", stripped)  # 北洲共和国议会 -> 北洲议会
    match = re.match(r"([\u4e00-\u9fff]{2,3})(?:省|自治区)(?=[\u4e00-\u9fff]{2})", stripped)
    if match and not match.group(1).endswith(("全", "该", "本", "外务", "财务", "防卫")):
        return match.group(1) + stripped[match.end() :]
    return stripped


def _same_body(a: str, b: str) -> bool:
    """Equal without brackets and company forms, or equal but for 市, 省, 县 behind the place in front."""
    return _loosen(a) == _loosen(b)


def _same_event(a: str, b: str) -> bool:
    """Whether one event's name is the other with the place in front or the kind behind (杭州亚运会 and 亚运会, 长风联合演习 and 长风)."""
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or short == long:
        return short == long
    kind = long[len(short) :] if long.startswith(short) else ""
    return (long.endswith(short) and len(short) >= 3) or suffixes().get(kind, ("",))[0] == "event"


def _loosen(key: str) -> str:
    bare = strip_company_form(_BRACKETS.sub("", key))
    return re.sub(r"(?<=[\u4e00-\u9fff]{2})[省市县](?=[\u4e00-\u9fff]{2})", "", bare, count=2)
