"""What is different between two JSON reports: findings that are new, gone, changed in their values or their level."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.report.json import SCHEMA_VERSION
from factcheck.report.messages import Messages
from factcheck.report.text import flatten_text

__all__ = ["Change", "Changes", "compare_documents", "read_document", "render_changes"]

_LONGEST_REPORT = 1 << 30


@dataclass(frozen=True, slots=True)
class Change:
    """One finding before and after: values that came and went (their labels), and whether the level is another."""

    old: Mapping[str, Any]
    new: Mapping[str, Any]
    added: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def other_level(self) -> bool:
        return bool(self.old["level"] != self.new["level"])


@dataclass(frozen=True, slots=True)
class Changes:
    """Findings as the reports hold them, each list in its report's order; `same` counts those that did not change."""

    new: tuple[Mapping[str, Any], ...]
    gone: tuple[Mapping[str, Any], ...]
    changed: tuple[Change, ...]
    same: int

    def as_dict(self) -> dict[str, Any]:
        """The changes as plain JSON types."""
        return {
            "schema_version": SCHEMA_VERSION,
            "new": [dict(finding) for finding in self.new],
            "gone": [dict(finding) for finding in self.gone],
            "changed": [{"old": dict(c.old), "new": dict(c.new), "added": list(c.added), "removed": list(c.removed)} for c in self.changed],
            "same": self.same,
        }


def read_document(path: Path) -> dict[str, Any]:
    """A report that `factcheck check --format json` wrote. FactcheckError, naming the file, when it cannot be read or is no such report."""
    hint = "give a file that factcheck check -o json:FILE wrote"
    try:
        if path.stat().st_size > _LONGEST_REPORT:
            raise FactcheckError("larger than 1 GB", where=str(path), hint=hint)
        found = json.loads(path.read_bytes())
    except OSError as error:
        raise FactcheckError(f"cannot read: {error.strerror or error}", where=str(path), hint=hint) from error
    except (ValueError, RecursionError) as error:
        raise FactcheckError("is not JSON", where=str(path), hint=hint) from error
    if not isinstance(found, dict) or not isinstance(found.get("findings"), list) or "schema_version" not in found:
        raise FactcheckError("is not a report of factcheck", where=str(path), hint=hint)
    if found["schema_version"] != SCHEMA_VERSION:
        raise FactcheckError(f"has schema version {str(found['schema_version'])[:20]}, not {SCHEMA_VERSION}", where=str(path), hint=hint)
    for number, finding in enumerate(found["findings"]):
        _check_finding(finding, f"{path}: findings[{number}]", hint)
    return found


def _check_finding(finding: object, where: str, hint: str) -> None:
    texts = ("id", "rule", "level", "message", "fingerprint", "state")
    if not isinstance(finding, dict) or not all(isinstance(finding.get(name), str) for name in texts):
        raise FactcheckError(f"a finding needs {', '.join(texts)}", where=where, hint=hint)
    values = finding.get("values")
    if not isinstance(values, list) or not all(isinstance(value, dict) and isinstance(value.get("label"), str) for value in values):
        raise FactcheckError("a finding needs values with labels", where=where, hint=hint)


def compare_documents(old: Mapping[str, Any], new: Mapping[str, Any]) -> Changes:
    """Pair the findings of two reports by fingerprint, then what is left by rule, subject and attribute; the rest is new or gone."""
    pairs, left, right = _pair(old["findings"], new["findings"], lambda f: f["fingerprint"])
    same = sum(1 for a, b in pairs if a["level"] == b["level"])
    changed = [Change(a, b, (), ()) for a, b in pairs if a["level"] != b["level"]]
    pairs, left, right = _pair(left, right, lambda f: (f["rule"], str(f.get("subject", "")), str(f.get("attribute", ""))))
    for a, b in pairs:
        before, after = ([str(value["label"]) for value in finding["values"]] for finding in (a, b))
        changed.append(Change(a, b, _without(after, before), _without(before, after)))
    order = {id(finding): number for number, finding in enumerate(new["findings"])}
    changed.sort(key=lambda change: order[id(change.new)])
    return Changes(tuple(right), tuple(left), tuple(changed), same)


def _without(values: Sequence[str], others: Iterable[str]) -> tuple[str, ...]:
    known = set(others)
    return tuple(dict.fromkeys(value for value in values if value not in known))


Findings = list[Mapping[str, Any]]


def _pair(
    old: Iterable[Mapping[str, Any]], new: Iterable[Mapping[str, Any]], key: Callable[[Mapping[str, Any]], object]
) -> tuple[list[tuple[Mapping[str, Any], Mapping[str, Any]]], Findings, Findings]:
    """Those of one key, in order, two by two; and what is left on either side."""
    waiting: dict[object, Findings] = defaultdict(list)
    for finding in old:
        waiting[key(finding)].append(finding)
    pairs, right = [], []
    for finding in new:
        if waiting[key(finding)]:
            pairs.append((waiting[key(finding)].pop(0), finding))
        else:
            right.append(finding)
    return pairs, [finding for rest in waiting.values() for finding in rest], right


def render_changes(changes: Changes, messages: Messages) -> str:
    """The changes as lines: + new, ~ changed, - gone, then how many stayed; ends in a line feed."""
    lines = [f"+ {_tell(finding, messages)}" for finding in changes.new]
    for change in changes.changed:
        lines.append(f"~ {_tell(change.new, messages)}")
        if change.other_level:
            lines.append("    " + messages("diff.level", old=_level(change.old, messages), new=_level(change.new, messages)))
        for key, labels in (("diff.added", change.added), ("diff.removed", change.removed)):
            if labels:
                lines.append("    " + messages(key, values=messages.join(flatten_text(label) for label in labels)))
    lines += [f"- {_tell(finding, messages)}" for finding in changes.gone]
    counts = {"new": len(changes.new), "changed": len(changes.changed), "gone": len(changes.gone), "same": changes.same}
    lines.append(messages("diff.counts", **counts))
    return "\n".join(lines) + "\n"


def _tell(finding: Mapping[str, Any], messages: Messages) -> str:
    return flatten_text(f"{_level(finding, messages)} {finding['rule']} {finding['message']} [{finding['id']}]")


def _level(finding: Mapping[str, Any], messages: Messages) -> str:
    return messages.find(f"level.{finding['level']}", finding["level"])
