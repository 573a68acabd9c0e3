"""What a check comes to, in one line and in one number."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Finding, Level, State
from factcheck.report.messages import Messages

__all__ = ["LEVELS", "count_new", "count_undecided", "describe_verdict"]

#: From what an editor must see to what is worth a look.
LEVELS = (Level.ERROR, Level.WARNING, Level.INFO)


def count_new(findings: Sequence[Finding], fail_level: str) -> int:
    """How many findings are new or changed at or above `fail_level` (error, warning, info; "never" counts none)."""
    if fail_level == "never":
        return 0
    counted = LEVELS[: LEVELS.index(Level(fail_level)) + 1]
    return sum(1 for f in findings if f.level in counted and f.state in (State.NEW, State.CHANGED))


def count_undecided(findings: Sequence[Finding], fail_level: str) -> int:
    """How many findings at or above `fail_level` (as in `count_new`) no reviewer has confirmed or dismissed."""
    if fail_level == "never":
        return 0
    counted = LEVELS[: LEVELS.index(Level(fail_level)) + 1]
    return sum(1 for f in findings if f.level in counted and f.state not in (State.CONFIRMED, State.DISMISSED))


def describe_verdict(findings: Sequence[Finding], messages: Messages, *, compared: bool, unread: int) -> str:
    """One line: how many findings of which level, and their states where not all are new.

    What was not read is never called clean: `compared` says whether there was any claim, `unread` how many inputs could not be read.
    """
    text = _count_findings(findings, messages) if compared else messages("verdict.empty")
    return messages.chain(text, messages("verdict.unread", n=unread)) if unread else text


def _count_findings(findings: Sequence[Finding], messages: Messages) -> str:
    if not findings:
        return messages("verdict.none")
    by_level = [(level, sum(1 for f in findings if f.level is level)) for level in LEVELS]
    levels = messages.join(messages("verdict.level", level=messages.name(level), n=n) for level, n in by_level if n)
    text = messages("verdict.counts", n=len(findings), levels=levels)
    by_state = [(state, sum(1 for f in findings if f.state is state)) for state in State]
    if any(n for state, n in by_state if state is not State.NEW):
        states = messages.join(messages("verdict.state", state=messages.name(state), n=n) for state, n in by_state if n)
        text += messages.bracket(messages("verdict.states", states=states))
    return text
