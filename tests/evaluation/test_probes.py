"""Probe pairs: what is found and what is falsely reported does not fall behind what was reached."""

from __future__ import annotations

import pytest
import yaml
from probes import PROBES, measure_probes, read_probes

FLOORS = yaml.safe_load((PROBES / "floors.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_probes_hold_their_floors(family: str) -> None:
    result = measure_probes(family)
    assert result.found >= FLOORS[family]["found"]
    assert result.false <= FLOORS[family]["reported"]
    ids = [probe["id"] for probe in read_probes(family)]
    assert len(ids) == len(set(ids))
