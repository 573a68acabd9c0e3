"""The errors a user can cause. Each says what, where and what to do, and carries the exit code."""

from __future__ import annotations

__all__ = ["ConfigError", "FactcheckError", "ReadError", "RuleError", "UsageError"]


class FactcheckError(Exception):
    """Root of every error that is shown to a user without a traceback.

    `message` says what is wrong, `where` where (a path, or path:line[:column]), `hint` what to do about it.
    """

    exit_code = 2

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head} ({self.hint})" if self.hint else head


class ReadError(FactcheckError):
    """An article that cannot be read: missing, empty, binary, undecodable, a broken front matter."""


class ConfigError(FactcheckError):
    """A settings file, a setting or a data file that is wrong. `problems` holds every mistake, one line each, where there may be
    several."""

    def __init__(self, message: str, *, where: str = "", hint: str = "", problems: tuple[str, ...] = ()) -> None:
        super().__init__(message, where=where, hint=hint)
        self.problems = problems


class RuleError(FactcheckError):
    """A rule file that is wrong. `problems` holds every mistake of every file, one line each."""

    def __init__(self, message: str, *, where: str = "", hint: str = "", problems: tuple[str, ...] = ()) -> None:
        super().__init__(message, where=where, hint=hint)
        self.problems = problems


class UsageError(FactcheckError):
    """A command line or a call that makes no sense."""
