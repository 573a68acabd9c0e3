"""Rule files to findings: what is a conflict, how bad it is and how it is worded."""

from factcheck.rules.loader import load_rules, load_rules_of
from factcheck.rules.rule import Rule
from factcheck.rules.ruleset import RuleSet

__all__ = ["Rule", "RuleSet", "load_rules", "load_rules_of"]
