"""The trained spaCy models for Chinese, when one is installed: words, tags, parse and names.

Explosion publishes them on GitHub only; `python -m spacy download` is the way to get one. A package of the same name on
PyPI is not theirs, so the package's own metadata are read, before a line of its code runs, and any that does not name
Explosion and a version 3 is refused.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from factcheck.errors import ConfigError
from factcheck.language.document import NamedSpan, Sentence, Token
from factcheck.language.tags import universal_tags

__all__ = ["INSTALL_COMMAND", "MODELS", "TrainedPipeline", "check_model", "model_version"]

# In the order of preference: the best that runs at reading speed on a processor first.
MODELS = ("zh_core_web_lg", "zh_core_web_md", "zh_core_web_sm", "zh_core_web_trf")
INSTALL_COMMAND = "python -m spacy download zh_core_web_sm"

_TYPES = {
    "PERSON": "PER",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "LOC",
    "WORK_OF_ART": "WORK",
    "LAW": "WORK",
    "EVENT": "EVENT",
    "PRODUCT": "PRODUCT",
    "NORP": "MISC",
}


def model_version(name: str) -> str | None:
    """The version of an installed distribution, None when it is not installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def check_model(name: str) -> str:
    """The version of an installed model; nothing of it is imported.

    ConfigError when it is not installed, or is not what Explosion published.
    """
    try:
        distribution = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise ConfigError(f"the spaCy model {name} is not installed", hint=f"python -m spacy download {name}") from None
    try:
        meta = json.loads(Path(str(distribution.locate_file(f"{name}/meta.json"))).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        meta = {}
    author = str(meta.get("author", "")) if isinstance(meta, dict) else ""
    version = str(meta.get("version", "")) if isinstance(meta, dict) else ""
    if author != "Explosion" or not version.startswith("3.") or not distribution.version.startswith("3."):
        raise ConfigError(
            f"the installed package {name} {distribution.version} is not the model Explosion publishes (author {author or 'unknown'!r})",
            hint=f"pip uninstall {name.replace('_', '-')}, then python -m spacy download {name}",
        )
    return version


class TrainedPipeline:
    """One of `MODELS`, loaded. Costs about two seconds, most of it spaCy itself."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.version = check_model(name)
        import spacy

        try:
            self._nlp: Any = spacy.load(name)
        except Exception as error:  # whatever a model of another spaCy version, or one without its segmenter, raises
            raise ConfigError(
                f"the spaCy model {name} {self.version} cannot be loaded: {str(error).splitlines()[0]}", hint="factcheck doctor"
            ) from error
        self.parsed = "parser" in self._nlp.pipe_names

    def read(self, text: str, sentences: Sequence[Sentence]) -> tuple[tuple[Token, ...], tuple[NamedSpan, ...]]:
        """Tokens and names of a text, sentence by sentence, so that no parse crosses a sentence.

        `head` is an index into the tokens returned.
        """
        upos = universal_tags("ctb")
        tokens: list[Token] = []
        names: list[NamedSpan] = []
        docs = self._nlp.pipe([text[s.start : s.end] for s in sentences])
        for sentence, doc in zip(sentences, docs, strict=True):
            number = {word.i: len(tokens) + k for k, word in enumerate(word for word in doc if not word.is_space)}
            for word in doc:
                if word.is_space:
                    continue
                start = sentence.start + word.idx
                head = number.get(word.head.i, -1) if self.parsed and word.head.i != word.i else -1
                tag = word.pos_ if word.pos_ not in ("", "SPACE") else upos.get(word.tag_, "X")
                tokens.append(Token(start, start + len(word.text), word.text, tag, head, word.dep_ if self.parsed else ""))
            names.extend(
                NamedSpan(sentence.start + e.start_char, sentence.start + e.end_char, _TYPES[e.label_])
                for e in doc.ents
                if e.label_ in _TYPES
            )
        return tuple(tokens), tuple(names)
