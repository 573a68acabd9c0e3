"""The probe sets hold their floors (probes/floors.yml)."""

from __future__ import annotations

import pytest
import yaml
from probes import PROBES, measure_probes, read_probes

FLOORS = yaml.safe_load((PROBES / "floors.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_a_probe_set_holds_its_floors(family: str) -> None:
    score = measure_probes(family)
    assert score.found >= FLOORS[family]["found"], score
    assert score.false <= FLOORS[family]["reported"], score


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_ids_are_unique_and_both_sorts_are_there(family: str) -> None:
    probes = read_probes(family)
    assert len({p["id"] for p in probes}) == len(probes)
    assert {p["conflict"] for p in probes} == {True, False}
