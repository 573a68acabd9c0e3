"""The probes of each family stay above their floors."""

from __future__ import annotations

import pytest
from probes import measure_probes, read_probe_floors


@pytest.mark.parametrize("family", sorted(read_probe_floors()))
def test_probes(family: str) -> None:
    found, _, false, _ = measure_probes(family)
    floor = read_probe_floors()[family]
    assert found >= floor["found"]
    assert false <= floor["reported"]
