"""Decisions: which are in force, for what, and what they say of rules."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from kept_by_hand import claim, identify, seen

from factcheck.errors import ConfigError, FactcheckError
from factcheck.model import State
from factcheck.review.baseline import Baseline, Entry
from factcheck.review.decisions import (
    Decision,
    Verdict,
    add_decisions,
    count_by_rule,
    current_decisions,
    parse_import,
    read_decisions,
)
from factcheck.review.standing import judge_findings

A, B, C, D = claim("甲报", 3), claim("乙报", 5), claim("丙报", 5), claim("丁报", 7)
TODAY = date(2031, 3, 10)


def decide(verdict: Verdict, *members: object, day: int = 1, **changes: object) -> Decision:
    identity = identify(*(members or (A, B)))  # type: ignore[arg-type]
    note = "同一通稿" if verdict is Verdict.DISMISSED else ""
    fields = {"note": note, "reviewer": "贺砚秋", "made": date(2031, 3, day), "identity": identity, **changes}
    return Decision(identity.fingerprint, verdict, **fields)  # type: ignore[arg-type]


def state(decisions: list[Decision], *groups: list[object], known: tuple[object, ...] = (), today: date = TODAY) -> State:
    one = seen(*(groups or ([A], [B])))  # type: ignore[arg-type]
    members = [m for group in (groups or ([A], [B])) for m in group]
    baseline = Baseline(Path("b.jsonl"), {(e := Entry(identify(*known))).fingerprint: e}) if known else None  # type: ignore[arg-type]
    standing = judge_findings([one.finding], members, [], baseline=baseline, decisions=decisions, today=today)  # type: ignore[arg-type]
    return standing.findings[0].state


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.CONFIRMED, State.CONFIRMED),
        (Verdict.DISMISSED, State.DISMISSED),
        (Verdict.NEEDS_CHECK, State.NEW),
        (Verdict.CORRECTED, State.NEW),
    ],
)
def test_what_a_verdict_means(verdict: Verdict, expected: State) -> None:
    assert state([decide(verdict)]) is expected


def test_a_correction_that_did_not_take_is_new_though_the_baseline_knows_it() -> None:
    assert state([decide(Verdict.CORRECTED)], known=(A, B)) is State.NEW
    assert state([decide(Verdict.NEEDS_CHECK)], known=(A, B)) is State.KNOWN


def test_the_latest_decision_counts_and_a_withdrawn_one_does_not() -> None:
    first, second = decide(Verdict.CONFIRMED, day=1), decide(Verdict.DISMISSED, day=2)
    assert state([first, second]) is State.DISMISSED
    assert state([second, first]) is State.DISMISSED, "by date, not by place"
    assert state([decide(Verdict.CONFIRMED), decide(Verdict.DISMISSED)]) is State.DISMISSED, "within a day by place"
    assert state([first, decide(Verdict.WITHDRAWN, day=2)]) is State.NEW


def test_a_decision_counts_until_its_last_day() -> None:
    decided = [decide(Verdict.DISMISSED, until=TODAY)]
    assert state(decided) is State.DISMISSED
    assert state(decided, today=date(2031, 3, 11)) is State.NEW
    assert state(decided, today=date(2031, 3, 11), known=(A, B)) is State.KNOWN


def test_a_decision_holds_for_who_repeats_a_value_and_ends_with_a_new_value() -> None:
    decided = [decide(Verdict.DISMISSED)]
    assert state(decided, [A], [B, C]) is State.DISMISSED
    assert state(decided, [A], [B], [D]) is State.NEW
    assert state(decided, [A], [B], [D], known=(A, B)) is State.CHANGED


def test_what_is_there_itself_does_not_stand_in_for_another() -> None:
    first, second = seen([A], [B]), seen([A], [C])
    for kept, expected in ((first, [State.KNOWN, State.NEW]), (second, [State.NEW, State.KNOWN])):
        entry = Entry(kept.identity)
        baseline = Baseline(Path("b.jsonl"), {entry.fingerprint: entry})
        standing = judge_findings([first.finding, second.finding], [A, B, C], [], baseline=baseline, decisions=[], today=TODAY)
        assert [finding.state for finding in standing.findings] == expected
    decided = [decide(Verdict.DISMISSED)]
    standing = judge_findings([first.finding, second.finding], [A, B, C], [], baseline=None, decisions=decided, today=TODAY)
    assert [finding.state for finding in standing.findings] == [State.DISMISSED, State.NEW]


def test_a_decision_by_fingerprint_alone_holds_for_that_and_nothing_else() -> None:
    decided = [decide(Verdict.DISMISSED, identity=None)]
    assert state(decided) is State.DISMISSED
    assert state(decided, [A], [B, C]) is State.NEW


def test_the_file_only_grows(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    add_decisions(path, [decide(Verdict.CONFIRMED)])
    first = path.read_bytes()
    add_decisions(path, [decide(Verdict.DISMISSED, note="换行\n\x1b[31m")])
    assert path.read_bytes().startswith(first)
    assert b"\x1b" not in path.read_bytes()
    assert path.read_bytes().count(b"\n") == 2
    assert read_decisions(path) == (decide(Verdict.CONFIRMED), decide(Verdict.DISMISSED, note="换行\n\x1b[31m"))


def test_a_last_line_without_an_end_is_not_joined(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    add_decisions(path, [decide(Verdict.CONFIRMED)])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    add_decisions(path, [decide(Verdict.NEEDS_CHECK)])
    assert len(read_decisions(path)) == 2


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"verdict": "maybe"}, "confirmed, dismissed"),
        ({"verdict": "dismissed", "note": " "}, "only with a note"),
        ({"date": "tomorrow"}, '"date" is not a day'),
        ({"until": 7}, '"until" is not a text'),
        ({"fingerprint": "x"}, "no fingerprint"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_appended(tmp_path: Path, change: dict[str, object], says: str) -> None:
    path = tmp_path / "d.jsonl"
    good = decide(Verdict.CONFIRMED, identity=None).as_record()
    path.write_text(json.dumps(good) + "\n" + json.dumps({**good, **change}) + "\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(ConfigError, match=says) as caught:
        read_decisions(path)
    assert caught.value.where == f"{path}:2"
    with pytest.raises(ConfigError):
        add_decisions(path, [decide(Verdict.CONFIRMED)])
    assert path.read_bytes() == before


def test_no_file_is_no_decisions_unless_it_was_named(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none") == ()
    with pytest.raises(FactcheckError, match="no such file"):
        read_decisions(tmp_path / "none", needed=True)


ONE = seen([A], [B])
PRINT = ONE.identity.fingerprint


@pytest.mark.parametrize(
    "data",
    [
        json.dumps({"fingerprint": PRINT, "verdict": "dismissed", "note": "旧稿"}, ensure_ascii=False),
        json.dumps([{"finding": "F1", "verdict": "dismissed", "note": "旧稿"}], ensure_ascii=False),
        "id,verdict,note,seen by\nF1,dismissed,旧稿,all\n",
        f"\ufefffingerprint,verdict,note\r\n{PRINT},dismissed,旧稿\r\n",
    ],
)
def test_import_reads_json_lines_lists_and_csv(data: str) -> None:
    (made,) = parse_import(data.encode(), "in", {"F1": ONE, PRINT: ONE}, reviewer="贺砚秋", day=TODAY)
    assert made == Decision(PRINT, Verdict.DISMISSED, "旧稿", "贺砚秋", "", TODAY, None, ONE.identity)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("id,verdict\nF1,confirmed\nF2,confirmed\n", "in:3"),
        ("id,verdict\nF1,confirmed\nF1,nonsense\n", "in:3"),
        ("name,verdict\nF1,confirmed\n", "in:1"),
        ('{"finding": "F1", "verdict": "confirmed"}\n{"finding": "F1"\n', "in:2"),
    ],
)
def test_a_mistake_in_an_import_is_named(data: str, where: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_import(data.encode(), "in", {"F1": ONE})
    assert caught.value.where == where


def test_precision_of_a_rule() -> None:
    def about(number: int, verdict: Verdict, rule: str = "FC631", **changes: object) -> Decision:
        identity = identify(A, claim("乙报", number), rule=rule)
        return Decision(identity.fingerprint, verdict, "x", made=date(2031, 3, 1), identity=identity, **changes)  # type: ignore[arg-type]

    decided = [
        about(10, Verdict.CONFIRMED),
        about(11, Verdict.CORRECTED),
        about(12, Verdict.DISMISSED),
        about(13, Verdict.NEEDS_CHECK),
        about(14, Verdict.CONFIRMED),
        about(14, Verdict.DISMISSED, until=date(2031, 3, 2)),
        about(15, Verdict.CONFIRMED),
        about(15, Verdict.WITHDRAWN),
        about(10, Verdict.NEEDS_CHECK, "FC101"),
    ]
    first, second = count_by_rule(decided)
    assert (first.rule, first.precision) == ("FC101", None)
    assert (second.confirmed, second.corrected, second.dismissed, second.open, second.precision) == (1, 1, 2, 1, 0.5)


def test_nothing_in_force_is_nothing() -> None:
    assert current_decisions([], TODAY) == {}
