"""The words of steps.yml: shipped whole, and a bad file is refused with its place."""

from __future__ import annotations

import re

import pytest

from factcheck.claims.stepwords import load_step_words, read_step_words
from factcheck.datafile import parse_data
from factcheck.errors import ConfigError


def test_types_that_may_be_told_of_one_step() -> None:
    words = load_step_words()
    assert words.may_be_one("evacuate", "depart")
    assert words.may_be_one("depart", "evacuate")
    assert words.may_be_one("fire", "fire")
    assert not words.may_be_one("sign", "die")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fixed: [目前]\nfixes: [日前]\n", r"steps.yml:2.*|unknown list"),
        ("fixed: 目前\n", r"list of words"),
        ("accidents: [fire, tea]\n", r"unknown event type 'tea'"),
        ("near:\n  - [fire, leak]\n  - [tea, leak]\n", r"unknown event type 'tea'"),
        ("fixed: [目前]\n", r"missing lists"),
    ],
)
def test_a_bad_file_is_refused(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_step_words(parse_data(text, name="steps.yml"))
    assert re.search(said, str(raised.value))
    assert "steps.yml" in (raised.value.where or "")
