"""Names of one body, which newsrooms shorten in their own ways."""

from __future__ import annotations

import pytest

from factcheck.alignment.linking import Linker, link_entities
from factcheck.mentions.types import EntityMention


def link(*names: str) -> Linker:
    """Bodies that one article names each once."""
    return link_entities({"a": [EntityMention(10 * n, 10 * n + len(name), name, "ORG", name) for n, name in enumerate(names)]})


@pytest.mark.parametrize(
    "names",
    [
        ("中国柘溪理工大学", "柘溪理工大学"),
        ("柘溪理工大学", "柘溪理工"),
        ("中国柘溪理工大学", "柘溪理工大学", "柘溪理工"),
        ("中国柘溪理工大学", "中国柘溪理工", "柘溪理工大学", "柘溪理工"),
        ("日本三枝重工", "三枝重工"),
        ("柘溪联队俱乐部", "柘溪联队"),
    ],
)
def test_a_body_without_its_state_or_its_sort_is_one(names: tuple[str, ...]) -> None:
    for given in (names, names[::-1]):
        linker = link(*given)
        assert len({linker.key(name) for name in given}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("日本三枝重工", "韩国三枝重工"),
        ("美国红十字会", "红十字会"),  # every state has one
        ("柘溪理工大学", "柘溪师范大学"),
        ("柘溪理工大学", "柘溪理工学院", "柘溪理工"),  # which of the two?
        ("柘溪理工", "柘溪理工大学医院"),
    ],
)
def test_two_bodies_stay_two(names: tuple[str, ...]) -> None:
    linker = link(*names)
    assert len({linker.key(name) for name in names}) == len(names)


def test_where_two_states_have_one_the_bare_name_is_neither() -> None:
    linker = link("日本三枝重工", "韩国三枝重工", "三枝重工")
    assert len({linker.key(name) for name in ("日本三枝重工", "韩国三枝重工", "三枝重工")}) == 3
