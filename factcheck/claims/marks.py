"""What tells one deed from its like: the first or last of them, the deciding one, the numbered thing it was done to."""

from __future__ import annotations

import re

__all__ = ["MARKED", "marks_of"]

MARKED = "marked"
"""Qualifier of a doer that the sentence singles out."""
_MARKS = {
    "last": re.compile(r"最后|最末|殿后"),
    "first": re.compile(r"最先|首先|最早|率先|第一个|首个|首位|第一位|首名|第一时间|抢先|第一批|先是|首度"),
    "decisive": re.compile(r"制胜|致胜|奠胜|奠定胜|绝杀|决胜|锁定胜|一锤定音|唯一进球|唯一入球|准绝杀"),
    "only": re.compile(r"唯一"),
    "female": re.compile(r"女子|女单|女双|女队|女生组"),
    "male": re.compile(r"男子|男单|男双|男队|男生组"),
}
_LABEL = re.compile(r"第?(?P<number>[\d一二三四五六七八九十百]+)(?P<unit>号|轮|届|局|批|名|期|节|集|组|座|层|楼|回合)")


def marks_of(text: str) -> tuple[str, ...]:
    """What a passage says of the place of a deed among its like: first, last, decisive; of which numbered thing; sorted."""
    found = {name for name, pattern in _MARKS.items() if pattern.search(text)}
    return tuple(sorted(found | {f"no{m['unit']}:{m['number']}" for m in _LABEL.finditer(text)}))
