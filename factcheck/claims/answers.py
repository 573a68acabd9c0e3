"""What a sentence answers, and whether it stresses its denial.

针对网上“罐车泄漏”的说法，环保局表示，甲醇没有外泄: the clauses of such a sentence deny what another report may assert in other words; the
rumour tells in which. 从未, 一块板都没有, 压根没: nobody stresses what nobody has said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.poles import load_poles
from factcheck.model import Stance

__all__ = ["mark_answers", "not_one"]

_ADDRESSES = re.compile(r"(?:针对|对于|至于|就|面对|关于|对)(?=[\u4e00-\u9fff“，])")
"""Opens a sentence that goes on to answer what it names."""

_POINTS_AT = re.compile(r"指(?=[\u4e00-\u9fff]{3})")
"""外界指…: hearsay where a whole clause follows."""
_BUT = re.compile(r"[，\s]*(?:但|可|而|不过)?")
_NONE_AT_ALL = re.compile(r"[也连]?(?:一|半)[\u4e00-\u9fff]{1,3}[都也](?:没有?|未|无)[过了]?")
"""A clause that only stresses what the one before it denies: 没打过疫苗，一针都没有."""


@cache
def _one_thing() -> str:
    """A pattern of 一 where it counts something (not 一直, 一般)."""
    return f"(?!{word_pattern(load_cues().no_one).pattern})一"


@cache
def not_one() -> re.Pattern[str]:
    """没有一人, 未见一户."""
    return re.compile(rf"(?:没有?|未|无|不曾)[\u4e00-\u9fff]{{0,3}}{_one_thing()}[\u4e00-\u9fff]{{2}}")


@cache
def _not_even_one() -> re.Pattern[str]:
    """没有一人, 一块板都没有, 一户未限, 压根没."""
    return re.compile(
        rf"{not_one().pattern}|(?:一|半)[\u4e00-\u9fff]{{1,4}}[都也](?:没|未|不)"
        rf"|(?<![第唯统单万千百十])(?!一次){_one_thing()}[\u4e00-\u9fff]{{1,2}}[没未](?![来必免婚成])"
        rf"|{word_pattern(load_cues().at_all_in).pattern}"
    )


@cache
def _is_hearsay() -> re.Pattern[str]:
    """What is told by people at large."""
    return re.compile(f"{word_pattern(load_cues().hearsay_in).pattern}|{_POINTS_AT.pattern}")


def mark_answers(clauses: Sequence[Clause]) -> None:
    """Sets `answers`, `stressed`, `insists` and `before` of every clause."""
    cues, sweeping = load_cues(), load_poles().sweeping
    each = cues.each | cues.always
    for clause in clauses:
        clause.insists = word_pattern(cues.already_in).search(clause.text) is not None and not _denies(clause)
        found = [m.group() for m in sweeping.finditer(clause.text)]
        clause.stressed = bool(_not_even_one().search(clause.text)) or any(word not in each for word in found)
    for _, group in groupby(clauses, key=lambda c: c.sentence.index):
        sentence = list(group)
        for earlier, later in pairwise(sentence):
            earlier.stressed |= later.stressed and _NONE_AT_ALL.fullmatch(later.text) is not None and _denies(earlier)
        for position, clause in enumerate(sentence):
            clause.before = tuple(sorted({w for c in sentence[max(0, position - 2) : position] for w in c.content_words()}))
        told, last = _read_rumour(sentence)
        for clause in sentence if told else ():
            if clause.index > last or clause.stance is Stance.DENIES or _ADDRESSES.match(sentence[0].text):
                clause.answers = told


def _read_rumour(sentence: Sequence[Clause]) -> tuple[tuple[str, ...], int]:
    """The content words of the rumour that a sentence answers, sorted, and the index of its last clause; () where it answers none."""
    if sentence[0].sentence.headline:
        return (), -1
    cues = load_cues()
    unconfirmed = word_pattern(cues.unconfirmed_in)
    opens = next((i for i, c in enumerate(sentence) if _is_hearsay().search(c.text) or unconfirmed.search(c.text)), None)
    if opens is None or not any(_denies(c) for c in sentence[opens:]):
        return (), -1
    addressed = _ADDRESSES.match(sentence[0].text) is not None
    last = opens
    while last + 1 < len(sentence) and not _speaks(sentence[last]) and not _answers(sentence[last + 1]):
        last += 1  # 针对“董事长邵景川被带走”的传言: a quotation is a clause of its own
    if not addressed and not unconfirmed.search(sentence[opens].text) and not word_pattern(cues.at_large_in).search(sentence[opens].text):
        return (), -1
    words = {
        w
        for c in sentence[0 if addressed else opens : last + 1]
        for w in c.content_words()
        if not (c.content_start > c.start and w in cues.says)
    }
    return tuple(sorted(w for w in words - cues.says - cues.denies - cues.confirms if not _is_hearsay().match(w))), sentence[last].index


def _answers(clause: Clause) -> bool:
    """Whether the answer to a rumour has begun with a clause."""
    return _speaks(clause) or _denies(clause) or _sets_right(clause)


def _sets_right(clause: Clause) -> bool:
    """Whether a clause opens with a word that sets right what was told before it: 但实际上."""
    opening = _BUT.match(clause.text)
    return opening is not None and word_pattern(load_cues().in_truth).match(clause.text, opening.end()) is not None


def _speaks(clause: Clause) -> bool:
    """Whether somebody answers in a clause."""
    cues = load_cues()
    return any(t.text in cues.says or t.text in cues.denies for t in clause.tokens if t.tag == "VERB")


def _denies(clause: Clause) -> bool:
    """Whether a clause denies something."""
    cues = load_cues()
    return any(t.text in cues.negations or t.text in cues.denies for t in clause.tokens)
