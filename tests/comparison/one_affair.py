"""Articles of one affair as they are when what can be observed of them is weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck import Article
from factcheck.alignment.linking import Linker
from factcheck.articles import mark_article
from factcheck.claims.statements import Statement
from factcheck.comparison.observations import Observer
from factcheck.comparison.observers import Observers
from factcheck.comparison.surroundings import Surroundings
from factcheck.engine.check import extract_articles
from factcheck.lexicon import load_attributes
from factcheck.model import Claim
from factcheck.settings import Settings

ATTRIBUTES = tuple(load_attributes(()))


class OneAffair(NamedTuple):
    """`told`: the sentences by article id; `claims`: of all articles; `observers`: of these."""

    told: Mapping[str, Sequence[Statement]]
    claims: Sequence[Claim]
    linker: Linker
    around: Surroundings
    observers: Observers


def read_affair(texts: Mapping[str, str]) -> OneAffair:
    """The articles with these texts by id, published on one day, no two names of which are linked."""
    articles = [mark_article(Article.from_text(text, id=id, source=f"{id}报", published="2033-06-05")) for id, text in texts.items()]
    extractions = extract_articles(articles, ATTRIBUTES, Settings())[1]
    told = {id: e.statements for id, e in extractions.items()}
    claims = [c for e in extractions.values() for c in e.claims]
    linker = Linker({}, {}, (), affairs=dict.fromkeys(texts, 0))
    around = Surroundings(linker)
    return OneAffair(told, claims, linker, around, Observers.of(Observer(told, linker.one_affair, linker.key), claims, around))
