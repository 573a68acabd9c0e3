"""Another occasion of the kind than the one an article reports: 上一航次搭载98人, 上次演出动用1500架，未有坠落.

Told once, at the head of a sentence, it holds for all that follows in it, until a word for the present occasion ends it.
"""

from __future__ import annotations

import re

__all__ = ["tells_of_another_occasion"]

_ROUNDS = (
    "航次|班次|航班|航程|行程|赛季|球季|财年|学年|学期|年度|周期|任期|雨季|汛期|雪季|档期|疗程|批次"
    "|次|回|轮|趟|届|场|期|季|版|代|局|集|班|站|任"
)
"""What comes round again: one round of it is one occasion."""
_EARLIER = re.compile(
    rf"(?<![较比跟与同和自从于以])(?:[上前](?:一个?|个)(?:{_ROUNDS})(?!月|星期|世纪)|[上前](?:次|回|届)(?!合)"
    r"|(?:上周|上星期|上个?月|去年|前年)(?:[春夏秋冬]季?|[0-9]{1,2}月)?的(?=[\u4e00-\u9fff])"
    r"|(?:去年|前年|(?:19|20)\d\d年)的?那一?[次场届起宗回轮])"
)
"""An earlier round, where nothing is compared with it (比上次多)."""
_PRESENT = re.compile(r"[这此是今本]一?(?:次|回|番|届|轮|场|趟|航次|班|期|季)|今年|目前|如今|现时|这一回")


def tells_of_another_occasion(told: str) -> bool:
    """Whether a sentence up to some place (simplified characters) has gone over to an earlier occasion there."""
    earlier = [m.end() for m in _EARLIER.finditer(told)]
    return bool(earlier) and _PRESENT.search(told, earlier[-1]) is None
