"""Decisions of reviewers: a file that only grows, one decision a line.

A decision is about a disagreement, not about a line of a report: it holds while the same values stand against each other, whoever else
repeats them, and ends when a new value comes up, when a later decision takes its place, or after its last day.
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from factcheck.errors import ConfigError, FactcheckError
from factcheck.model import State
from factcheck.review.identity import KeptIndex, Seen
from factcheck.review.records import Problem, check_fingerprint, dump_record, read_identity, read_records, write_identity
from factcheck.review.storage import read_bytes, rewrite_file
from factcheck.rules.fingerprint import Identity

__all__ = [
    "DECISIONS_NAME",
    "Decision",
    "RuleStats",
    "Verdict",
    "add_decisions",
    "count_by_rule",
    "current_decisions",
    "parse_import",
    "read_decisions",
]

DECISIONS_NAME = "factcheck-decisions.jsonl"


class Verdict(StrEnum):
    """What a reviewer found. `withdrawn` takes the decision before it back."""

    CONFIRMED = "confirmed"  # they do contradict each other
    DISMISSED = "dismissed"  # a false alarm, or of no matter; a note says why
    NEEDS_CHECK = "needs-check"  # seen, and open
    CORRECTED = "corrected"  # they did, and an article is corrected: found again it is as new
    WITHDRAWN = "withdrawn"


SETTLED = {Verdict.CONFIRMED: State.CONFIRMED, Verdict.DISMISSED: State.DISMISSED}
_FIELDS = ("fingerprint", "verdict", "note", "reviewer", "stage", "date", "until")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: the day it was `made`, the last day it counts (`until`, None: for good), the desk's own word for the step of its review
    (`stage`), and the `identity` it is about; None where only the fingerprint is known, and then nothing else answers to it."""

    fingerprint: str
    verdict: Verdict
    note: str = ""
    reviewer: str = ""
    stage: str = ""
    made: date | None = None
    until: date | None = None
    identity: Identity | None = None

    def as_record(self) -> dict[str, Any]:
        """The record; fields that say nothing are left out."""
        told = {
            "fingerprint": self.fingerprint,
            "verdict": self.verdict.value,
            "note": self.note,
            "reviewer": self.reviewer,
            "stage": self.stage,
            "date": self.made.isoformat() if self.made else "",
            "until": self.until.isoformat() if self.until else "",
        }
        return {**{key: value for key, value in told.items() if value}, **(write_identity(self.identity) if self.identity else {})}


def read_decisions(path: Path, *, needed: bool = False) -> tuple[Decision, ...]:
    """The decisions in file order; none when there is no file (FactcheckError when it is `needed`). ConfigError (path:line) for the first
    line that is wrong."""
    data = read_bytes(path)
    if data is None and needed:
        raise FactcheckError("there is no such file of decisions", where=str(path), hint="factcheck review makes it")
    return tuple(_parse(at, record) for at, record in read_records(data or b"", str(path)))


def _parse(at: str, record: Mapping[str, Any]) -> Decision:
    try:
        return make_decision(record)
    except Problem as problem:
        raise ConfigError(str(problem), where=at, hint="correct or delete this line") from None


def make_decision(record: Mapping[str, Any]) -> Decision:
    """A decision from a record. Problem when it is none."""
    fingerprint = check_fingerprint(record.get("fingerprint"))
    try:
        verdict = Verdict(record.get("verdict", ""))
    except ValueError:
        raise Problem(f'"verdict" is none of {", ".join(Verdict)}') from None
    note, reviewer, stage = (_text(record, name) for name in ("note", "reviewer", "stage"))
    if verdict is Verdict.DISMISSED and not note.strip():
        raise Problem("a finding is dismissed only with a note that says why")
    identity = read_identity(record, fingerprint) if record.get("values") else None
    return Decision(
        identity.fingerprint if identity else fingerprint,
        verdict,
        note,
        reviewer,
        stage,
        _day(record, "date"),
        _day(record, "until"),
        identity,
    )


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name) or ""
    if not isinstance(value, str):
        raise Problem(f'"{name}" is not a text')
    return value


def _day(record: Mapping[str, Any], name: str) -> date | None:
    value = _text(record, name)
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        raise Problem(f'"{name}" is not a day such as 2031-03-06') from None


def current_decisions(decisions: Sequence[Decision], today: date) -> dict[str, Decision]:
    """The decision in force by fingerprint: the latest (by date, then by place in the file), unless it is withdrawn or has expired."""
    latest: dict[str, Decision] = {}
    for decision in sorted(decisions, key=lambda d: d.made or date.min):  # stable: the file's order within a day
        latest[decision.fingerprint] = decision
    return {
        name: decision
        for name, decision in latest.items()
        if decision.verdict is not Verdict.WITHDRAWN and (decision.until is None or decision.until >= today)
    }


def find_decision(seen: Seen, current: KeptIndex[Decision], found: Container[str] = ()) -> Decision | None:
    """The decision that holds for a finding: the same disagreement, perhaps with another outlet that repeats one of its values. `found` are
    the fingerprints of the run."""
    state, decision = current.find(seen, found)
    return decision if state in (State.KNOWN, State.EXPANDED) else None


def add_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Append decisions; what other processes append at the same time stays. ConfigError when the file is not in order."""
    lines = "".join(dump_record(decision.as_record()) for decision in decisions).encode("utf-8")

    def append(before: bytes | None) -> bytes:
        for at, record in read_records(before or b"", str(path)):
            _parse(at, record)
        start = before or b""
        return start + (b"\n" if start and not start.endswith(b"\n") else b"") + lines

    rewrite_file(path, append)


def parse_import(data: bytes, where: str, seen: Mapping[str, Seen], *, reviewer: str = "", day: date | None = None) -> list[Decision]:
    """Decisions from a file made elsewhere: JSON Lines, a JSON list, or CSV with a header, with the fields of a decision. A `finding` (or
    `id`) may stand for the fingerprint where `seen` has it, by finding id and by fingerprint. ConfigError for the first mistake."""
    decisions = []
    for at, given in _read_table(data, where):
        record = dict(given)
        name = str(record.get("fingerprint") or record.get("finding") or record.get("id") or "")
        found = seen.get(name)
        if found is not None:
            record.update(fingerprint=found.identity.fingerprint, **write_identity(found.identity))
        elif not record.get("fingerprint") and name:
            raise ConfigError(
                f"there is no finding {name!r} in this run", where=at, hint="give its fingerprint, or the same PATHs as to check"
            )
        decision = _parse(at, record)
        decisions.append(replace(decision, reviewer=decision.reviewer or reviewer, made=decision.made or day))
    return decisions


def _read_table(data: bytes, where: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start or start.startswith(b"{"):
        return list(read_records(data, where))
    if start.startswith(b"["):
        try:
            listed = json.loads(data)
        except ValueError as error:
            raise ConfigError(f"is not JSON: {error}", where=where) from None
        return [(f"{where}: record {n}", record if isinstance(record, dict) else {}) for n, record in enumerate(listed, start=1)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8", where=where, hint="save it as UTF-8") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = [
            (f"{where}:{reader.line_num}", {str(k): v or "" for k, v in row.items() if k in (*_FIELDS, "finding", "id")}) for row in reader
        ]
    except csv.Error as error:
        raise ConfigError(f"is not CSV: {error}", where=f"{where}:{reader.line_num}") from None
    names = reader.fieldnames or ()
    if "verdict" not in names or not {"fingerprint", "finding", "id"} & set(names):
        raise ConfigError("no columns fingerprint (or finding) and verdict", where=f"{where}:1", hint=f"columns: {', '.join(_FIELDS)}")
    return rows


@dataclass(frozen=True, slots=True)
class RuleStats:
    """What reviewers found about one rule, each disagreement once."""

    rule: str
    confirmed: int
    corrected: int
    dismissed: int
    open: int

    @property
    def precision(self) -> float | None:
        """The share of settled findings that were right (confirmed or corrected); None when none is settled."""
        settled = self.confirmed + self.corrected + self.dismissed
        return (self.confirmed + self.corrected) / settled if settled else None


def count_by_rule(decisions: Sequence[Decision]) -> list[RuleStats]:
    """Statistics by rule, sorted. The latest decision on each disagreement counts, expired or not: a label stays a label. Those that name
    no rule (imported by fingerprint alone) stand under ""."""
    latest: dict[str, Decision] = {}
    rules: dict[str, str] = {}
    for decision in sorted(decisions, key=lambda d: d.made or date.min):
        latest[decision.fingerprint] = decision
        if decision.identity is not None:
            rules[decision.fingerprint] = decision.identity.rule
    counts: dict[str, dict[Verdict, int]] = defaultdict(lambda: dict.fromkeys(Verdict, 0))
    for name, decision in latest.items():
        if decision.verdict is not Verdict.WITHDRAWN:
            counts[rules.get(name, "")][decision.verdict] += 1
    order = (Verdict.CONFIRMED, Verdict.CORRECTED, Verdict.DISMISSED, Verdict.NEEDS_CHECK)
    return [RuleStats(rule, *(counts[rule][verdict] for verdict in order)) for rule in sorted(counts)]
