"""What an article tells besides its names, as far as it tells which affair the article is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.alignment.affairs import Gist
from factcheck.mentions.slips import digits_of
from factcheck.model import Claim, Quantity

__all__ = ["gist_of"]


def gist_of(claims: Iterable[Claim], wordings: Mapping[int, frozenset[str]]) -> Gist:
    """The content words of an article, and its plain figures in base units with how many digits they have. `wordings`: its content words
    by sentence. Ages are every article's."""
    figures = {}
    for claim in claims:
        value = claim.value
        if isinstance(value, Quantity) and value.low is not None and value.low == value.high and value.dimension != "age":
            size = (value.low * (value.factor or 1)).normalize()
            unit = "" if value.factor else value.unit
            figures[f"{value.dimension} {unit} {size}"] = len(digits_of(value))
    return Gist(frozenset(word for told in wordings.values() for word in told if len(word) > 1), figures)
