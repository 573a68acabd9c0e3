"""What a figure without words of its own takes over from what its sentence told before it: the noun, the verb, the attribute."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.claims.clauses import Clause
from factcheck.claims.concepts import ConceptHit
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.claims.phrases import Phrase
from factcheck.lexicon import AttributeEntry
from factcheck.mentions.types import Mention
from factcheck.model import Quantity

__all__ = ["LEVEL_VERB", "Read", "apposition", "carry_verb", "inherit", "told_before"]

_IN_ALL = re.compile(r"(?:合计|总计|共计|合共|总共|一共|总额|累计|总数|总金额|金额|涉款|共)(?:约|达|为|近|逾|超过|高达)*$")
_COURSES = frozenset({"begin", "hold", "end", "last", "publish", "located"})
"""Types of happening that are no deed of which a total could be told."""
LEVEL_VERB = re.compile(r"[升降增减涨跌剩余落调达缩扩提]")
"""Characters of verbs by which a figure says where a level came to."""


@dataclass(frozen=True, slots=True)
class Read:
    """A figure already read in the sentence: its clause, the attribute that was found for it, its words and its value."""

    clause: Clause
    entry: AttributeEntry | None
    phrase: Phrase
    quantity: Quantity


def apposition(clauses: Sequence[Clause], clause: Clause, figure: Mention, phrase: Phrase) -> Phrase:
    """这支…朝鲜部队，大约1.1万人: a count that is all its clause says counts what the clause before ends in."""
    before = clauses[clause.index - 1] if clause.index else None
    if (
        before is None
        or before.sentence.index != clause.sentence.index
        or len(clause.text) - (figure.end - figure.start) > 3
        or clause.bracketed
    ):
        return phrase
    nouns: list[str] = []
    for token in reversed(before.tokens):
        if token.tag not in {"NOUN", "PROPN"} or any(e.start <= token.start < e.end and e.type in {"GPE", "LOC"} for e in before.entities):
            break
        nouns.insert(0, token.text)
    noun = "".join(nouns)
    return replace(phrase, noun=noun, head=nouns[-1], side="left") if noun and noun_group(noun) else phrase


def carry_verb(previous: Sequence[Read], clause: Clause, phrase: Phrase) -> Phrase:
    """抢走手表42块、项链19条: a further object of a list has the verb of the first."""
    if phrase.predicate or phrase.side != "left" or not phrase.noun or clause.opening != "、" or not previous:
        return phrase
    last = previous[-1]
    if last.clause.index != clause.index - 1 or last.phrase.side != "left" or len(last.phrase.predicate) < 2:
        return phrase
    return replace(phrase, predicate=last.phrase.predicate)


def told_before(clauses: Sequence[Clause], clause: Clause, phrase: Phrase) -> Phrase | None:
    """主动召回…机器人，共计3.6万台: the total of what the clause before says was done, where that clause holds no figure of its own."""
    before = clauses[clause.index - 1] if clause.index else None
    if before is None or before.sentence.index != clause.sentence.index or before.figures or clause.bracketed:
        return None
    words = load_event_words()
    told = [m for m in words.pattern.finditer(before.text) if len(m.group()) > 1 and words.types[m.group()] not in _COURSES]
    return replace(phrase, noun="", head="", predicate=told[0].group()) if told else None


def inherit(
    previous: Sequence[Read], clause: Clause, figure: Mention, phrase: Phrase, quantity: Quantity, change: int
) -> tuple[tuple[AttributeEntry, ConceptHit] | None, Phrase]:
    """A figure without a noun of its own speaks of what a figure before it in the sentence spoke of: one of its own dimension that it
    follows
    (从25%降至10%), any when it stands in brackets (14.5海里（27公里）) or says a change (收入186亿元，同比增长12.3%)."""
    like = [r for r in previous if r.quantity.dimension == quantity.dimension]
    if (
        not like
        and quantity.dimension in {"money", "count"}
        and not phrase.predicate
        and _IN_ALL.search(clause.text[: figure.start - clause.start])
    ):
        like = [
            r for r in previous if r.quantity.dimension == "time" and r.entry is None and r.phrase.noun
        ]  # 积欠4个月的奖金，总额2140万元
    chosen = like[-1] if like and not change else (previous[-1] if previous and (clause.bracketed or change) else None)
    if chosen is None or (phrase.predicate and not change and not LEVEL_VERB.search(phrase.predicate) and chosen.clause is not clause):
        return None, phrase
    entry, source = chosen.entry, chosen.phrase
    carried = Phrase(phrase.start, phrase.end, source.noun, source.head, source.predicate, source.side)
    return ((entry, ConceptHit(figure.start, figure.start, (entry,))) if entry else None), carried
