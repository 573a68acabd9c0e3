"""Shadow text to typed spans: figures, times, names."""

from factcheck.mentions.reading import find_mentions, merge_mentions, read_mentions
from factcheck.mentions.types import EntityMention, Mention

__all__ = ["EntityMention", "Mention", "find_mentions", "merge_mentions", "read_mentions"]
