"""Layouts: inside the box, in the order of time, apart from each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from report_by_hand import make_report

from factcheck.model import Kind, Period, Reason, Relation
from factcheck.report.html.figures import MOST_POINTS, WIDTH, lay_out_graph, lay_out_timeline, moment_of
from factcheck.report.html.matrix import count_outlets

DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(date.isoformat)


@given(st.lists(st.tuples(st.integers(0, 3), DAYS | st.just(""), st.booleans()), max_size=40))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_a_timeline_runs_from_left_to_right(given_points: list[tuple[int, str, bool]]) -> None:
    points = lay_out_timeline([(number, lane, (day, own)) for number, (lane, day, own) in enumerate(given_points)])
    assert len(points) <= MOST_POINTS
    if not points:
        return
    places = {str(day): int(x) for _, _, x, day, _ in points}
    ordered = [places[day] for day in sorted(places)]
    assert len(ordered) >= 2
    assert all(later - earlier >= 30 for earlier, later in pairwise(ordered))
    assert ordered[0] >= 0
    assert ordered[-1] <= WIDTH


def test_no_timeline_without_two_days() -> None:
    assert lay_out_timeline([]) == []
    assert lay_out_timeline([(0, 0, ("2031-03-06", False)), (1, 1, ("2031-03-06", True)), (2, 1, ("", False))]) == []


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_the_points_of_a_graph_lie_apart_in_the_box(sizes: list[int]) -> None:
    number = 0
    values = []
    for size in sizes:
        values.append(list(range(number, number + size)))
        number += size
    points = lay_out_graph(values)
    assert len(points) <= MOST_POINTS
    assert {v for _, v, *_ in points} == set(range(len(sizes))), "every value is drawn"
    assert all(values[v][i] == claim for claim, v, i, *_ in points)
    spots = {(x, y) for *_, x, y in points}
    assert len(spots) == len(points)
    assert all(0 < x < WIDTH and 0 < y < 320 for x, y in spots)


def test_when_a_claim_speaks_of() -> None:
    report = make_report()
    claim = next(c for c in report.claims if c.id == "c03")
    assert moment_of(claim, None) == ("2031-03-09", False), "a year that is not over ends with the day of publication"
    day = Period(datetime(2031, 3, 1), datetime(2031, 3, 2), "day")
    assert moment_of(replace(claim, as_of=day), None) == ("2031-03-01", True)
    open_end = Period(datetime(2031, 3, 1), None, "day")
    assert moment_of(replace(claim, as_of=open_end), None) == ("2031-03-01", True)
    nothing = replace(claim, as_of=None, published=None)
    assert moment_of(nothing, None) == ("", False)
    assert moment_of(nothing, report.articles[0]) == ("2031-03-09", False)
    latest = Period(datetime.max - timedelta(days=1), datetime.max, "day")
    assert moment_of(replace(claim, as_of=latest, published=None), None)[0].startswith("9999")


def test_outlets_agree_and_conflict() -> None:
    report = make_report()
    articles = {article.id: article for article in report.articles}
    relations = [r for r in report.relations if r.kind is not Kind.INCOMPARABLE]
    relations.append(Relation("c01", "c02", Kind.CONTRADICTS, Reason.VALUES_DISJOINT))  # within one article: not counted
    names, cells = count_outlets(relations, {c.id: c for c in report.claims}, articles)
    assert names == ["海潮日報", "澜州新闻网", "短讯.txt"]
    assert cells == [[0, 1, 0, 2, 0], [0, 2, 0, 1, 0], [1, 2, 1, 0, 0]]
