"""The probes of each family stay found, and their look-alikes unreported."""

from __future__ import annotations

import pytest
from probes import PROBES, measure_probes, read_floors


@pytest.mark.parametrize("family", sorted(read_floors()))
def test_a_family_of_probes_holds_its_floors(family: str) -> None:
    scores, floor = measure_probes(family), read_floors()[family]
    assert scores.found >= floor["found"], f"{scores.found} of {scores.conflicts} conflicts found"
    assert scores.false <= floor["reported"], f"{scores.false} of {scores.looks} look-alikes reported"


def test_every_family_of_probes_has_floors() -> None:
    assert set(read_floors()) == {path.stem for path in PROBES.glob("*.yml")} - {"floors"}
