"""Articles read: normalised text with a map back, sentences, words, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.language.pipeline import read_document

__all__ = ["read_document"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from factcheck.language import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
