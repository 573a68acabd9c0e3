"""What a reader calls the things claims are keyed by."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.lexicon import load_event_words
from factcheck.claims.naming import name_event, name_office, name_subject
from factcheck.model import Claim, Family, Name, Span


def claim(subject: str, text: str) -> Claim:
    made = Claim("c", "a", "", Span(0, 1), Span(0, 1), "", Family.OFFICE, subject, "office|chairman", Name("某", "某"))
    return replace(made, subject_text=text)


@pytest.mark.parametrize(
    ("attribute", "chinese", "english"),
    [
        ("office|presiding_judge", "审判长", "presiding judge"),
        ("in_office|foreign_minister", "外长", "foreign minister"),
        ("office|某种职务", "某种职务", "某种职务"),
        ("rank|次", "", ""),
        ("sign", "", ""),
    ],
)
def test_offices(attribute: str, chinese: str, english: str) -> None:
    assert (name_office(attribute, "zh"), name_office(attribute, "en")) == (chinese, english)


def test_no_office_and_no_event_is_shown_by_its_key() -> None:
    words = load_event_words()
    for key in {*words.types.values(), *words.offices.values()}:
        assert "_" not in name_event(key, "en")
        assert not name_event(key, "zh").isascii()
        assert name_event(key, "zh") in {**words.types, **words.offices}


@pytest.mark.parametrize(
    ("key", "texts", "name"),
    [
        ("北洲", ["北洲", "北洲联邦"], "北洲联邦"),
        ("北洲国防部", ["北防部", "该部", ""], "北洲国防部"),
        ("哈桑", ["他", "哈桑", "阿米尔·哈桑", "哈桑先生说，此事"], "阿米尔·哈桑"),
        ("华能", ["这家华能公司"], "华能"),
        ("岚州港", [], "岚州港"),
        ("", ["岚州港", "岚州港务局"], "岚州港务局"),
    ],
)
def test_the_fullest_name_is_shown(key: str, texts: list[str], name: str) -> None:
    claims = [claim(key, text) for text in texts]
    assert name_subject(key, claims) == name
    assert name_subject(key, claims[::-1]) == name


@given(st.text("北洲联邦国防部该他", min_size=1, max_size=6), st.lists(st.text("北洲联邦国防部该他，", max_size=8), max_size=5))
def test_a_name_is_never_shorter_and_of_another_subject(key: str, texts: list[str]) -> None:
    told = name_subject(key, [*(claim(key, text) for text in texts), claim("别的主体", f"别的{key}主体名称很长")])
    assert len(told) >= len(key)
    assert told == key or told in texts
