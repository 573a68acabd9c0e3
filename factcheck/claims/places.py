"""Claims about where something happened: at a named place, or one told by a common noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.draft import make_claim, read_subject
from factcheck.claims.happenings import Happening, frame_of
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document
from factcheck.mentions.types import EntityMention
from factcheck.model import Claim, Family, Name, Scope

__all__ = ["find_places"]


_PLACE_TYPES = {"GPE", "LOC"}


_PLACE_BEFORE = re.compile(r"(?:在|于|从|自|位于|抵达|到达|前往|赴|驶往|开往|飞往|运往|来自|登陆|坐落于|至|往|设在|落户)$")


_INSIDE = re.compile(
    r"(?:的?(?:首都|省会|首府|境内|北部|南部|东部|西部|中部|东北部|西北部|东南部|西南部|城市|港口|港口城市|小镇|地区|附近)?的?)"
)


_DIRECTION = re.compile(
    r"^(?:以|之|的)?(?:东南|东北|西南|西北|东|南|西|北|正东|正西|正南|正北)(?:方向|方|面|部|侧|边|偏[东南西北])?(?!亚|京|海道|大|风)(?:的)?(?:约?\d+(?:\.\d+)?(?:公里|海里|千米))?(?:海域|沿岸|沿海|近海|外海|处|水域|空域)?"
)


def find_places(document: Document, happening: Happening, times: ClauseTimes) -> Iterator[Claim]:
    """Where it happened: the place named after 在, 于 … before the event word in the clause, or right after the word itself."""
    clause = happening.clause
    text = document.shadow.text
    chosen: list[EntityMention] = []
    after_chosen = ""
    for entity in clause.entities:
        if entity.type not in _PLACE_TYPES or entity.start < clause.content_start:
            continue
        if any(o.start == entity.end and o.type in {"ORG", "PER"} for o in clause.entities):
            continue  # 南屿贸易部: the place only names the body
        lead = text[max(clause.start, entity.start - 4) : entity.start]
        if chosen:
            after_chosen = text[chosen[-1].end : entity.start]
        if (
            (entity.end <= happening.start and (_PLACE_BEFORE.search(lead) or (chosen and _INSIDE.fullmatch(after_chosen))))
            or (entity.start == happening.end and happening.type in {"landfall", "arrive", "visit", "land", "located"})
            or (chosen and chosen[-1].end == entity.start)
        ):
            chosen.append(entity)
    if not chosen:
        yield from _spot_claim(document, happening, times)
        return
    last = chosen[-1]
    start, end, key = chosen[0].start, last.end, last.key
    direction = _DIRECTION.match(text[last.end : min(clause.end, last.end + 16)])
    if direction:
        end = last.end + direction.end()
        key = f"{last.key}/{direction.group()}"
    subject, subject_text = read_subject(clause)
    yield make_claim(
        document,
        clause,
        start=min(start, happening.start) if happening.end - start <= 40 else start,
        end=max(end, happening.end) if max(end, happening.end) - min(start, happening.start) <= 40 else end,
        family=Family.PLACE,
        attribute=f"{happening.type}|place",
        value=Name(text[start:end], key, "LOC"),
        subject=subject,
        subject_text=subject_text,
        attribute_text=happening.word + happening.object,
        scope=Scope(
            place=chosen[0].key,
            period=times.period_at(clause, happening.start),
            event=clause.event,
            qualifiers=tuple(e.key for e in chosen),
        ),
        as_of=times.as_of(clause),
        frame=frame_of(happening),
        time_behaviour="fixed",
    )


_SITE = re.compile(
    r"(?:部位|地点|位置|源头|现场|起点|点)(?:初步)?(?:判定|确定|认定|锁定|查明)?(?:就)?(?:为|是|在|位于|系|即)(?P<spot>[^，。、；：]{2,16})"
)


_AFTER = re.compile(r"(?P<spot>(?![该此本]|当地|附近|同一)(?:(?!位于|设于|设在|坐落)[^，。、；：的\d]){2,16})")


_LOCATES = re.compile(
    r"(?:位|设|坐落|建|藏|葬|埋|停泊|停放|停靠|存放|置|安放|安置|陈列|展出|发生|诞生|生|沉没|坠毁|坠落|降落|着陆|登陆|搁浅|举行|举办"
    r"|召开|选址|选定|定|落户|驻|驻扎|起源|发源|源|就读|毕业|任职|定居|居住|长眠|沉睡|散落|倒卧|倒毙|栖息|分布|隐藏|现身|拍摄)于"
    r"|(?!存在|旨在|重在|贵在|意在|志在|正在|现在|是在|实在|好在|所在|内在|潜在).*在"
)


_SPOT = re.compile(
    r"(?:在|于|位于)(?P<spot>(?![该此本]|当地|附近|同一)[^，。、在于]{2,14}?(?:区|场|站|处|馆|楼|层|厂|室|间|库|路|街|港|湾|口|院|校|桥|矿|井|山|湖|河|海域|码头|车间|仓库|广场|公园|酒店|商场|隧道|航道))(?:内|上|里|外|附近|一带)?$"
)


def _spot_claim(document: Document, happening: Happening, times: ClauseTimes) -> Iterator[Claim]:
    """Where it happened, told by a common noun: 在三号车间二层起火."""
    clause = happening.clause
    site = _SITE.match(document.shadow.text, happening.end, clause.end)
    if site is None and _LOCATES.fullmatch(happening.word):
        site = _AFTER.match(document.shadow.text, happening.end, clause.end)
    match = site or _SPOT.search(document.shadow.text, clause.start, happening.start)
    if match is None:
        return
    subject, subject_text = read_subject(clause)
    yield make_claim(
        document,
        clause,
        start=min(match.start("spot"), happening.start) if site else match.start("spot"),
        end=max(match.end("spot"), happening.end),
        family=Family.PLACE,
        attribute=f"{happening.type}|place",
        value=Name(match["spot"], match["spot"], "SPOT"),
        subject=subject,
        subject_text=subject_text,
        attribute_text=happening.word + happening.object,
        scope=Scope(period=times.period_at(clause, happening.start), event=clause.event, qualifiers=(match["spot"],)),
        as_of=times.as_of(clause),
        frame=frame_of(happening),
        time_behaviour="fixed",
    )
