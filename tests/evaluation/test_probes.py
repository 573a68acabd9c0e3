"""The probes (short passages written blind, by family of facts) stay at what probes/floors.yml pins."""

from __future__ import annotations

import pytest
import yaml
from probes import PROBES, measure_probes, read_probes

FLOORS = yaml.safe_load((PROBES / "floors.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_probes_stay_at_their_floor(family: str) -> None:
    scores = measure_probes(family)
    assert scores.found >= FLOORS[family]["found"], scores
    assert scores.false <= FLOORS[family]["reported"], scores


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_probes_have_conflicts_and_look_alikes_under_ids_of_their_own(family: str) -> None:
    probes = read_probes(family)
    assert len({p["id"] for p in probes}) == len(probes)
    assert {p["conflict"] for p in probes} == {True, False}
