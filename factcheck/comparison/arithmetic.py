"""In-article arithmetic as relations: the stated figure contradicts each figure it should follow from."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.arithmetic import ArithmeticCheck
from factcheck.model import Kind, Reason, Relation

__all__ = ["relate_checks"]


def relate_checks(checks: Iterable[ArithmeticCheck]) -> list[Relation]:
    """One relation a pair of stated figure and operand, in order."""
    return [
        Relation(check.stated, operand, Kind.CONTRADICTS, Reason.ARITHMETIC, (("arithmetic", check.formula),))
        for check in checks
        for operand in check.operands
    ]
