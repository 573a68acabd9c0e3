"""What somebody is told to have denied, or to have admitted or confirmed: 首相府否认…, 首相府已经承认….

The value says whether it was confirmed (True) or denied (False). `Frame.head` holds the words for who spoke, `Frame.participants` the keys
of the names in them, `Frame.words` what the sentence tells besides: what was denied or admitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.draft import MAX_SPAN, make_claim, read_subject
from factcheck.claims.happenings import NOMINAL, is_hypothetical
from factcheck.claims.poles import AVOWAL
from factcheck.claims.stance import is_negated
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document, Token
from factcheck.mentions.types import EntityMention
from factcheck.model import Claim, Family, Frame, Polarity, Scope, Stance

__all__ = ["ADMITTED", "find_avowals"]

ADMITTED = "admitted"
"""Qualifier: told with a word for giving in (承认, 供认), not for bearing out (证实)."""
_PASSIVE = re.compile(r"(?:得到|获得?|被|(?<!已)(?<!曾)经|经由|待|有待|尚待|未能?|无法|需|须|可|能|难以|以)$")
"""Before a verb of confirming that tells of no speaker: 获证实, 有待确认."""
_NOUNED = re.compile("的|声明|公告|稿|启事|函|文章")
"""Behind a word for denying that only tells what sort of text it is (澄清声明)."""
_OPENS, _CLOSES = frozenset("“「"), frozenset("”」")
_SELF = frozenset({"他", "她", "其", "本人", "自己", "自身", "当事人"})
_SAYS_LITTLE = frozenset("是有说称指会能要想让使把做搞弄")
"""Verbs of one character that do not tell what was denied or admitted."""
_LEAD = re.compile(
    r"(?:对此|此前|随后|其后|目前|现在|但是?|不过|而|然而|至于|就此|据此|最终|昨日?|今日?|连|就连|后来|结果|可是?|另外?|则)+"
)
"""Words before the one who speaks."""


def find_avowals(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> Iterator[Claim]:
    """The denials and admissions of an article, in reading order."""
    cues = load_cues()
    for position, clause in enumerate(clauses):
        for token in clause.tokens:
            gives_in = token.text == "认" and clause.text.startswith("了", token.end - clause.start)  # 自己都认了
            if not (gives_in or token.text in cues.denies or token.text in cues.avows):
                continue
            refused = token.text in cues.admits and clause.text[: token.start - clause.start].endswith(("不", "拒绝"))  # 承认甲，不承认乙
            if not _is_said(clause, token, refused=refused):
                continue
            phrase, named = _find_speaker(clauses, position, token)
            if not phrase:
                continue
            yield _avowal(document, clauses, position, token, phrase, named, times, holds=not refused and token.text not in cues.denies)
            break


def _is_said(clause: Clause, verb: Token, *, refused: bool) -> bool:
    """Whether a word for denying or admitting is the verb of somebody who did so: no noun, not negated, asked, wished or passive."""
    before = clause.text[: verb.start - clause.start]
    if _PASSIVE.search(before) or _NOUNED.match(clause.text, verb.end - clause.start) or clause.text.endswith(("?", "？", "吗")):
        return False
    unreal = clause.stance in {Stance.PLANS, Stance.FORECASTS, Stance.SUPPOSES}
    return not unreal and (refused or not is_negated(clause, verb.start)) and not is_hypothetical(clause, verb.start)


def _find_speaker(clauses: Sequence[Clause], position: int, verb: Token) -> tuple[str, tuple[str, ...]]:
    """The words for who speaks and the names in them: the opening noun phrase of the clause, or of the one or two before it in the
    sentence where the clause opens with its verb; ("", ()) where there is none."""
    sentence = clauses[position].sentence.index
    for step in range(3):
        if position - step < 0 or clauses[position - step].sentence.index != sentence:
            break
        clause = clauses[position - step]
        tokens = _opening_nouns(clause, verb.start if step == 0 else clause.end)
        if not tokens:
            if step == 0 and any(t.tag in {*NOMINAL, "PRON"} and not _is_timed(clause, t) for t in clause.tokens if t.end <= verb.start):
                break  # something else stands there
            continue
        phrase = clause.text[tokens[0].start - clause.start : tokens[-1].end - clause.start]
        if phrase in _SELF:
            subject, _ = read_subject(clause)
            return phrase, (subject,) if subject else ()
        inside = [e for e in clause.entities if tokens[0].start <= e.start and e.end <= tokens[-1].end]
        return phrase, tuple(dict.fromkeys(e.key for e in inside))
    return "", ()


def _opening_nouns(clause: Clause, until: int) -> list[Token]:
    """The noun phrase that opens a clause, before `until`; what only leads up to it is left out."""
    lead = _LEAD.match(clause.text)
    at = clause.start + (lead.end() if lead is not None else 0)
    found: list[Token] = []
    for index, token in enumerate(clause.tokens):
        if token.start < at or token.end > until:
            continue
        timed = _is_timed(clause, token)
        following = clause.tokens[index + 1] if index + 1 < len(clause.tokens) else None
        named = not found and token.tag == "VERB" and len(token.text) == 1 and following is not None and following.tag in NOMINAL
        quoted = sum((t.text in _OPENS) - (t.text in _CLOSES) for t in found) > 0
        inside = bool(found) and (quoted or token.text in {"的", "·", *_OPENS, *_CLOSES})
        if not timed and (named or inside or token.tag in {*NOMINAL, "PRON", "DET", "X", "ADJ", "NUM"}):  # 闻校长, 反政府武装“红旗”
            found.append(token)
        elif found or not (timed or token.tag in {"ADV", "CCONJ", "PART"}):
            break
    while found and found[-1].text in {"的", *_OPENS}:
        found.pop()
    return found


def _is_timed(clause: Clause, token: Token) -> bool:
    return any(m.start <= token.start < m.end for m in clause.times)


def _avowal(
    document: Document,
    clauses: Sequence[Clause],
    position: int,
    verb: Token,
    phrase: str,
    named: tuple[str, ...],
    times: ClauseTimes,
    *,
    holds: bool,
) -> Claim:
    clause = clauses[position]
    at = clause.text.find(phrase)
    start = clause.start + at if 0 <= at < verb.start - clause.start and verb.end - clause.start - at <= MAX_SPAN else verb.start
    start -= start == verb.start and verb.text not in load_cues().denies and not holds  # the 不 of 不承认
    end = _end_of_told(clauses, position, verb, start)
    before = 0 if clause.sentence.headline and phrase in clause.text else 6  # 疫情扩散　当局否认延迟通报: the halves tell two things
    about = [c for c in clauses[max(0, position - before) : position + 8] if c.sentence.index == clause.sentence.index]
    return make_claim(
        document,
        clause,
        start=start,
        end=end,
        family=Family.STATE,
        attribute=AVOWAL,
        value=Polarity(holds, "承认"),
        subject=named[0] if named else "",
        subject_text=phrase,
        scope=Scope(event=clause.event, qualifiers=(ADMITTED,) if holds and (verb.text in load_cues().admits or verb.text == "认") else ()),
        as_of=times.as_of(clause),
        stance=Stance.ASSERTS,
        speaker=phrase,
        frame=Frame(
            participants=named,
            context=tuple(sorted({e.key for c in about for e in c.entities if not _within(e, clause, start, verb.end)})),
            head=phrase,
            words=_told(about, phrase, verb),
            concept=AVOWAL,
        ),
        time_behaviour="fixed",
    )


def _end_of_told(clauses: Sequence[Clause], position: int, verb: Token, start: int) -> int:
    """Where what is denied or admitted ends: with the clause of the verb, or with the next one where the verb ends its own."""
    clause = clauses[position]
    end = clause.end
    following = clauses[position + 1] if position + 1 < len(clauses) else None
    if end - verb.end <= 1 and following is not None and following.sentence.index == clause.sentence.index:
        end = following.end
        part = clauses[position + 2] if position + 2 < len(clauses) else None
        if part is not None and part.sentence.index == clause.sentence.index and part.text.startswith("其中"):
            end = part.end  # 坦承，放款共86亿元，其中26亿元已转列呆账: what was admitted is told of the part
    return end if end - start <= MAX_SPAN else verb.end


def _within(entity: EntityMention, clause: Clause, start: int, end: int) -> bool:
    return clause.start <= entity.start and start <= entity.start and entity.end <= end


def _told(clauses: Sequence[Clause], phrase: str, verb: Token) -> tuple[str, ...]:
    """The nouns, verbs (付 as well) and times of the clauses, without those of who spoke, of when, and of saying."""
    cues = load_cues()
    said = cues.says | cues.denies | cues.confirms | cues.opines | cues.avows
    words = set[str]()
    for clause in clauses:
        own = clause.start <= verb.start < clause.end
        spoken = [m for m in clause.times if own and m.start < verb.start]
        for token in clause.tokens:
            short = len(token.text) < 2 and (token.tag != "VERB" or token.text in cues.links or token.text in _SAYS_LITTLE)
            if short or token.tag not in {*NOMINAL, "VERB", "X"} or token.text in phrase:
                continue
            if not any(m.start <= token.start < m.end for m in spoken):
                words.add(token.text)
        words |= {clause.text[m.start - clause.start : m.end - clause.start] for m in clause.times if m not in spoken}
    return tuple(sorted(words - said))
