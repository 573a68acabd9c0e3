"""Names: what is known of them, how they are recognised, and when two of them are one."""

from factcheck.mentions.names.identity import canonical_key, match_names, same_name

__all__ = ["canonical_key", "match_names", "same_name"]
