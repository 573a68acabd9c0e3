"""What a sentence answers, and whether it stresses its denial.

针对网上“罐车泄漏”的说法，环保局表示，甲醇没有外泄: the clauses of such a sentence deny what another report may assert in other words; the
rumour tells in which. 从未, 一块板都没有, 压根没: nobody stresses what nobody has said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.poles import load_poles
from factcheck.model import Stance

__all__ = ["mark_answers"]

_ADDRESSES = re.compile(r"(?:针对|对于|至于|就|面对|关于|对)(?=[\u4e00-\u9fff“，])")
"""Opens a sentence that goes on to answer what it names."""
_HEARSAY = re.compile(
    r"传[言闻]|谣[言传]|[网流盛疯外据讹]传|说法|所谓|质疑|指控|猜[测疑]|爆料|坊间|有传|网上|外界|指(?=[\u4e00-\u9fff]{3})"
)
"""What is told by people at large."""
_EACH = re.compile(r"均|都|全部|全数|所有|悉数|一律|完全|至今|历来|向来|一直")
"""Words for all of those named or for all the time, without which nothing is stressed."""
_NOT_EVEN_ONE = re.compile(
    r"(?:没有?|未|无|不曾)[\u4e00-\u9fff]{0,3}一(?![直定致般样些旦度同并切再律向面边方体经时])[\u4e00-\u9fff]{2}"
    r"|(?:一|半)[\u4e00-\u9fff]{1,4}[都也](?:没|未|不)"
    r"|(?<![第唯统单万千百十])一(?![直定致般样些旦度同并切再律向面边方体经时次])[\u4e00-\u9fff]{1,2}[没未](?![来必免婚成])|压根|根本[没不未]|并[未无没]|毫[不无]|绝[无未没]"
)
"""没有一人, 一块板都没有, 一户未限, 压根没."""
_INSISTS = re.compile(r"其实|早已|早就|早在|[当次][天晚日夜]就|就已|明明|竟然?已|居然已|[确实]实已")
"""Nobody says that something is so already whom nobody has told that it is not."""

_NONE_AT_ALL = re.compile(r"[也连]?(?:一|半)[\u4e00-\u9fff]{1,3}[都也](?:没有?|未|无)[过了]?")
"""A clause that only stresses what the one before it denies: 没打过疫苗，一针都没有."""


def mark_answers(clauses: Sequence[Clause]) -> None:
    """Sets `answers`, `stressed`, `insists` and `before` of every clause."""
    sweeping = load_poles().sweeping
    for clause in clauses:
        clause.insists = _INSISTS.search(clause.text) is not None and not _denies(clause)
        found = [m.group() for m in sweeping.finditer(clause.text)]
        clause.stressed = bool(_NOT_EVEN_ONE.search(clause.text)) or any(not _EACH.fullmatch(word) for word in found)
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
    opens = next((i for i, c in enumerate(sentence) if _HEARSAY.search(c.text) or unconfirmed.search(c.text)), None)
    if opens is None or not any(_denies(c) for c in sentence[opens:]):
        return (), -1
    addressed = _ADDRESSES.match(sentence[0].text) is not None
    last = opens
    while last + 1 < len(sentence) and not _speaks(sentence[last]) and not _answers(sentence[last + 1]):
        last += 1  # 针对“董事长邵景川被带走”的传言: a quotation is a clause of its own
    if not addressed and not unconfirmed.search(sentence[opens].text) and not re.search("网上|外界|坊间", sentence[opens].text):
        return (), -1
    words = {
        w
        for c in sentence[0 if addressed else opens : last + 1]
        for w in c.content_words()
        if not (c.content_start > c.start and w in cues.says)
    }
    return tuple(sorted(w for w in words - cues.says - cues.denies - cues.confirms if not _HEARSAY.match(w))), sentence[last].index


_TURNS = re.compile(r"[，\s]*(?:但|可|而|不过)?(?:其实|实际上|事实上|事实是|实情是|真相是|实则)")
"""Opens a clause that sets right what was told before it."""


def _answers(clause: Clause) -> bool:
    """Whether the answer to a rumour has begun with a clause."""
    return _speaks(clause) or _denies(clause) or _TURNS.match(clause.text) is not None


def _speaks(clause: Clause) -> bool:
    """Whether somebody answers in a clause."""
    cues = load_cues()
    return any(t.text in cues.says or t.text in cues.denies for t in clause.tokens if t.tag == "VERB")


def _denies(clause: Clause) -> bool:
    """Whether a clause denies something."""
    cues = load_cues()
    return any(t.text in cues.negations or t.text in cues.denies for t in clause.tokens)
