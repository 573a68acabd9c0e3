"""Graphs, annotations and claim reviews: what other programs find in them is what the report says."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from io import BytesIO
from urllib.parse import unquote

import networkx
import pytest
from hostile import HOSTILE, spoil

from factcheck.report.graphs import render_gexf
from factcheck.report.linked import render_annotations, render_reviews
from factcheck.report.view import Report


def test_annotations_find_their_words_again(report: Report) -> None:
    page = json.loads(render_annotations(report))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    texts = {article.path: article.text for article in report.articles}
    assert len(page["items"]) == 5
    assert len({item["id"] for item in page["items"]}) == 5
    for item in page["items"]:
        position, words = item["target"]["selector"]
        text = texts[unquote(item["target"]["source"])]
        assert text[position["start"] : position["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in text
        assert {body["type"] for body in item["body"]} == {"TextualBody"}


def test_reviews_show_both_sides_and_rate_neither(report: Report) -> None:
    graph = json.loads(render_reviews(report))["@graph"]
    assert [review["itemReviewed"]["text"] for review in graph] == ["约38.6亿元", "四十五億元", "发生死亡事故（贺砚秋：否认）", "造成死亡"]
    for review in graph:
        assert review["@type"] == "ClaimReview"
        assert "ratingValue" not in review["reviewRating"]
        assert review["reviewRating"]["alternateName"]
    assert [place["url"] for place in graph[0]["itemReviewed"]["appearance"]] == ["desk/han.md", "desk/%E7%9F%AD%E8%AE%AF.txt"]
    assert graph[1]["itemReviewed"]["author"] == {"@type": "Thing", "name": "审计报告"}


def test_a_graph_holds_what_was_compared(report: Report) -> None:
    graph = networkx.read_gexf(BytesIO(render_gexf(report).encode()))
    assert set(graph.nodes) == {"c01", "c02", "c03", "c04", "c05"}
    assert graph.nodes["c03"]["label"] == "四十五億元"
    assert graph.nodes["c03"]["outlet"] == "海潮日報"
    assert {(a, b, data["kind"]) for a, b, data in graph.edges(data=True)} == {
        ("c01", "c05", "agrees"),
        ("c01", "c03", "contradicts"),
        ("c03", "c05", "contradicts"),
        ("c02", "c04", "disputes"),
    }
    assert "lastmodifieddate" not in render_gexf(report)


@pytest.mark.parametrize("text", [*HOSTILE, "\ufffe\uffff\x00"], ids=lambda text: repr(text[:16]))
def test_hostile_text_is_text(report: Report, text: str) -> None:
    spoiled = spoil(report, text)
    ET.fromstring(render_gexf(spoiled).encode("utf-8"))
    assert len(json.loads(render_annotations(spoiled))["items"]) == 5
    assert len(json.loads(render_reviews(spoiled))["@graph"]) == 4
