"""A review in the terminal: findings one after the other, one key each. Every decision is written at once, so that a review can end
anywhere and go on where it ended."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.review.decisions import Decision, Verdict, add_decisions

if TYPE_CHECKING:
    from factcheck.report.messages import Messages
    from factcheck.review.identity import Seen

__all__ = ["KEYS", "Item", "Keyboard", "Lines", "Session", "open_input"]

#: What a key decides. Others: s, space or Enter next, b back, u undo, q quit, ? help.
KEYS = {"c": Verdict.CONFIRMED, "d": Verdict.DISMISSED, "n": Verdict.NEEDS_CHECK, "f": Verdict.CORRECTED}
NEXT = ("s", " ", "\r", "\n")
ENDING = ("q", "", "\x03", "\x04", "\x1b")  # the end of input, control-C, control-D, Escape

_NAMES = {
    Verdict.CONFIRMED: "decision.confirmed",
    Verdict.DISMISSED: "decision.dismissed",
    Verdict.NEEDS_CHECK: "decision.needs-check",
    Verdict.CORRECTED: "decision.corrected",
}


class Keyboard:
    """Single keys of a terminal; lines for notes."""

    def read_key(self, prompt: str) -> str:
        """The next key, "" at the end of input."""
        click.echo(prompt, nl=False)
        try:
            key = click.getchar()
        except EOFError:
            return ""
        click.echo(key if key.isprintable() else "")
        return key

    def read_note(self, prompt: str) -> str:
        """A line, without white space at its ends."""
        try:
            answer: str = click.prompt(prompt, default="", show_default=False, prompt_suffix=" ")
        except click.Abort:
            return ""
        return answer.strip()


class Lines:
    """Keys from a pipe or a file, one a line; the note may stand behind its key (`d an old copy`) or on the next line."""

    def __init__(self) -> None:
        self._note: str | None = None

    def read_key(self, prompt: str) -> str:
        """The first character of the next line, "" at the end of input."""
        click.echo(prompt, nl=False)
        line = sys.stdin.readline()
        if not line:
            return ""
        self._note = line[1:].strip() or None
        click.echo(line[:1].strip())
        return line[0]

    def read_note(self, prompt: str) -> str:
        """What stood behind the key, else the next line."""
        note, self._note = self._note, None
        return note if note is not None else sys.stdin.readline().strip()


def open_input() -> Keyboard | Lines:
    """The terminal, or standard input where that is none."""
    return Keyboard() if sys.stdin.isatty() else Lines()


@dataclass(slots=True)
class Item:
    """A finding to decide about: how it is shown, and the decision in force."""

    seen: Seen
    render: Callable[[], str]
    decision: Decision | None = None


@dataclass(slots=True)
class Session:
    """Goes through `items`; `reviewer`, `stage`, `today` and `until` go into every decision, `path` is where they are written."""

    items: Sequence[Item]
    path: Path
    messages: Messages
    reviewer: str = ""
    stage: str = ""
    today: date | None = None
    until: date | None = None
    decided: int = 0
    _done: list[tuple[int, Decision | None]] = field(default_factory=list)

    def run(self, source: Keyboard | Lines, show: Callable[[str], object]) -> int:
        """Ask until the reviewer leaves; how many decisions were made (undone ones not counted)."""
        position, shown = 0, -1
        while True:
            at_end = position == len(self.items)
            if shown != position and not at_end:
                self._show_item(position, show)
            shown = position
            key = source.read_key(self.messages("review.end" if at_end else "review.prompt") + " ").lower()
            if key in ENDING or (at_end and key in NEXT):
                return self.decided
            if key == "b":
                position = max(0, position - 1)
            elif key == "u":
                position, shown = self._undo(position, show), -1
            elif key in NEXT:
                position += 1
            elif key in KEYS and not at_end:
                position += self._decide(position, KEYS[key], source, show)
            else:
                show(self.messages("review.help") + "\n")

    def _show_item(self, position: int, show: Callable[[str], object]) -> None:
        item = self.items[position]
        show(f"\n[{position + 1}/{len(self.items)}]\n{item.render()}")
        if item.decision is not None:
            show(self._tell(item.decision) + "\n")

    def _decide(self, position: int, verdict: Verdict, source: Keyboard | Lines, show: Callable[[str], object]) -> int:
        """Write a decision; how far to go on (0 when it was not made)."""
        note = source.read_note(self.messages("review.note")) if verdict is Verdict.DISMISSED else ""
        if verdict is Verdict.DISMISSED and not note:
            show(self.messages("review.note_needed") + "\n")
            return 0
        item = self.items[position]
        identity = item.seen.identity
        made = Decision(identity.fingerprint, verdict, note, self.reviewer, self.stage, self.today, self.until, identity)
        add_decisions(self.path, [made])
        self._done.append((position, item.decision))
        item.decision = made
        self.decided += 1
        return 1

    def _undo(self, position: int, show: Callable[[str], object]) -> int:
        """Take the last decision of this session back, by one that restores what was in force; where its item stands."""
        if not self._done:
            show(self.messages("review.nothing_to_undo") + "\n")
            return position
        back, before = self._done.pop()
        item = self.items[back]
        identity = item.seen.identity
        withdrawn = Decision(identity.fingerprint, Verdict.WITHDRAWN, "", self.reviewer, self.stage, self.today, None, identity)
        add_decisions(self.path, [replace(before, made=self.today) if before else withdrawn])
        item.decision = before
        self.decided -= 1
        return back

    def _tell(self, decision: Decision) -> str:
        told = [self.messages(_NAMES[decision.verdict]), decision.note, decision.reviewer]
        told.append(decision.made.isoformat() if decision.made else "")
        return self.messages.label(self.messages("review.decided"), " · ".join(part for part in told if part))
