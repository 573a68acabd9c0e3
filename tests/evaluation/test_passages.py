"""Passages about figures that should follow from each other (`passages.jsonl`): 120 by one author who knew nothing of the checker, half of
them with one figure that does not follow, half of them look-alikes. Each line: `text`, whether it is `wrong`, and the `stated` and
`operand` stretches where it is. At first, before anybody had read them, 26 of 60 were found and four of the others reported."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck.claims.extract import Extraction

FOUND = 54
"""Of 60; 55 are found."""

Extract = Callable[..., Extraction]


def passages() -> list[dict[str, Any]]:
    text = Path(__file__).with_name("passages.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_wrong_figures_are_found_and_look_alikes_stay_silent(extract: Extract) -> None:
    found, false = set(), set()
    for passage in passages():
        text = passage["text"]
        extraction = extract(text)
        claims = {c.id: c for c in extraction.claims}
        sides = [(text.find(s), text.find(s) + len(s)) for s in (passage["stated"], passage["operand"]) if s]
        for check in extraction.checks:
            spans = [claims[i].span for i in (check.stated, *check.operands)]
            hit = any(span.start < end and start < span.end for span in spans for start, end in sides)
            (found if hit else false).add(passage["id"])
    assert not false
    assert len(found) >= FOUND


def test_every_passage_quotes_itself() -> None:
    for passage in passages():
        assert all(s is None or s in passage["text"] for s in (passage["stated"], passage["operand"])), passage["id"]
        assert passage["wrong"] == (passage["stated"] is not None), passage["id"]
