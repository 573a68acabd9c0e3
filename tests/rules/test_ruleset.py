"""Which rule a conflict set goes to, what a finding is called, and what the order of the input changes: nothing."""

from __future__ import annotations

import dataclasses
import random
from decimal import Decimal
from pathlib import Path

import pytest
from rules_by_hand import claim, conflict, day, figure, make_rules, write_rule

from factcheck.errors import RuleError
from factcheck.model import Family, Hedge, Kind, Name, Order, Polarity, Reason, Span
from factcheck.rules import load_rules
from factcheck.rules.fingerprint import fingerprint_conflict, normalise_value

A, B = claim("甲", figure(100)), claim("乙", figure(110))
CLAIMS = {"甲": A, "乙": B}


def reported_by(found: object, claims: dict[str, object] = CLAIMS) -> list[tuple[str, str]]:
    return [(finding.rule, finding.level.value) for finding in load_rules().apply([found], claims, {})]  # type: ignore[list-item, arg-type]


@pytest.mark.parametrize("family", [family for family in Family if family is not Family.ARITHMETIC])
def test_core_serves_every_family(family: Family) -> None:
    members = (claim("甲", figure(100), family=family, attribute="x"), claim("乙", figure(110), family=family, attribute="x"))
    (found,) = reported_by(conflict(*members), {member.id: member for member in members})
    assert found[1] == "warning"


def test_core_serves_arithmetic_and_its_headlines() -> None:
    members = (claim("甲", figure(100), family=Family.ARITHMETIC), claim("乙", figure(110), family=Family.ARITHMETIC, article="甲"))
    found = conflict(*members, reason=Reason.ARITHMETIC)
    assert reported_by(found, {m.id: m for m in members}) == [("FC501", "warning")]
    head = dataclasses.replace(members[0], headline=True)
    assert reported_by(found, {"甲": head, "乙": members[1]}) == [("FC502", "error")]


def test_one_speaker_with_two_values_is_an_error_and_a_denial_information() -> None:
    assert reported_by(conflict(A, B, reason=Reason.SAME_SPEAKER)) == [("FC421", "error")]
    assert reported_by(conflict(A, B, kind=Kind.DISPUTES, reason=Reason.SAME_SPEAKER)) == [("FC421", "error")]
    assert reported_by(conflict(A, B, kind=Kind.DISPUTES, reason=Reason.DENIED)) == [("FC411", "info")]


def test_agreement_and_update_are_no_findings() -> None:
    assert reported_by(conflict(A, B, kind=Kind.AGREES, reason=Reason.SAME_VALUE)) == []
    assert reported_by(conflict(A, B, kind=Kind.UPDATES, reason=Reason.UPDATE_OVER_TIME)) == []


def test_the_narrower_rule_is_asked_first_and_priority_before_that(tmp_path: Path) -> None:
    write_rule(tmp_path, "FC901", select={"families": ["COUNT"]})
    write_rule(tmp_path, "FC902", select={"attributes": ["jobs.layoffs"]})
    assert [f.rule for f in load_rules([tmp_path], shipped=False).apply([conflict(A, B)], CLAIMS, {})] == ["FC902"]
    write_rule(tmp_path, "FC901", select={"families": ["COUNT"]}, priority=1)
    assert [f.rule for f in load_rules([tmp_path], shipped=False).apply([conflict(A, B)], CLAIMS, {})] == ["FC901"]


def test_a_narrow_rule_that_tolerates_silences_the_wide_one_and_one_that_does_not_apply_does_not(tmp_path: Path) -> None:
    write_rule(tmp_path, "FC901", select={"attributes": ["jobs.layoffs"]}, compare={"tolerance": {"relative": 0.2}})
    assert load_rules([tmp_path]).apply([conflict(A, B)], CLAIMS, {}) == []
    write_rule(tmp_path, "FC901", select={"attributes": ["jobs.layoffs"]}, align={"min_claims": 3})
    assert [finding.rule for finding in load_rules([tmp_path]).apply([conflict(A, B)], CLAIMS, {})] == ["FC101"]


def test_an_overlay_changes_a_shipped_rule_and_a_derived_rule_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "FC101-strict.yml").write_text("id: FC101\nextends: FC101\nlevel: error\n", encoding="utf-8")
    changed = load_rules([tmp_path])
    assert len(changed) == len(load_rules())
    found = changed.find("FC101")
    assert found is not None
    assert (found.level.value, found.select.families) == ("error", frozenset({"COUNT"}))
    (tmp_path / "FC101-strict.yml").unlink()
    (tmp_path / "FC901-mine.yml").write_text("id: FC901\nextends: FC101\nselect: {attributes: [jobs.*]}\n", encoding="utf-8")
    derived = load_rules([tmp_path])
    assert len(derived) == len(load_rules()) + 1
    mine = derived.find("FC901")
    assert mine is not None
    assert (mine.select.families, mine.select.attributes) == (frozenset({"COUNT"}), frozenset({"jobs.*"}))
    assert mine.examples == ()


def test_two_folders_overlay_in_turn(tmp_path: Path) -> None:
    for name, level in (("a", "info"), ("b", "error")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "FC101-x.yml").write_text(f"id: FC101\nextends: FC101\nlevel: {level}\n", encoding="utf-8")
    found = load_rules([tmp_path / "a", tmp_path / "b"]).find("FC101")
    assert found is not None
    assert found.level.value == "error"


def test_select_ignore_preview_and_overrides(tmp_path: Path) -> None:
    every = {rule.id for rule in load_rules().rules}
    assert {rule.id for rule in load_rules(select=["FC1"]).rules} == {name for name in every if name.startswith("FC1")}
    assert {rule.id for rule in load_rules(ignore=["FC1", "FC401"]).rules} == {n for n in every if not n.startswith("FC1") and n != "FC401"}
    assert "FC101" in {rule.id for rule in load_rules(select=["FC101", "FC2"], ignore=["FC1"]).rules}
    assert {rule.pack for rule in load_rules(select=["core"]).rules} == {"core"}
    write_rule(tmp_path, "FC901", preview=True)
    assert load_rules([tmp_path]).find("FC901") is None
    assert load_rules([tmp_path], select=["FC9"]).find("FC901") is None
    assert load_rules([tmp_path], select=["FC901"]).find("FC901") is not None
    assert load_rules([tmp_path], previews=True).find("FC901") is not None
    changed = load_rules(overrides={"FC101": {"level": "info", "tolerance": 0.2}})
    assert [
        f.level.value for f in changed.apply([conflict(A, claim("乙", figure(200)))], {"甲": A, "乙": claim("乙", figure(200))}, {})
    ] == ["info"]
    assert changed.apply([conflict(A, B)], CLAIMS, {}) == []
    with pytest.raises(RuleError):
        load_rules(overrides={"FC101": {"tolerance": 2}})


def test_findings_do_not_depend_on_the_order_of_the_input() -> None:
    sets, claims = [], {}
    for number in range(6):
        pair = tuple(claim(f"{number}{name}", figure(size), subject=f"县{number % 3}") for name, size in (("甲", 1), ("乙", 2 + number)))
        sets.append(conflict(*pair, name=f"s{number}", reason=Reason.SAME_SPEAKER if number == 4 else Reason.VALUES_DISJOINT))
        claims.update({member.id: member for member in pair})
    rules = load_rules()
    first = rules.apply(sets, claims, {})
    assert [finding.rule for finding in first] == ["FC421"] + ["FC101"] * 5
    shuffled = sets[:]
    random.Random(7).shuffle(shuffled)
    assert rules.apply(shuffled, dict(reversed(claims.items())), {}) == first
    assert len({finding.id for finding in first}) == 6


def test_twins_have_one_fingerprint_and_two_ids() -> None:
    found = load_rules().apply([conflict(A, B, name="s1"), conflict(A, B, name="s2")], CLAIMS, {})
    assert found[0].fingerprint == found[1].fingerprint
    assert (found[0].id, found[1].id) == (found[0].id, f"{found[0].id}-2")


def test_a_fingerprint_holds_neither_place_nor_wording_nor_count() -> None:
    base = fingerprint_conflict("FC101", "青河县", "jobs.layoffs", "", [A, B])
    assert base.startswith("v1:")
    assert len(base) == 3 + 64
    moved = dataclasses.replace(
        A,
        id="x",
        article="other/path.md",
        span=Span(5, 9),
        quote="另有说法",
        attribute_text="遇难者",
        value=figure(100, hedge=Hedge.ABOUT, step=10),
    )
    assert fingerprint_conflict("FC101", "青河县", "jobs.layoffs", "", [B, moved, A]) == base
    for other in (dataclasses.replace(A, outlet="丁报"), dataclasses.replace(A, value=figure(101))):
        assert fingerprint_conflict("FC101", "青河县", "jobs.layoffs", "", [other, B]) != base
    assert fingerprint_conflict("FC102", "青河县", "jobs.layoffs", "", [A, B]) != base
    assert fingerprint_conflict("FC101", "青河县", "jobs.layoffs", "fire", [A, B]) != base


def test_values_are_normalised() -> None:
    assert normalise_value(figure("1.5", unit="km", factor="1000", dimension="length")) == normalise_value(
        figure(1500, unit="m", factor="1", dimension="length")
    )
    assert normalise_value(figure(Decimal("1500.00").__str__())) == normalise_value(figure(1500))
    assert normalise_value(figure(5, unit="CNY", dimension="money")) != normalise_value(figure(5, unit="USD", dimension="money"))
    assert normalise_value(figure(0)) == "0..0 person"
    assert normalise_value(day("2024-05-01")) == "2024-05-01T00:00:00..2024-05-02T00:00:00"
    assert normalise_value(Name("衛德明", "卫德明")) == "卫德明"
    assert normalise_value(Polarity(True, "提供")) != normalise_value(Polarity(False, "提供"))
    assert normalise_value(Order("a", "b")) != normalise_value(Order("b", "a"))


def test_a_message_is_bounded_whatever_the_articles_hold(tmp_path: Path) -> None:
    long = claim(
        "甲",
        figure(100),
        outlet="报" * 5000,
        subject_text="县\n" * 5000,
        quote="{{ 7*7 }}" * 1000,
        attribute_text="数" * 5000,
        attribute="x",
    )
    other = claim("乙", figure(110), attribute="x")
    template = {"zh": "{{ subject }}{{ sides }}{% for v in values %}{{ v.quotes | join }}{% endfor %}" * 6, "en": "x"}
    rules = make_rules(tmp_path, report={"message": template})
    (finding,) = rules.apply([conflict(long, other)], {"甲": long, "乙": other}, {})
    assert len(finding.message) <= 2000
    assert "\n" not in finding.message
    assert "49" not in finding.message
