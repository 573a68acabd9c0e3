"""Claims about happenings: that something happened or did not (ACT), when (DATE), where (PLACE), by whom (MEETING/OFFICE: `who`), in
what order (ORDER).

A happening is an event word of `data/events.yml` (or, where a clause denies something, any verb) with the nouns around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.dates import find_dates
from factcheck.claims.draft import MAX_SPAN, avowed_start, make_claim, read_subject
from factcheck.claims.happenings import NOMINAL, NOMINAL_TYPES, Happening, find_happenings, frame_of
from factcheck.claims.lengths import find_lengths
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.limits import BEFORE, numbered_things, time_limit
from factcheck.claims.occasions import tells_of_another_occasion
from factcheck.claims.orders import find_orders
from factcheck.claims.places import Asked, find_places
from factcheck.claims.poles import load_poles
from factcheck.claims.sides import find_sides
from factcheck.claims.stance import negation_before
from factcheck.claims.states import restricted_group
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document, Token
from factcheck.mentions.types import Mention
from factcheck.model import Claim, Family, Polarity, Quantity, Scope, Stance

__all__ = ["extract_events"]


def extract_events(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> list[Claim]:
    """All claims about happenings, in reading order."""
    claims: list[Claim] = []
    asked = Asked()
    for clause in clauses:
        happenings = find_happenings(clause)
        told: list[Happening] = []
        for happening in happenings:
            if (
                happening.type in NOMINAL_TYPES
                and not happening.negated
                and document.shadow.text.startswith(happening.object[:2] or "\n", happening.end)
                and any(t.start == happening.end and t.tag in NOMINAL for t in clause.tokens)
            ):
                continue  # 地震灾害救援队伍: the word only modifies the noun after it
            if happening.type in load_event_words().awaited and any(_is_share(f) and f.end <= happening.start for f in clause.figures):
                continue  # 85%被控制住: neither so nor not so
            if clause.stance is Stance.DENIES and clause.figures:
                continue  # “十二人身亡”纯属谣言: so many did not, which does not say that nobody did
            if happening.negated or not _NOUNED.match(document.shadow.text, happening.end, clause.end):
                claims.append(_act_claim(document, happening, times))
            if happening.negated or happening.pending:
                continue
            if not _SCENE.match(document.shadow.text, happening.end, clause.end):
                told.append(happening)
        claims.extend(find_dates(document, clause, told, times, clauses))
        claims.extend(find_lengths(document, clause, times, clauses))
        claims.extend(find_places(document, clause, happenings, times, asked))
        claims.extend(find_sides(document, clause, times))
        for index in clause.denies:
            claims.extend(_denial_claims(document, clause, clauses[index], times))
    claims.extend(find_orders(document, clauses))
    return claims


_NOUNED = re.compile(r"(?:之初|之际|以来|期间|前夕|过程|程序|条件|事宜|问题|[方者国地](?![面向式便才]))")
"""What makes an event word part of a noun: 签署方, 签署之初 tell of no signing."""


_SCENE = re.compile(
    r"(?:地(?!震)|场(?!面|景|合|次|均)|台(?!风|湾|北|中|南)|基地|中心|塔|现场|路段|水域|海域|地点|位置|区域|者|方(?![面向式便才]))"
)
"""What makes an event word the name of a place or a party: whoever went to the 事发地 did so on another day."""


def _is_share(figure: Mention) -> bool:
    return isinstance(figure.value, Quantity) and figure.value.dimension == "share"


def _denial_claims(document: Document, clause: Clause, target: Clause, times: ClauseTimes) -> Iterator[Claim]:
    """What a sentence told and the next denies: the happenings of the first, denied in the words of the second."""
    for happening in find_happenings(target):
        if happening.negated or happening.type not in load_event_words().types.values():
            continue
        claim = _act_claim(document, happening, times)
        yield make_claim(
            document,
            clause,
            start=clause.start,
            end=max(clause.denied_until, clause.start + 1),
            family=Family.ACT,
            attribute=claim.attribute,
            value=Polarity(False, happening.word),
            subject=claim.subject,
            subject_text=claim.subject_text,
            attribute_text=claim.attribute_text,
            scope=claim.scope,
            as_of=claim.as_of,
            frame=claim.frame,
            stance=Stance.DENIES,
            time_behaviour="fixed",
        )


def _act_claim(document: Document, happening: Happening, times: ClauseTimes) -> Claim:
    clause = happening.clause
    subject, subject_text = read_subject(clause)
    holds = not happening.negated and not happening.pending
    stance = clause.stance
    if stance is Stance.DENIES:
        holds = not holds  # to deny that it did not open is to say that it did
    start, end = happening.start, happening.end
    if happening.negated:
        first = negation_before(clause, start)
        near = (t.start for t in clause.content_tokens() if start - 8 <= t.start < start and (t.text in load_cues().negations))
        start = min([start, *near, *((first.start,) if first is not None else ())])
    if happening.object and (found := document.shadow.text.find(happening.object[-2:], end, clause.end)) >= 0:
        end = min(clause.end, found + len(happening.object[-2:]))
    if clause.stance is Stance.DENIES and clause.denied_until > end and clause.denied_until - start <= MAX_SPAN:
        end = clause.denied_until
    start = avowed_start(clause, start, end)
    not_yet = happening.pending or bool(word_pattern(load_cues().not_yet_in).search(clause.text))
    return make_claim(
        document,
        clause,
        start=start,
        end=end,
        family=Family.ACT,
        attribute=f"{happening.type}|{happening.object[-4:]}" if happening.object else happening.type,
        value=Polarity(holds, happening.word),
        subject=subject,
        subject_text=subject_text,
        attribute_text=happening.word + happening.object,
        scope=Scope(
            population=restricted_group(clause),
            place=clause.places[0] if clause.places else "",
            period=times.own_period(clause, happening.start) or (times.event_period(clause, happening.start) if not not_yet else None),
            event=clause.event,
            qualifiers=_qualify(document, happening, not_yet and not holds),
        ),
        as_of=times.as_of(clause) or (times.spoken_at(clause) if clause.confirmed else None),
        frame=frame_of(happening),
        time_behaviour="fixed",
    )


_ANY = re.compile(r"任何|一(?![直定致般样些旦度同并切再律向面边方体经时])[\u4e00-\u9fff]|半[个点]|无人|没人|无一|没有人")


def _qualify(document: Document, happening: Happening, not_yet: bool) -> tuple[str, ...]:
    """`not_yet`; `none`, a negation of everybody; `never`, of all time; `confirmed`, said by one who admits or confirms it;
    `another`, of another case than the affair's own."""
    before = document.shadow.text[happening.clause.sentence.start : happening.start]
    marks = {
        "not_yet": not_yet,
        "none": happening.negated and _is_sweeping(happening),
        "never": _is_never(happening),
        "confirmed": happening.clause.confirmed,
        "another": bool(load_poles().another.search(happening.clause.text)) or tells_of_another_occasion(before),
    }
    limit = time_limit(happening.clause, happening.start)
    return (*(name for name, holds in marks.items() if holds), *((BEFORE + limit,) if limit else ()), *numbered_things(happening.clause))


def _is_never(happening: Happening) -> bool:
    negation = negation_before(happening.clause, happening.start) if happening.negated else None
    return negation is not None and negation.text in {"从未", "从没", "未曾", "不曾", "绝无", "从来没有", "从来没", "绝未"}


def _is_sweeping(happening: Happening) -> bool:
    """Whether a negation is of everybody: 没有一例死亡, 无人受伤, 没有患者因此死亡. Somebody's is then its contrary."""
    negation = negation_before(happening.clause, happening.start)
    if negation is None:
        return False
    if negation.text == "排除":
        return True  # there was nothing of the sort
    between = [t for t in happening.clause.tokens if negation.end <= t.start and t.end <= happening.start]
    offset = happening.clause.start
    words = happening.clause.text[negation.start - offset : happening.start - offset]
    behind = happening.clause.text[happening.end - offset :]
    return bool(_ANY.search(words) or _ANY.match(behind.lstrip("过了到"))) or (
        negation.text in {"没有", "无", "并无", "未有", "未", "没"}
        and _opens_with_noun(between, own=len(negation.text) > 1 or negation.text == "无")
    )


def _opens_with_noun(between: Sequence[Token], *, own: bool) -> bool:
    """Whether a noun follows a negation, verbs of being there left out: 没有患者死亡 (`own`: the negation is a verb itself),
    没有出现患者因断电死亡的情形."""
    there = [t for t in between[:1] if load_poles().general.get(t.text) == "exist"]
    rest = between[len(there) :]
    return (own or bool(there)) and bool(rest) and rest[0].tag == "NOUN"
