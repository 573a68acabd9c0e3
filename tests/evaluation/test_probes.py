"""The probes of every family with floors stay found, and no look-alike is reported."""

from __future__ import annotations

from pathlib import Path

import probes
import pytest
import yaml

FLOORS = yaml.safe_load((Path(__file__).parent / "probes" / "floors.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_probes_are_found_and_look_alikes_are_not_reported(family: str) -> None:
    totals = probes.measure_probes(family)
    assert totals.found >= FLOORS[family]["found"], totals
    assert totals.false <= FLOORS[family]["reported"], totals
    assert totals.looks > 0
