"""The unit that a rule or an attribute file means by a word."""

from __future__ import annotations

from factcheck.language.script import simplify
from factcheck.mentions.durations import SECONDS, find_duration_unit
from factcheck.mentions.scales import FLOOR, SCORE
from factcheck.mentions.units import find_unit, unit_by_id

__all__ = ["name_unit"]

_OTHERS = frozenset({*SECONDS, SCORE.id, FLOOR.id})


def name_unit(name: str) -> str | None:
    """The id that a figure's unit has (`model.Quantity.unit`), given by that id or as it is written in either script: 公里 -> km, 名 ->
    person, 小時 -> hour, "" for a bare number. None for what is no unit."""
    if name in _OTHERS:
        return name
    try:
        return unit_by_id(name).id
    except KeyError:
        pass
    plain = simplify(name)
    found = find_unit(plain, 0)
    if found is not None and found[1] == len(plain):
        return found[0].id
    return find_duration_unit(plain)
