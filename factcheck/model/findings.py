"""What a rule says about a conflict set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from factcheck.model.claims import Family
from factcheck.model.relations import Kind, Reason, ValueGroup

__all__ = ["SHOWN", "Finding", "Level", "State"]


class Level(StrEnum):
    """How grave a finding is. Errors and warnings are reported contradictions, info is not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


SHOWN: Final = ("report", "sheets", "pipeline")
"""Where findings are shown: the report people read (terminal, Markdown, HTML, notebook), the review sheets by article, and what pipelines
print (SARIF, JUnit, GitHub, GitLab). Data (JSON, tables, graphs) holds every finding."""


class State(StrEnum):
    """A finding against the baseline and the decisions."""

    NEW = "new"
    CHANGED = "changed"
    EXPANDED = "expanded"
    KNOWN = "known"
    DISMISSED = "dismissed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about a conflict set. `translations` holds (language, message, advice) for every language the rule is worded in.
    `shown` is where it is shown (of `SHOWN`) as long as it is information; errors and warnings are shown everywhere."""

    id: str
    rule: str
    level: Level
    family: Family
    message: str
    fingerprint: str
    values: tuple[ValueGroup, ...]
    state: State = State.NEW
    subject: str = ""
    attribute: str = ""
    kind: Kind = Kind.CONTRADICTS
    reason: Reason = Reason.VALUES_DISJOINT
    advice: str = ""
    conflict_set: str = ""
    event: str = ""
    translations: tuple[tuple[str, str, str], ...] = ()
    shown: tuple[str, ...] = SHOWN

    def shows_in(self, place: str) -> bool:
        """Whether it is shown in a place of `SHOWN`."""
        return self.level is not Level.INFO or place in self.shown

    def claim_ids(self) -> Iterable[str]:
        for group in self.values:
            yield from group.claims

    def as_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "rule": self.rule,
            "level": self.level.value,
            "family": self.family.value,
            "message": self.message,
            "advice": self.advice,
            "fingerprint": self.fingerprint,
            "state": self.state.value,
            "subject": self.subject,
            "attribute": self.attribute,
            "kind": self.kind.value,
            "reason": self.reason.value,
            "values": [{"label": g.label, "claims": list(g.claims), "origins": g.origins} for g in self.values],
        }
