"""The spaCy components, in a blank Chinese pipeline."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import spacy
from spacy.tokens import Doc

import factcheck.mentions.components  # noqa: F401  (registers, as the entry point does once installed)

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
TEXT = "2024年10月27日，約1.5萬名士兵抵達，耗資至少3億美元。"


def test_both_components_mark_a_blank_pipeline() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("factcheck_quantities")
    nlp.add_pipe("factcheck_times", config={"reference": "2024-10-28"})
    doc = nlp(TEXT)
    figures = [span._.factcheck for span in doc.spans["factcheck_quantities"]]
    assert [(f["text"], f["kind"], f["low"], f["high"], f["unit"], f["hedge"]) for f in figures] == [
        ("約1.5萬名", "quantity", 15000, 15000, "person", "about"),
        ("至少3億美元", "money", 300000000, None, "USD", "at_least"),
    ]
    (date,) = doc.spans["factcheck_times"]
    assert (date.text, date.label_) == ("2024年10月27日", "date")
    assert date._.factcheck["low"].startswith("2024-10-27")


def test_spans_survive_serialisation() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("factcheck_quantities")
    doc = Doc(nlp.vocab).from_bytes(nlp("共有24艘舰艇").to_bytes())
    (span,) = doc.spans["factcheck_quantities"]
    assert span.text == "24艘"
    assert span._.factcheck["unit"] == "艘"


def test_the_entry_points_of_the_package_name_the_factories() -> None:
    entries = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["entry-points"]["spacy_factories"]
    assert sorted(entries) == ["factcheck_quantities", "factcheck_times"]
    for target in entries.values():
        module, _, attribute = target.partition(":")
        assert callable(getattr(importlib.import_module(module), attribute))
