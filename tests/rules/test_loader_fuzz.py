"""Whatever stands in a rule file, the loader answers with rules or with a RuleError, never with a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.datafile import parse_data
from factcheck.errors import ConfigError, RuleError
from factcheck.rules import load_rules
from factcheck.rules.checking import rule_schema
from factcheck.rules.templates import check_template, render_template

ATTRIBUTES = sorted((Path(__file__).parent.parent.parent / "rules").glob("*/attributes.yml"), key=lambda path: path.stat().st_size)
SHIPPED = sorted((Path(__file__).parent.parent.parent / "rules" / "core").glob("FC*.yml"))
SCHEMA = rule_schema()
_KEYS = st.sampled_from(
    [
        *SCHEMA["properties"],
        *(key for part in ("select", "align", "compare", "report", "examples") for key in SCHEMA["properties"][part]["properties"]),
    ]
)
_LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=True),
    st.text(max_size=12),
    st.sampled_from(["FC901", "FC101", "error", "COUNT", "{{ sides }}", "{% for v in values %}", "{{ values }}", "any", "same", "zh"]),
)
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.one_of(_KEYS, st.text(max_size=4)), inner, max_size=5)),
    max_leaves=20,
)


def load_text(folder: Path, raw: bytes, name: str = "FC901-fuzz.yml") -> None:
    """Loads one file; anything but a RuleError that names it fails the test."""
    path = folder / name
    path.write_bytes(raw)
    told: tuple[str, ...] = ()
    try:
        load_rules([folder], shipped=False)
    except RuleError as error:
        told = error.problems
        assert told
    assert all(problem.startswith(str(path)) and "\n" not in problem for problem in told)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(tree=_TREES)
def test_any_tree(folder: Path, tree: Any) -> None:
    load_text(folder, yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "surrogatepass"))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    path=st.sampled_from(SHIPPED),
    at=st.integers(0, 5000),
    length=st.integers(0, 40),
    put=st.one_of(
        st.binary(max_size=12), st.sampled_from([b"&a ", b"*a", b"!!int ", b"\t", b": ", b"- ", b"{{", b"%}", b"'", b"\xef\xbb\xbf"])
    ),
)
def test_a_rule_with_a_hole(folder: Path, path: Path, at: int, length: int, put: bytes) -> None:
    raw = path.read_bytes()
    at %= len(raw)
    load_text(folder, raw[:at] + put + raw[at + length :])


_ENTRY = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["desk.beds", "desk.beds", "casualties.dead", "Desk", "desk.beds\n"]),
        "name": st.sampled_from([{"zh": "床位", "en": "beds"}, {"zh": "床位"}, "床位"]),
        "family": st.sampled_from(["COUNT", "MONEY", "COUNTS"]),
        "time": st.sampled_from(["stock", "flow", "stok"]),
        "words": st.sampled_from([["床位"], ["床位", "床位"], [], [""], ["\n"], "床位"]),
    },
    optional={
        "units": st.sampled_from([["张"], ["榻"], [""], [3]]),
        "near": st.sampled_from([["casualties.dead"], ["desk.none"]]),
        "populations": st.sampled_from([["\n"], ["床"]]),
        "scope": st.sampled_from([{"accumulation": "cumulative"}, {"accumulation": 3}]),
        "side": st.sampled_from(["before", "left"]),
    },
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(entries=st.lists(st.one_of(_ENTRY, _TREES), max_size=3), inline=st.booleans())
def test_any_lexicon(tmp_path_factory: pytest.TempPathFactory, entries: list[Any], inline: bool) -> None:
    rule = {
        "id": "FC901",
        "name": {"zh": "甲", "en": "a"},
        "level": "info",
        "report": {"message": {"zh": "{{ sides }}", "en": "{{ sides }}"}},
    }
    data, name = ({**rule, "attributes": entries}, "FC901-x.yml") if inline else (entries, "attributes.yml")
    raw = yaml.safe_dump(data, allow_unicode=True).encode("utf-8", "surrogatepass")
    load_text(tmp_path_factory.mktemp("l"), raw, name)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    at=st.integers(0, 5000), length=st.integers(0, 40), put=st.sampled_from([b"", b"&a ", b"\t", b": ", b"- ", b"'", b"\xff", b"[[", b"{"])
)
def test_a_lexicon_with_a_hole(tmp_path_factory: pytest.TempPathFactory, at: int, length: int, put: bytes) -> None:
    raw = ATTRIBUTES[0].read_bytes()
    at %= len(raw)
    load_text(tmp_path_factory.mktemp("h"), raw[:at] + put + raw[at + length :], "attributes.yml")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=st.text(alphabet="ab:-[]{}&*!|>'\"%#,? \n\t0.", max_size=40))
def test_any_text_is_data_or_refused(text: str) -> None:
    refused = ""
    try:
        found = parse_data(text, name="x.yml")
        assert found.position(()).line >= 1
    except ConfigError as error:
        refused = str(error)
    assert not refused or refused.startswith("x.yml:")


_VIEW = {
    "subject": "甲",
    "attribute": "乙",
    "family": "COUNT",
    "event": "",
    "kind": "contradicts",
    "reason": "values_disjoint",
    "sides": "1（甲报）",
    "speaker": "",
    "outlets": ["甲报"],
    "articles": 2,
    "values": [
        {"label": "1", "outlets": ["甲报"], "speakers": [], "quotes": ["一"], "dates": [], "articles": 1, "origins": 1},
        {"label": "2", "outlets": ["乙报"], "speakers": [], "quotes": ["二"], "dates": [], "articles": 1, "origins": 1},
    ],
}
_PIECES = st.lists(
    st.sampled_from(
        [
            "{{ sides }}",
            "{{ values }}",
            "{{ values[0].label }}",
            "{{ values[1]['label'] }}",
            "{% for v in values %}",
            "{% endfor %}",
            "{{ v.label }}",
            "{{ v.outlets | join('、') }}",
            "{{ loop.index }}",
            "{% if subject %}",
            "{% else %}",
            "{% endif %}",
            "{{ subject | upper }}",
            "{{ 10 ** 10 }}",
            "{{ 'a' * 9 }}",
            "{{ subject ~ event }}",
            "{{ outlets | first }}",
            "{{ values | length }}",
            "{{ cycler() }}",
            "{{ self }}",
            "{% set a = 1 %}",
            "{{ subject[0] }}",
            "{{ values | last }}",
            "{{ (values | last).label }}",
            "{% for o in outlets %}",
            "{{ o }}",
            "{{ outlets[3] }}",
            "{{ 'x' if subject else 'y' }}",
            "{{ articles > 1 }}",
            "{# #}",
            "{{ subject.upper() }}",
            "{{ lipsum }}",
            "文字",
            "{% raw %}",
            "{% endraw %}",
        ]
    ),
    max_size=8,
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(pieces=_PIECES)
def test_a_template_that_passes_can_be_rendered(pieces: list[str]) -> None:
    text = "".join(pieces)
    if check_template(text) is None:
        assert len(render_template(text, _VIEW)) <= 2000
