"""The review in the terminal: keys, going back, undoing, going on another day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_by_hand import claim, seen

from factcheck.cli.reviewing import Item, Session
from factcheck.report.messages import load_messages
from factcheck.review.decisions import Verdict, current_decisions, read_decisions

TODAY = date(2031, 3, 10)


class Keys:
    """A reviewer who types `keys` and answers a request for a note with `notes`."""

    def __init__(self, keys: str, *notes: str) -> None:
        self.keys, self.notes = list(keys), list(notes)

    def read_key(self, prompt: str) -> str:
        return self.keys.pop(0) if self.keys else ""

    def read_note(self, prompt: str) -> str:
        return self.notes.pop(0)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return make_session(tmp_path)


def make_session(folder: Path) -> Session:
    items = [Item(seen([claim("甲报", n)], [claim("乙报", n + 1)]), lambda n=n: f"item {n}\n") for n in (10, 20, 30)]  # type: ignore[misc]
    return Session(items, folder / "d.jsonl", load_messages("en"), "贺砚秋", "desk", TODAY, date(2031, 6, 30))


def run(session: Session, keys: str, *notes: str) -> str:
    told: list[str] = []
    session.run(Keys(keys, *notes), told.append)  # type: ignore[arg-type]
    return "".join(told)


def verdicts(session: Session) -> list[str]:
    current = current_decisions(read_decisions(session.path), TODAY)
    return [current[name].verdict.value if (name := item.seen.identity.fingerprint) in current else "" for item in session.items]


def test_one_key_each(session: Session) -> None:
    told = run(session, "cdnq", "an old copy")
    assert verdicts(session) == ["confirmed", "dismissed", "needs-check"]
    assert [told.count(f"item {n}\n") for n in (10, 20, 30)] == [1, 1, 1]
    made = read_decisions(session.path)[1]
    assert (made.note, made.reviewer, made.stage, made.made, made.until) == ("an old copy", "贺砚秋", "desk", TODAY, date(2031, 6, 30))
    assert made.identity == session.items[1].seen.identity
    assert session.decided == 3


def test_every_decision_is_written_at_once(session: Session) -> None:
    class Dead(Exception):
        pass

    class Dies(Keys):
        def read_key(self, prompt: str) -> str:
            if not self.keys:
                raise Dead
            return super().read_key(prompt)

    with pytest.raises(Dead):
        session.run(Dies("cf"), lambda _: None)  # type: ignore[arg-type]
    assert verdicts(session) == ["confirmed", "corrected", ""]


def test_dismissing_needs_a_note(session: Session) -> None:
    told = run(session, "ddq", "", "a reason")
    assert "only with a note" in told
    assert verdicts(session) == ["dismissed", "", ""]


def test_next_and_back(session: Session) -> None:
    told = run(session, "s bcq")
    assert verdicts(session) == ["", "confirmed", ""]
    assert told.count("item 20\n") == 2
    run(session, "bbbfq")
    assert verdicts(session) == ["corrected", "confirmed", ""]


def test_undo_restores_what_was_in_force(session: Session) -> None:
    run(session, "cuq")
    assert verdicts(session) == ["", "", ""]
    assert [d.verdict for d in read_decisions(session.path)] == [Verdict.CONFIRMED, Verdict.WITHDRAWN]
    run(session, "cbfuq")
    assert verdicts(session) == ["confirmed", "", ""]
    assert session.decided == 1


def test_undo_after_the_last(session: Session) -> None:
    run(session, "cccuq")
    assert verdicts(session) == ["confirmed", "confirmed", ""]


def test_nothing_to_undo(session: Session) -> None:
    assert "nothing to undo" in run(session, "uq")
    assert not session.path.exists()


def test_an_unknown_key_tells_the_keys_and_decides_nothing(session: Session) -> None:
    told = run(session, "x?\x1b")
    assert told.count("u: undo") == 2
    assert not session.path.exists()


@pytest.mark.parametrize("ending", ["", "q", "\x03", "\x04"])
def test_a_review_ends_anywhere(session: Session, ending: str) -> None:
    run(session, "c" + ending)
    assert verdicts(session) == ["confirmed", "", ""]
