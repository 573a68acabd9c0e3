"""Names that marks or codes set off: 《works》, “exercises” and typhoons, ships, weapons and products."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import industry_words, known_names, listed_words, load_rows, stop_words, suffixes

__all__ = ["find_marked"]

_WORK = re.compile(r"《([^《》\n]{1,60})》")
_QUOTED = re.compile(
    r"“([^“”，。！？；\n]{1,14})”|「([^「」，。！？；\n]{1,14})」|『([^『』，。！？；\n]{1,14})』|〈([^〈〉\n]{1,20})〉|\"([^\"，。！？；\n]{1,14})\""
)
_OPEN = '“「『"'
_MEDIA = re.compile(
    r"(?:时报|日报|晚报|早报|邮报|快报|周报|商报|导报|晨报|先驱报|卫报|周刊|新闻报|论坛报|画报|电讯报|独立报|新闻|(?<![简公通战海年财月季周情申捷])报)$"
)
_BODIES = re.compile(r"(?:军团|部队|舰队|特战队|突击队|集团|公司|银行|大学|协会|联盟)$")
_STORM = re.compile(r"(?:超强台风|强台风|台风|飓风|热带风暴|强热带风暴|气旋|风暴)(?=[\u4e00-\u9fff])")
_STORM_DOES = re.compile("逼近|登陆|来袭|吹袭|袭击|移动|增强|减弱|掠过|横扫|过境|将|已|预计|于|的?中心|外围|环流")
_MEDIA_SAYS = re.compile(
    r"([\u4e00-\u9fff]{2,6})(新闻网|通讯社|电视台|广播电台|卫视|新闻|日报|晚报|时报|早报|晨报|商报|周刊|网|社)"
    r"(?=(?:\d{1,2}月)?(?:\d{1,2}日)?(?:报道|报导|援引|引述|客户端|网站|消息|讯|快讯|特约|专访|(?:首席)?(?:特派)?记者))"
)
_DATELINE = re.compile(r"(?:^|(?<=[\n（(【]))([\u4e00-\u9fff]{4,12})(?=(?:\d{1,2}月)?\d{1,2}日(?:电|讯|专电))")
_CUES = re.compile("[据向对从由]|援引|引述|告诉|接受")
_NO_MEDIA = re.compile(
    "[本该各某]|外网|内网|官网|互联|因特|社交|综合|相关|有关|最新|独家|重大|国内|社会|网络|主流|当地|多家|这[则条]|[一两]则|召开|发布|举行|接受|刊登|报社|旅行社|合作社|出版社"
)
_CODE = re.compile(
    r"(?<![A-Za-z0-9.])[A-Za-z]{1,6}(?:-[A-Za-z]{1,3})?-?\d{1,4}[A-Za-z]{0,4}(?![A-Za-z0-9%.]|-\d)"
    r"|(?<=[\u4e00-\u9fff])-\d{1,3}[A-Za-z]{0,3}(?![\d-])"
)
_NUMBERED = re.compile(
    r"([\u4e00-\u9fff]{2,4})([一二三四五六七八九十]{1,3}|\d{1,3})号(?!线|楼|院|码头|公路|国道|馆|厅|台风|机组|风球|信号|文件|决议|令|法|房|球)"
)


# “云帆号”, but no slogan or signal.
_SHIP = re.compile(r"[\u4e00-\u9fffA-Za-z·\d]{2,8}(?:(?<![口信编账称帐型代暗符句旗问牌绰国])号|舰)")
_SERIAL = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[一二三四五六七八九十零]{1,3}|\d{1,3})号")
_CODED_DATE = re.compile(r"\d{1,2}[·.・]\d{1,2}")
_HAPPENING = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:案|事故|火灾|地震|空难|爆炸|海难|坍塌|事件|疫情|洪灾|山火|枪击|袭击|矿难|台风|暴雨)")
_PROGRAMME = re.compile("[”」』]?(?:计划|规划|方案|战略|报告|白皮书|愿景|议程|目标|型|款|手机|芯片|卫星|车|机|系统|版|基金|奖)")
# Words for events that a quoted phrase may end in without being a name (“军事行动”).
_PLAIN_EVENTS = frozenset({"行动", "演习", "演练", "军演", "地震", "海啸", "台风", "飓风", "气旋", "论坛", "峰会", "联赛"})
_FIRM_BEFORE = re.compile(r"(?:平台|公司|企业|厂商|品牌|集团|基金|银行|机构|商家|店铺|运营商|开发商)$")
_FIRM_AFTER = re.compile(r"(?:公司|集团|平台|品牌|企业|股份|连锁|App|APP|应用)")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What follows the name of a vessel; what follows and what comes before that of a weapon or product."""
    vessels = "|".join(sorted(listed_words("vessel"), key=lambda w: (-len(w), w)))
    weapons = "|".join(sorted(listed_words("weapon"), key=lambda w: (-len(w), w)))
    return (
        re.compile(rf"{vessels}|号|舰(?!艇|船|队|员|载)|轮(?!船|胎|流|次)|艇"),
        re.compile(rf"[\u4e00-\u9fff]{{0,5}}?(?:{weapons})"),
        re.compile(rf"(?:{weapons})$"),
    )


@cache
def _event_words() -> tuple[str, ...]:
    words = {w for row in load_rows("suffixes") if row[0] == "event" for w in row[2].split(",")}
    return tuple(sorted(words, key=lambda w: (-len(w), w)))


@cache
def _series_pattern() -> re.Pattern[str]:
    words = sorted(listed_words("series") | listed_words("festival"), key=lambda w: (-len(w), w))
    return re.compile("|".join(words))


def find_marked(reading: Reading) -> Iterator[Candidate]:
    """Candidates that marks or codes show. The stretch is what is inside the marks, or the code."""
    text = reading.text
    for match in _WORK.finditer(text):
        name = match.group(1)
        entry = known_names().get(name)
        media = (entry is not None and entry.type == "ORG") or _MEDIA.search(name)
        yield Candidate(match.start(1), match.end(1), "ORG" if media else "WORK", 90, key=entry.key if entry else "")
    for match in _QUOTED.finditer(text):
        group = next(i for i in range(1, 6) if match.group(i) is not None)
        candidate = _read_quoted(reading, match.start(group), match.end(group))
        if candidate is not None:
            yield candidate
    for match in _STORM.finditer(text):
        candidate = _read_storm(reading, match.end())
        if candidate is not None:
            yield candidate
    for match in _CODE.finditer(text):
        start = match.start()
        if match.group()[0] == "-":
            token = reading.token_at(start - 1) if start else None
            if token is None or not _is_weapon_head(token.text, token.end == start):
                continue
            start = token.start
        elif not re.search("[A-Z]", match.group()):
            continue
        if not text[match.end() : match.end() + 1].isascii() or not text[match.end() : match.end() + 1].isalnum():
            yield Candidate(start, match.end(), "PRODUCT", 57)
    for match in _NUMBERED.finditer(text):
        for length in (4, 3, 2):
            head = match.group(1)[-length:]
            if head in listed_words("craft"):
                yield Candidate(match.end(1) - len(head), match.end(), "PRODUCT", 60)
                break
    yield from _find_series(reading)
    yield from _find_media(reading)


def _find_media(reading: Reading) -> Iterator[Candidate]:
    """Newspapers, agencies and sites that no list holds, where they report or have a reporter (中时新闻网报道, 极目新闻记者)."""
    text = reading.text
    for match in _MEDIA_SAYS.finditer(text):
        end = match.end(2)
        cues = [cue.end() for cue in _CUES.finditer(text, match.start(1), end - len(match.group(2)) - 1)]
        start = max([match.start(1), *cues])
        place = known_names().at(text, start)
        if place is not None and place[1].type == "GPE" and place[0] <= end - len(match.group(2)) - 2:
            start = place[0]
        if start not in reading.opens or _NO_MEDIA.search(text[start:end]) or text[start:end] in stop_words():
            continue
        if match.group(2) in ("新闻", "网", "社") and not 4 <= end - start <= 6 and text[start:end] not in known_names():
            continue
        first = reading.token_at(start)
        cued = start > match.start(1) or start == 0 or not text[start - 1].isalnum() or _CUES.match(text, start - 1)
        if first is None or not (cued or first.tag in ("NOUN", "PROPN", "X", "ADJ")):
            continue
        yield Candidate(start, end, "ORG", 59)
    for match in _DATELINE.finditer(text):
        head = match.group(1)
        places = [i for i in range(2, len(head) - 1) if _is_dateline_place(reading, match.start(1) + i, match.end(1))]
        if places and head[: places[0]] not in known_names() and not _NO_MEDIA.search(head[: places[0]]):
            yield Candidate(match.start(1), match.start(1) + places[0], "ORG", 68)


def _is_dateline_place(reading: Reading, start: int, end: int) -> bool:
    """Whether exactly this stretch is a place: a known one or one of the backend's."""
    known = known_names().get(reading.text[start:end])
    if known is not None:
        return known.type == "GPE"
    return any(n.start == start and n.end == end and n.type in ("LOC", "GPE") for n in reading.document.names)


def _read_quoted(reading: Reading, start: int, end: int) -> Candidate | None:
    """A quoted stretch that what stands beside it shows to be a name."""
    text = reading.text
    name, after, before = text[start:end], text[end + 1 : end + 13], text[max(0, start - 13) : start - 1]
    vessel, weapon_after, weapon_before = _patterns()
    if len(name) >= 4 and (_BODIES.search(name) or _is_body(name)):
        return Candidate(start, end, "ORG", 66)
    if vessel.match(after) or (len(name) >= 3 and (_SHIP.fullmatch(name) or _SERIAL.fullmatch(name))):
        return Candidate(start, end, "PRODUCT", 72)
    if re.match(_TREATIES, after):
        return Candidate(start, end, "WORK", 67)
    if re.fullmatch(r".{2,10}[-—]20\d\d", name) and not _PROGRAMME.match(after):
        return Candidate(start, end, "EVENT", 74)
    series = re.match(r"[”」』](-\d{2,4})(?!\d)", text[end : end + 8])
    if series and not _PROGRAMME.match(text[end + series.end() : end + series.end() + 6]):
        return Candidate(start, end + series.end(), "EVENT", 74, key=name + series.group(1))
    if re.search(r"(?:台风|飓风|热带风暴|气旋|风暴)$", before):
        return Candidate(start, end, "EVENT", 75)
    tail = re.match(r"(?:\d{4})?(?:系列|大型|国际|多国|海上|空中|陆上|实弹|年度|联合|首次|专项|特别|军事|全球){0,3}", after)
    rest = after[tail.end() if tail else 0 :]
    full = after
    for word in _event_words():
        if rest.startswith(word) or full.startswith(word):
            return Candidate(start, end, "EVENT", 74)
    if _CODED_DATE.fullmatch(name) and _HAPPENING.match(after):
        return Candidate(start, end, "EVENT", 70)
    if any(name.endswith(w) and len(name) > len(w) + 1 for w in _event_words() if w not in _PLAIN_EVENTS):
        return Candidate(start, end, "EVENT", 68)
    if _BODIES.search(name) and len(name) >= 3:
        return Candidate(start, end, "ORG", 66)
    if _is_quoted_firm(name, before, after):
        return Candidate(start, end, "ORG", 66)
    if re.match(r"(?:军团|部队|舰队|特战队|组织|集团军|武装|营|旅)", after):
        return Candidate(start, end, "ORG", 66)
    if weapon_after.match(after) or weapon_before.search(before):
        return Candidate(start, end, "PRODUCT", 66)
    return None


_TREATIES = "(?:[\u4e00-\u9fff]{0,6}?)(?:" + "|".join(sorted(listed_words("treaty"), key=lambda w: (-len(w), w))) + ")"


def _is_body(name: str) -> bool:
    """Whether a name ends in a word for an organisation (“中山科学研究院”)."""
    last = next((name[-n:] for n in range(min(6, len(name) - 2), 1, -1) if name[-n:] in suffixes()), "")
    return suffixes().get(last, ("", ""))[1] == "ORG" and last not in industry_words()


def _is_quoted_firm(name: str, before: str, after: str) -> bool:
    """Whether a quoted name is a firm or its platform: it is called one, or ends in a trade word (“穗丰财富”)."""
    if not 2 <= len(name) <= 10 or not name.isalnum():
        return False
    trade = any(name.endswith(w) and 2 <= len(name) - len(w) <= 4 for w in industry_words())
    return trade or bool(_FIRM_BEFORE.search(before)) or bool(_FIRM_AFTER.match(after))


def _read_storm(reading: Reading, start: int) -> Candidate | None:
    """An unquoted storm's name: one word, or the characters up to the next word of the dictionary."""
    text = reading.text
    first = reading.index_at(start)
    if first < 0 or reading.tokens[first].start != start:
        return None
    end = start
    unnamed = listed_words("unnamed")
    for token in reading.tokens[first : first + 3]:
        if token.start != end or token.text in unnamed or any(token.text.startswith(w) for w in unnamed if len(w) > 1):
            break
        known_word = suffixes().get(token.text) or token.text in stop_words() or len(token.text) < 2
        if token.tag not in ("PROPN", "X") and (end > start or token.tag != "NOUN" or known_word):
            break
        if token.tag in ("PUNCT", "PART", "ADP", "ADV", "NUM", "CCONJ", "PRON", "VERB") or token.end - start > 4:
            break
        if token.tag == "NOUN" and suffixes().get(token.text):
            break
        end = token.end
        if end - start >= 2:
            break
    plain = reading.tokens[first].tag == "NOUN" and not _STORM_DOES.match(text, end)
    if end - start < 2 or (plain and not _is_storm_elsewhere(text, text[start:end])):
        return None
    return Candidate(start, end, "EVENT", 58) if 2 <= end - start <= 4 and text[start:end].isalpha() else None


def _is_storm_elsewhere(text: str, name: str) -> bool:
    """Whether a plain word behind 台风 (梅花, 灾害) is its name: it stands in quotes somewhere, or twice behind a word for a storm."""
    return (
        any(o + name + c in text for o, c in ("“”", "「」", "『』"))
        or len(re.findall(f"(?:台风|飓风|风暴|气旋){name}", text)) > 1
        or (re.search(f"(?:强台风|号台风|级台风|热带风暴){name}", text) is not None)
    )


def _is_weapon_head(head: str, whole: bool) -> bool:
    """Whether a word before a hyphen and a number is the name of a make (歼-35), and no figure or particle (从5-6)."""
    plain = whole and len(head) <= 3 and all("\u4e00" <= c <= "\u9fff" for c in head)
    return plain and head[-1] not in "至到从约第的为是于在共和与一二三四五六七八九十百千万亿年月日时分"


def _find_series(reading: Reading) -> Iterator[Candidate]:
    """Events named by a proper word or a year and what they are: 世界杯, X峰会, 2026年亚运会."""
    tokens = reading.tokens
    for match in _series_pattern().finditer(reading.text):
        i = reading.index_at(match.start())
        if i < 0 or match.end() not in reading.closes:
            continue
        token, word = tokens[i], match.group()
        start, proper = token.start, word in listed_words("festival")
        k = i - 1
        while k >= 0 and i - k <= 4 and tokens[k].end == start and tokens[k].tag in ("PROPN", "X", "NOUN", "ADJ"):
            proper = proper or tokens[k].tag in ("PROPN", "X")
            start = tokens[k].start
            k -= 1
        if start and reading.text[start - 1] in "一二三四五六七八九十百第":
            continue
        if proper and match.end() - start >= 3:
            yield Candidate(start, match.end(), "EVENT", 63)
