"""From a report's JSON to the predictions that ../shared/dev/score.py reads."""

from __future__ import annotations

from itertools import combinations
from pathlib import PurePosixPath
from typing import Any


def is_reported(level: str) -> bool:
    """Whether findings of this level are reported contradictions (design.md section 5: `info` is not)."""
    return level in {"error", "warning"}


def predictions_of(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Every pair of claims from two different values of a finding of level error or warning is a contradiction (arithmetic: one
    prediction a finding's pair of sides), every `agrees` relation an agreement. `finding`, `rule` and `reason` say where it comes from."""
    file = {a["id"]: PurePosixPath(a["path"]).name for a in report["articles"]}
    side = {c["id"]: {"file": file[c["article"]], "start": c["start"], "end": c["end"]} for c in report["claims"]}
    out = []
    for finding in report["findings"]:
        if not is_reported(finding["level"]):
            continue
        origin = {"finding": finding["id"], "rule": finding["rule"], "reason": finding["reason"]}
        label = "arithmetic" if finding["family"] == "ARITHMETIC" else "contradiction"
        for one, two in combinations(finding["values"], 2):
            out += [{"label": label, "a": side[a], "b": side[b], **origin} for a in one["claims"] for b in two["claims"]]
    out += [{"label": "agreement", "a": side[r["a"]], "b": side[r["b"]]} for r in report["relations"] if r["kind"] == "agrees"]
    return out
