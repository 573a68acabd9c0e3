"""A trained model: a stand-in for zh_core_web_sm is built, put on the path and loaded by spaCy as the real one would be; an
impostor is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import is_package

from factcheck.errors import ConfigError
from factcheck.language import describe_backend, read_document
from factcheck.language.backends import open_backend
from factcheck.model import Article

# word/tag/head/relation/entity
SENTENCES = [
    [tuple(word.split("/")) for word in line.split()]
    for line in (
        "何立群/NR/2/nsubj/B-PERSON 昨天/NT/2/nmod:tmod/O 抵达/VV/2/ROOT/O 澜港/NR/2/dobj/B-GPE 。/PU/2/punct/O",
        "公司/NN/1/nsubj/O 否认/VV/1/ROOT/O 裁员/NN/1/dobj/O 。/PU/1/punct/O",
        "渡轮/NN/2/nsubj/O 已/AD/2/advmod/O 停航/VV/2/ROOT/O 。/PU/2/punct/O",
        "澜港/NR/1/nsubj/B-GPE 举行/VV/1/ROOT/O 赛舟节/NN/1/dobj/B-EVENT 。/PU/1/punct/O",
        "市长/NN/1/compound:nn/O 周慕云/NR/2/nsubj/B-PERSON 表示/VV/2/ROOT/O 满意/VA/2/ccomp/O 。/PU/2/punct/O",
    )
]
LOADER = (
    "from spacy.util import load_model_from_init_py\n\ndef load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n"
)


def write_package(folder: Path, name: str, version: str, author: str, model: spacy.language.Language | None) -> None:
    package = folder / name
    package.mkdir(parents=True)
    meta = {"lang": "zh", "name": name.removeprefix("zh_"), "version": version, "author": author, "spacy_version": ">=3.8.0,<3.9.0"}
    if model is not None:
        model.meta.update(meta)
        model.to_disk(package / f"{name}-{version}")
        meta = json.loads((package / f"{name}-{version}" / "meta.json").read_text(encoding="utf-8"))
    (package / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    code = LOADER if model is not None else "raise RuntimeError('an impostor was run')\n"
    (package / "__init__.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    nlp = spacy.blank("zh")
    embedding = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 32, "depth": 2, "embed_size": 500, "window_size": 1}
    embedding |= {"maxout_pieces": 2, "subword_features": True, "pretrained_vectors": None}
    nlp.add_pipe("tok2vec", config={"model": embedding})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 32, "upstream": "tok2vec"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    transition = {"@architectures": "spacy.TransitionBasedParser.v2", "hidden_width": 32, "maxout_pieces": 2, "use_upper": True}
    transition["tok2vec"] = listener
    nlp.add_pipe("parser", config={"min_action_freq": 1, "model": {**transition, "state_type": "parser", "extra_state_tokens": False}})
    nlp.add_pipe("ner", config={"model": {**transition, "state_type": "ner", "extra_state_tokens": False}})
    examples = []
    for rows in SENTENCES:
        words, tags, heads, deps, ents = (list(column) for column in zip(*rows, strict=True))
        spaces = [False] * len(words)
        gold = Doc(nlp.vocab, words=words, spaces=spaces, tags=tags, heads=[int(h) for h in heads], deps=deps, ents=ents)
        examples.append(Example(Doc(nlp.vocab, words=words, spaces=spaces), gold))
    spacy.util.fix_random_seed(7)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(60):
        nlp.update(examples, sgd=optimizer, drop=0.0)
    folder = tmp_path_factory.mktemp("models")
    write_package(folder, "zh_core_web_sm", "3.8.0", "Explosion", nlp)
    return folder


@pytest.fixture
def on_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    open_backend.cache_clear()
    yield monkeypatch
    open_backend.cache_clear()
    for name in [m for m in sys.modules if m.startswith("zh_core_web")]:
        del sys.modules[name]


def read(backend: str) -> tuple[str, list[tuple[str, str]], bool]:
    document = read_document(Article.from_text("澜港举行赛舟节。\n", id="a"), backend=backend)
    names = [(document.shadow.text[n.start : n.end], n.type) for n in document.names]
    return document.backend, names, document.parsed


def test_auto_takes_the_model(stand_in: Path, on_path: pytest.MonkeyPatch) -> None:
    on_path.syspath_prepend(str(stand_in))
    assert is_package("zh_core_web_sm")
    label, _, parsed = read("auto")
    assert label.startswith("zh_core_web_sm 3.8.0")
    assert parsed
    told = describe_backend("auto")
    assert told["name"] == "model"
    assert told["parser"] is True
    assert told["models"]["zh_core_web_sm"] == "3.8.0"


def test_heads_point_into_the_document(stand_in: Path, on_path: pytest.MonkeyPatch) -> None:
    on_path.syspath_prepend(str(stand_in))
    text = "公司否认裁员。\n\n渡轮 已停航。澜港举行赛舟节。\n"
    document = read_document(Article.from_text(text, id="a"), backend="zh_core_web_sm")
    tokens = document.tokens
    assert all(document.shadow.text[t.start : t.end] == t.text for t in tokens)
    for token in tokens:
        if token.head >= 0:
            sentence = next(s for s in document.sentences if s.start <= token.start < s.end)
            assert sentence.start <= tokens[token.head].start < sentence.end
    roots = [t for t in tokens if t.head == -1]
    assert len(roots) >= len(document.sentences)


def test_built_in_backends_stay_available(stand_in: Path, on_path: pytest.MonkeyPatch) -> None:
    on_path.syspath_prepend(str(stand_in))
    assert read("fast")[0].startswith("rjieba")


@pytest.mark.parametrize(("version", "author"), [("999.9.9", "Someone"), ("3.8.0", "Someone"), ("999.9.9", "Explosion")])
def test_an_impostor_is_refused_and_never_run(tmp_path: Path, on_path: pytest.MonkeyPatch, version: str, author: str) -> None:
    write_package(tmp_path, "zh_core_web_sm", version, author, None)
    on_path.syspath_prepend(str(tmp_path))
    for setting in ("model", "zh_core_web_sm"):
        with pytest.raises(ConfigError, match=r"not the model Explosion publishes.*spacy download zh_core_web_sm"):
            open_backend(setting)
    told = describe_backend("auto")
    assert told["name"] in ("fast", "lac")
    assert told["models"]["zh_core_web_sm"].startswith("refused")
    assert any("not the model Explosion publishes" in note for note in told["notes"])
