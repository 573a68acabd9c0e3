"""Articles read: normalised text with a map back, sentences, words, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.language.backends import describe_backend
    from factcheck.language.pipeline import build_pipeline, read_document

__all__ = ["build_pipeline", "describe_backend", "read_document"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from factcheck.language import backends, pipeline

        return getattr(backends if name == "describe_backend" else pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
