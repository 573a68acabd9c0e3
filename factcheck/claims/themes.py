"""What a deed was done to, and what tells it from its like: words and names around it, the first or last of them, the numbered thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues

__all__ = ["MARKED", "marks_of", "theme_words"]

MARKED = "marked"
"""Qualifier of a doer that the sentence singles out."""
_MARKS = {
    "last": re.compile(r"最后(?=[一个名位批离撤走登被才])|最末|殿后"),
    "first": re.compile(
        r"最先|首先|最早|率先|第一[个位名只头艘辆架起宗条次份笔具枚间批球场]"
        r"|首[个位名只头艘辆架起宗条次份笔具枚间批球场轮局]|第一时间|抢先|先是|首开纪录"
    ),
    "decisive": re.compile(r"制胜|致胜|奠胜|奠定胜|绝杀|决胜|锁定胜|一锤定音|唯一进球|唯一入球|准绝杀"),
    "largest": re.compile(r"最大(?:的)?一?[笔宗份单]|[数金]额最[大高]|最高的?一[笔宗份]"),
    "press": re.compile(r"记者会|发布会|记者招待会|新闻会|说明会|吹风会|见面会"),
    "only": re.compile(r"唯一"),
    "female": re.compile(r"女子|女单|女双|女队|女生组"),
    "male": re.compile(r"男子|男单|男双|男队|男生组"),
}
_LABEL = re.compile(
    r"第?(?P<number>[\d一二三四五六七八九十百]+)(?P<unit>号线?|标段|合同段|航站楼|轮|届|局|批|期|节|集|组|座|层|楼|回合|车间|分队|小队|中队|审判庭)"
    r"|第(?P<nth>[一二三四五六七八九十\d]+)(?P<what>球|个|位|名|场|只|头|艘|辆|架|起|宗|条|次|份|笔|具|枚|间|处|波|段|案|庭|件|幅|尊|台|套|部|本|首|座|道|队|组)"
    r"|(?P<instance>[一二三再初终])(?P<court>审)"
    r"|(?P<letter>[甲乙丙丁戊A-G])(?P<lettered>组|案|队|轮|座|栋|区|段|级|厂|馆|厅|班|楼|线|股|站|县|村|校|船|车)"
)
_SKIPPED = {"NUM", "PUNCT", "PART", "ADP", "ADV", "PRON", "CCONJ", "VERB"}


_SAYING = ("说", "称", "指", "表示", "透露", "指出", "介绍", "获悉", "通报")


def marks_of(text: str) -> tuple[str, ...]:
    """What a passage says of the place of a deed among its like: first, last, decisive; of which numbered thing; sorted."""
    found = {name for name, pattern in _MARKS.items() if pattern.search(text)}
    for match in _LABEL.finditer(text):
        number = match["number"] or match["nth"] or match["instance"] or match["letter"]
        unit = match["unit"] or match["what"] or match["court"] or match["lettered"]
        found.add(f"no{unit}:{number}")
    return tuple(sorted(found))


def theme_words(clauses: Sequence[Clause], clause: Clause, hidden: Sequence[tuple[int, int]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The plain nouns of what was done to what, and the keys of the names with them, outside the stretches `hidden` (doer, title, verb);
    of the clause before in the sentence where the clause itself says too little (…专项小组，由执行总裁沈若琳牵头)."""

    def read(part: Clause) -> tuple[list[str], list[str]]:
        away = [
            *hidden,
            *((m.start, m.end) for m in part.times),
            *((e.start - len(e.title), e.end) for e in part.entities if e.type == "PER"),
        ]
        named = [e for e in part.entities if e.type != "PER" and not any(a < e.end and e.start < b for a, b in away)]
        away += [(e.start, e.end) for e in named if e.type in {"GPE", "LOC", "ORG", "WORK", "PRODUCT", "EVENT"}]
        plain = [
            t.text
            for t in part.tokens
            if t.start >= part.content_start
            and t.tag not in _SKIPPED
            and len(t.text) > 1
            and t.text not in load_cues().dull_nouns
            and t.text[0] not in "该其此"
            and not (len(t.text) == 2 and t.text[1] == "方")
            and not any(a < t.end and t.start < b for a, b in away)
        ]
        return plain, [e.key for e in named]

    words, names = read(clause)
    index = clause.index - 1
    while not words and index >= 0 and clauses[index].sentence.index == clause.sentence.index:
        if not clauses[index].text.endswith(_SAYING):
            more, others = read(clauses[index])
            words, names = [*more, *words], [*others, *names]
        index -= 1
    return tuple(dict.fromkeys(words)), tuple(dict.fromkeys(names))
