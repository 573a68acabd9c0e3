"""Every key of a rule file does what its documentation says: with it the outcome is another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rules_by_hand import MESSAGE, claim, conflict, day, figure, make_rules

from factcheck.model import SHOWN, Claim, ConflictSet, Family, Hedge, Kind, Level, Quantity, Reason, Scope, Stance, ValueGroup
from factcheck.report.manual import describe_keys, explain_key, render_manual
from factcheck.report.messages import load_messages, read_catalogue
from factcheck.rules import load_rules
from factcheck.rules.checking import rule_schema

A, B = claim("甲", figure(100)), claim("乙", figure(110))
ABOUT = claim("甲", figure(100, hedge=Hedge.ABOUT))
EARLY, LATE = claim("甲", figure(100), as_of=day("2024-05-01")), claim("乙", figure(110), as_of=day("2024-05-20"))
DATE_A, DATE_B = (claim(name, day(text), family=Family.DATE) for name, text in (("甲", "2024-05-01"), ("乙", "2024-05-03")))
HEAD = claim("甲", figure(100), headline=True)
BODY = claim("丙", figure(110), article="甲", outlet="甲报")
SAID, QUOTED = claim("甲", figure(100), speaker="王部长"), claim("乙", figure(110), speaker="王部长")
OTHER = claim("乙", figure(110), speaker="李局长")
KM, METRES = (
    claim("甲", figure(3, unit="km", factor="1000", dimension="length")),
    claim("乙", figure(2900, unit="m", factor="1", dimension="length")),
)
# (key of align, a claim that says it, one that says another, one that leaves it out)
SCOPES = [
    ("subject", A, claim("乙", figure(110), subject="沙岭县", subject_text="沙岭县"), claim("乙", figure(110), subject_text="")),
    ("place", claim("甲", figure(100), place="北岭"), claim("乙", figure(110), place="南屿"), B),
    ("event", claim("甲", figure(100), scope=Scope(event="山火")), claim("乙", figure(110), scope=Scope(event="地震")), B),
    (
        "period",
        claim("甲", figure(100), scope=Scope(period=day("2024-05-01"))),
        claim("乙", figure(110), scope=Scope(period=day("2024-05-02"))),
        B,
    ),
]
OPEN = claim("乙", Quantity(figure(110).low, None, Hedge.OVER, "person", "count"))

# (key, what the rule says, claims, conflict set options, whether the rule reports)
CASES: list[tuple[str, dict[str, Any], tuple[Claim, ...], dict[str, Any], bool]] = [
    ("select", {}, (A, B), {}, True),
    ("select.families", {"select": {"families": ["COUNT"]}}, (A, B), {}, True),
    ("select.families", {"select": {"families": ["MONEY"]}}, (A, B), {}, False),
    ("select.attributes", {"select": {"attributes": ["jobs.layoffs"]}}, (A, B), {}, True),
    ("select.attributes", {"select": {"attributes": ["jobs.*"]}}, (A, B), {}, True),
    ("select.attributes", {"select": {"attributes": ["jobs.lay.*", "jobs"]}}, (A, B), {}, False),
    ("select.subjects", {"select": {"subjects": ["青河"]}}, (A, B), {}, True),
    ("select.subjects", {"select": {"subjects": ["沙岭"]}}, (A, B), {}, False),
    ("select.words", {"select": {"words": ["裁员"]}}, (A, B), {}, True),
    ("select.words", {"select": {"words": ["受伤"]}}, (A, B), {}, False),
    ("select.units", {"select": {"units": ["person"]}}, (A, B), {}, True),
    ("select.units", {"select": {"units": ["km"]}}, (KM, METRES), {}, False),
    (
        "select.places",
        {"select": {"places": ["北岭"]}},
        (claim("甲", figure(1), place="北岭"), claim("乙", figure(2), place="北岭")),
        {},
        True,
    ),
    ("select.places", {"select": {"places": ["北岭"]}}, (claim("甲", figure(1), place="北岭"), B), {}, False),
    ("select.outlets", {"select": {"outlets": ["甲报"]}}, (A, B), {}, True),
    ("select.outlets", {"select": {"outlets": ["丁报"]}}, (A, B), {}, False),
    ("select.stances", {"select": {"stances": ["asserts"]}}, (A, B), {}, True),
    ("select.stances", {"select": {"stances": ["asserts"]}}, (A, claim("乙", figure(110), stance=Stance.DENIES)), {}, False),
    ("select.time", {"select": {"time": ["stock"]}}, (A, B), {}, True),
    ("select.time", {"select": {"time": ["cumulative"]}}, (A, B), {}, False),
    ("select.kinds", {}, (A, B), {"kind": Kind.DISPUTES}, False),
    ("select.kinds", {"select": {"kinds": ["disputes"]}}, (A, B), {"kind": Kind.DISPUTES}, True),
    ("select.reasons", {"select": {"reasons": ["falling_total"]}}, (A, B), {}, False),
    ("select.reasons", {"select": {"reasons": ["falling_total"]}}, (A, B), {"reason": Reason.FALLING_TOTAL}, True),
    ("select.headline", {"select": {"headline": True}}, (A, B), {}, False),
    ("select.headline", {"select": {"headline": True}}, (HEAD, B), {}, True),
    ("select.headline", {"select": {"headline": False}}, (HEAD, B), {}, False),
    ("align.articles", {"align": {"articles": "same"}}, (A, B), {}, False),
    ("align.articles", {"align": {"articles": "same"}}, (A, BODY), {}, True),
    ("align.articles", {"align": {"articles": "different"}}, (A, BODY), {}, False),
    ("align.outlet", {"align": {"outlet": "different"}}, (A, B), {}, True),
    ("align.outlet", {"align": {"outlet": "different"}}, (A, BODY), {}, False),
    ("align.speaker", {"align": {"speaker": "same"}}, (SAID, QUOTED), {}, True),
    ("align.speaker", {"align": {"speaker": "same"}}, (SAID, OTHER), {}, False),
    ("align.speaker", {"align": {"speaker": "same"}}, (A, B), {}, False),
    ("align.place", {"align": {"place": "same"}}, (claim("甲", figure(1), place="北岭"), B), {}, False),
    ("align.place", {"align": {"place": "compatible"}}, (claim("甲", figure(1), place="北岭"), B), {}, True),
    (
        "align.place",
        {"align": {"place": "compatible"}},
        (claim("甲", figure(1), place="北岭"), claim("乙", figure(2), place="南屿")),
        {},
        False,
    ),
    *(
        (f"align.{part}", {"align": {part: way}}, sides, {}, way == "any" or reported or (way == "compatible" and unsaid))
        for part, own, other, left_out in SCOPES
        for sides, reported, unsaid in (
            ((own, replace(own, id="乙", article="乙")), True, False),
            ((own, other), False, False),
            ((own, left_out), False, True),
        )
        for way in ("any", "compatible", "same")
    ),
    ("align.min_origins", {"align": {"min_origins": 2}}, (A, B), {}, True),
    ("align.min_origins", {"align": {"min_origins": 2}}, (A, B), {"origins": (("甲", "乙"),)}, False),
    ("align.min_origins", {"align": {"min_origins": 3}}, (A, B), {}, False),
    (
        "align.outlet",
        {"align": {"outlet": "same"}},
        (claim("甲", figure(1), outlet="海潮日報"), claim("乙", figure(2), outlet="海潮日报")),
        {},
        True,
    ),
    ("align.outlet", {"align": {"outlet": "same"}}, (claim("甲", figure(1), outlet=""), claim("乙", figure(2), outlet="")), {}, False),
    ("align.min_outlets", {"align": {"min_outlets": 2}}, (claim("甲", figure(1), outlet=""), claim("乙", figure(2), outlet="")), {}, True),
    ("select.words", {"select": {"words": ["遇難"]}}, (claim("甲", figure(1), quote="1人遇难"), B), {}, True),
    ("select.words", {"select": {"words": ["遇难"]}}, (claim("甲", figure(1), quote="1人遇難"), B), {}, True),
    ("select.subjects", {"select": {"subjects": ["雲麓"]}}, (claim("甲", figure(1), subject_text="云麓医院"), B), {}, True),
    ("align.window_days", {"align": {"window_days": 30}}, (EARLY, LATE), {}, True),
    ("align.window_days", {"align": {"window_days": 7}}, (EARLY, LATE), {}, False),
    ("align.window_days", {"align": {"window_days": 7}}, (EARLY, B), {}, True),
    ("align.min_outlets", {"align": {"min_outlets": 2}}, (A, B), {}, True),
    ("align.min_outlets", {"align": {"min_outlets": 2}}, (A, BODY), {}, False),
    ("align.min_articles", {"align": {"min_articles": 2}}, (A, BODY), {}, False),
    ("align.min_articles", {"align": {"min_articles": 2}}, (A, B), {}, True),
    ("align.max_articles", {"align": {"max_articles": 1}}, (A, B), {}, False),
    ("align.max_articles", {"align": {"max_articles": 1}}, (A, BODY), {}, True),
    ("align.min_claims", {"align": {"min_claims": 3}}, (A, B), {}, False),
    ("align.min_claims", {"align": {"min_claims": 3}}, (A, B, claim("丙", figure(150))), {}, True),
    ("compare.tolerance.relative", {"compare": {"tolerance": {"relative": 0.05}}}, (A, B), {}, True),
    ("compare.tolerance.relative", {"compare": {"tolerance": {"relative": 0.1}}}, (A, B), {}, False),
    ("compare.tolerance.relative", {"compare": {"tolerance": {"relative": 0.05}}}, (KM, METRES), {}, False),
    ("compare.tolerance.relative", {"compare": {"tolerance": {"relative": 0.03}}}, (KM, METRES), {}, True),
    ("compare.tolerance.absolute", {"compare": {"tolerance": {"absolute": 9}}}, (A, B), {}, True),
    ("compare.tolerance.absolute", {"compare": {"tolerance": {"absolute": 10}}}, (A, B), {}, False),
    ("compare.tolerance.days", {"compare": {"tolerance": {"days": 1}}}, (DATE_A, DATE_B), {}, True),
    ("compare.tolerance.days", {"compare": {"tolerance": {"days": 2}}}, (DATE_A, DATE_B), {}, False),
    ("compare.hedges", {"compare": {"hedges": {"about": 0.05}}}, (ABOUT, B), {}, True),
    ("compare.hedges", {"compare": {"hedges": {"about": 0.1}}}, (ABOUT, B), {}, False),
    ("compare.hedges", {"compare": {"hedges": {"about": 0.1}}}, (A, B), {}, True),
    ("compare.rounding", {"compare": {"rounding": 1}}, (A, B), {}, True),
    ("compare.rounding", {"compare": {"rounding": 1}}, (claim("甲", figure(100, step=10)), B), {}, False),
    ("compare.direction", {"compare": {"direction": "rising"}}, (EARLY, LATE), {}, True),
    ("compare.direction", {"compare": {"direction": "falling"}}, (EARLY, LATE), {}, False),
    ("compare.direction", {"compare": {"direction": "falling"}}, (A, B), {}, True),
    ("compare.update_limit", {}, (EARLY, LATE), {"kind": Kind.UPDATES, "reason": Reason.UPDATE_OVER_TIME}, False),
    (
        "compare.update_limit",
        {"compare": {"update_limit": 1.05}},
        (EARLY, LATE),
        {"kind": Kind.UPDATES, "reason": Reason.UPDATE_OVER_TIME},
        True,
    ),
    (
        "compare.update_limit",
        {"compare": {"update_limit": 3}},
        (EARLY, LATE),
        {"kind": Kind.UPDATES, "reason": Reason.UPDATE_OVER_TIME},
        False,
    ),
    ("compare.tolerance.absolute", {"compare": {"tolerance": {"absolute": 9}}}, (A, OPEN), {}, True),
]


def findings_of(rules: Any, found: ConflictSet, members: tuple[Claim, ...], lang: str = "zh") -> list[Any]:
    return list(rules.apply([found], {member.id: member for member in members}, {}, lang=lang))


@pytest.mark.parametrize(("key", "parts", "members", "options", "reported"), CASES, ids=[f"{case[0]}-{n}" for n, case in enumerate(CASES)])
def test_key(key: str, parts: dict[str, Any], members: tuple[Claim, ...], options: dict[str, Any], reported: bool, tmp_path: Path) -> None:
    rules = make_rules(tmp_path, **parts)
    assert bool(findings_of(rules, conflict(*members, **options), members)) is reported


def schema_keys() -> set[str]:
    keys = set()
    for name, part in rule_schema()["properties"].items():
        inner = part.get("properties", {})
        keys |= {f"{name}.{key}" for key in inner} or {name}
    keys.discard("compare.tolerance")
    return keys | {f"compare.tolerance.{key}" for key in ("relative", "absolute", "days")}


def test_every_key_is_tried_and_documented() -> None:
    tried = {case[0] for case in CASES}
    keys = schema_keys()
    assert {key for key in keys if key.split(".")[0] in ("select", "align", "compare")} <= tried
    assert all(explain_key(key, lang) for key in keys for lang in ("zh", "en"))
    assert all(key in describe_keys("en") for key in keys)


@pytest.mark.parametrize("level", ["error", "warning", "info"])
def test_level(level: str, tmp_path: Path) -> None:
    assert findings_of(make_rules(tmp_path, level=level), conflict(A, B), (A, B))[0].level == Level(level)


def test_message_and_advice(tmp_path: Path) -> None:
    template = "{% for v in values %}{{ v.label }}{% if not loop.last %} / {% endif %}{% endfor %}，{{ outlets | join('、') }}"
    rules = make_rules(
        tmp_path,
        report={"message": {"zh": template, "en": "{{ articles }} articles"}, "advice": {"zh": "查{{ attribute }}", "en": "look up"}},
    )
    chinese = findings_of(rules, conflict(A, B), (A, B))[0]
    english = findings_of(rules, conflict(A, B), (A, B), "en")[0]
    assert (chinese.message, chinese.advice) == ("值甲 / 值乙，甲报、乙报", "查裁员人数")
    assert (english.message, english.advice) == ("2 articles", "Look up")


SIDES = (
    claim("甲", figure(100), speaker="北岭军方"),
    claim("乙", figure(100), speaker="卡伦军方"),
    claim("丙", figure(110), speaker="北岭军方"),
    claim("丁", figure(110)),
)


@pytest.mark.parametrize(
    ("group", "chinese", "english"),
    [
        ("value", "100（甲报、乙报）；110（丙报、丁报）", "100 (甲报, 乙报); 110 (丙报, 丁报)"),
        ("outlet", "甲报：100；乙报：100；丙报：110；丁报：110", "甲报: 100; 乙报: 100; 丙报: 110; 丁报: 110"),
        (
            "speaker",
            "北岭军方：100（甲报）；北岭军方：110（丙报）；卡伦军方：100（乙报）；丁报：110",
            "北岭军方: 100 (甲报); 北岭军方: 110 (丙报); 卡伦军方: 100 (乙报); 丁报: 110",
        ),
    ],
)
def test_group_is_how_the_message_lists_the_sides(group: str, chinese: str, english: str, tmp_path: Path) -> None:
    rules = make_rules(tmp_path, report={"message": MESSAGE, "group": group})
    told = conflict(*SIDES)
    groups = (ValueGroup("100", ("甲", "乙"), 2), ValueGroup("110", ("丙", "丁"), 2))
    (finding,) = findings_of(rules, replace(told, groups=groups), SIDES)
    assert [words for _, words, _ in finding.translations] == [chinese, english]
    assert finding.values == groups


def test_show_leaves_information_out_of_places_and_nothing_else(tmp_path: Path) -> None:
    (finding,) = findings_of(make_rules(tmp_path, level="info", report={"message": MESSAGE, "show": ["sheets"]}), conflict(A, B), (A, B))
    assert [place for place in SHOWN if finding.shows_in(place)] == ["sheets"]
    raised = load_rules([tmp_path], shipped=False, overrides={"FC901": {"level": "warning"}})
    (finding,) = findings_of(raised, conflict(A, B), (A, B))
    assert all(finding.shows_in(place) for place in SHOWN)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_key_has_a_sentence_in_the_manual_page(lang: str, tmp_path: Path) -> None:
    """And nothing has one that is no key."""
    for number, case in enumerate(CASES):
        (rule,) = make_rules(tmp_path / str(number), **case[1]).rules
        conditions = render_manual(rule, lang).partition("## ")[2].partition("\n## ")[0]
        asked = [f"{part}.{key}" for part in ("select", "align", "compare") for key, way in case[1].get(part, {}).items() if way != "any"]
        assert all(f"\n    {key}" in conditions for key in asked)
    told = [key.removeprefix("manual.") for key in read_catalogue() if key.startswith("manual.") and key.count(".") > 1]
    keys = schema_keys()
    assert [key for key in told if key not in keys and key.rpartition(".")[0] not in {*keys, "time", "show"}] == []


def test_levels_are_called_what_reports_call_them() -> None:
    for lang in ("zh", "en"):
        messages = load_messages(lang)
        for rule in load_rules(previews=True).rules:
            assert messages.name(rule.level) in render_manual(rule, lang)


def test_values_within_the_tolerance_of_all_others_are_left_out(tmp_path: Path) -> None:
    near, far, other = claim("甲", figure(100)), claim("乙", figure(150)), claim("丙", figure(151))
    rules = make_rules(tmp_path, compare={"tolerance": {"absolute": 5}}, report={"message": MESSAGE})
    (finding,) = findings_of(rules, conflict(near, far, other), (near, far, other))
    assert [group.label for group in finding.values] == ["值甲", "值乙", "值丙"]
    late = claim("丙", figure(400), as_of=day("2023-01-01"))
    near, far = claim("甲", figure(100), as_of=day("2024-05-01")), claim("乙", figure(150), as_of=day("2024-05-02"))
    windowed = make_rules(tmp_path, align={"window_days": 7})
    (finding,) = findings_of(windowed, conflict(near, far, late), (near, far, late))
    assert [group.label for group in finding.values] == ["值甲", "值乙"]


def test_max_lowers_what_is_beyond(tmp_path: Path) -> None:
    sets, claims = [], {}
    for number in range(4):
        pair = (
            claim(f"{number}甲", figure(1), article="甲", subject=f"县{number}"),
            claim(f"{number}乙", figure(2), article="乙", subject=f"县{number}"),
        )
        sets.append(conflict(*pair, name=f"s{number}"))
        claims.update({member.id: member for member in pair})
    levels = [finding.level.value for finding in make_rules(tmp_path, max=2).apply(sets, claims, {})]
    assert levels == ["warning", "warning", "info", "info"]
    assert [finding.level.value for finding in make_rules(tmp_path).apply(sets, claims, {})] == ["warning"] * 4
