"""Where the work runs."""

from factcheck.engine.check import check, run_check

__all__ = ["check", "run_check"]
