"""factcheck: which of several Chinese articles on one affair disagree, about what, and in whose words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.errors import ConfigError, FactcheckError, ReadError, RuleError, UsageError
from factcheck.model import Article, Claim, Finding, Relation

if TYPE_CHECKING:
    from factcheck.engine.check import check
    from factcheck.mentions import find_mentions
    from factcheck.report.view import Report

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Claim",
    "ConfigError",
    "FactcheckError",
    "Finding",
    "ReadError",
    "Relation",
    "Report",
    "RuleError",
    "UsageError",
    "__version__",
    "check",
    "find_mentions",
]

_LATE = {"check": "factcheck.engine.check", "find_mentions": "factcheck.mentions", "Report": "factcheck.report.view"}


def __getattr__(name: str) -> Any:
    """What needs the language stage is imported when it is first asked for, so that `import factcheck` stays quick."""
    if name in _LATE:
        from importlib import import_module

        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
