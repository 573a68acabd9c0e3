"""Candidate pairs: claims that share a blocking key. Never all pairs.

A key is a family or dimension with one word of what is claimed (lexicon concept, event type, a character of the head noun). A block that
grows past `BLOCK` claims is cut again by subject and month, so that cost stays near linear in the number of claims.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from factcheck.alignment.linking import Linker
from factcheck.alignment.similarity import meanings_of, noun_letters
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.leftovers import is_bare
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.claims.place_words import load_place_words
from factcheck.claims.poles import AVOWAL
from factcheck.claims.stepwords import load_step_words
from factcheck.language.kinds import classes_of
from factcheck.language.thesaurus import groups_of
from factcheck.mentions.slips import digits_of, number_told
from factcheck.model import Claim, Family, Name, Order, Period, Polarity, Quantity, Stance, Value

__all__ = ["BLOCK", "blocking_keys", "candidate_pairs", "denial_pairs", "is_denial"]

COURSE = frozenset({"begin", "hold", "end", "last", "attend"})
"""Event types of one course of events: where it began is where it was held."""
PRESENCE = frozenset({"appear", "enter", "deploy", "arrive"})
"""Event types by which somebody is there: what first appeared in April was not there in autumn."""
SAME_WORDING = 10
"""Characters of a clause from which on equal openings or ends are worth a look."""
_TO_THE_HOUR = frozenset({"hour", "minute", "part"})
"""Times so fine that two articles which open with them may tell of one happening, whatever their verbs."""
_GROUNDS = frozenset({"port", "hospital", "court", "prison", "venue"})
"""Sorts of grounds with a name of their own: where two articles open with one each, it is where what both are about took place."""
BLOCK = 240
"""Claims in a block before it is cut by subject and month."""


def blocking_keys(claim: Claim, linker: Linker) -> Iterator[tuple[str, ...]]:
    """The keys of a claim: two claims about one fact share at least one."""
    frame = claim.frame
    if isinstance(claim.value, Quantity):
        kind = "CHANGE" if claim.family is Family.CHANGE else ""
        dimension = "count" if claim.value.dimension == "number" else claim.value.dimension
        base = (kind, dimension)
        if claim.value.dimension == "time" and (long := number_told(claim.value)) is not None:
            yield ("VALUE", "time", f"{float(long * (claim.value.factor or 1)):.1e}")
        number = number_told(claim.value)
        if number is not None and len(order := "".join(sorted(digits_of(claim.value).replace("0", "")))) >= 2:
            yield ("TRANSPOSED", kind, "count" if dimension == "money" else dimension, order)
        if claim.attribute.startswith("lasts|"):
            yield from _verb_keys("LASTS", frame.concept, frame.predicate)
            if claim.value.low is not None and claim.value.low == claim.value.high:
                yield ("LASTS", "length", f"{float(claim.value.low * (claim.value.factor or 1)):.3e}")
            return
        if number is not None and len(digits_of(claim.value)) >= 2:
            yield ("VALUE", f"{float(abs(number)):.6e}")
            yield ("VALUE", f"{float(abs(number) * (claim.value.factor or 1)):.6e}")
        if claim.value.dimension == "score":
            yield ("SCORE", claim.value.digits)
        if is_bare(claim):
            return
        if frame.concept:
            yield (kind, "concept", frame.concept)
        for letter in sorted(noun_letters(frame.noun or frame.head) | noun_letters(frame.predicate)):
            yield (*base, "letter", letter)
        if group := noun_group(frame.noun):
            yield (*base, "group", group)
        if frame.noun.startswith("总") or frame.noun.endswith("金额"):
            yield (*base, "total")  # 总价, 总额: such nouns have no character of their own
        if len(frame.wording) >= SAME_WORDING:
            yield (*base, "wording", frame.wording[:6])
            yield (*base, "wording", frame.wording[-6:])
        if frame.predicate:
            yield (*base, "verb", load_event_words().event_type(frame.predicate))
            for meaning in sorted(meanings_of(frame.predicate)):
                yield (*base, "meaning", meaning)
        if claim.value.low is not None and claim.value.low == claim.value.high:
            yield from ((*base, "digits", key) for key in _slips_of(claim.value.low))
            yield (*base, "value", f"{float(claim.value.low * (claim.value.factor or 1)):.2e}")
        return
    if claim.attribute == "said":
        yield ("said", frame.wording[:5])
        yield ("said", frame.wording[-5:])
    elif claim.attribute.startswith("role|"):
        yield ("role", claim.attribute)
        if frame.concept.startswith("deed|did:"):
            yield from (("role", "meaning", meaning) for meaning in sorted(meanings_of(frame.predicate)))
    elif claim.attribute == "title":
        yield ("title", linker.key(claim.subject))
    elif claim.family is Family.OFFICE or claim.family is Family.MEETING:
        yield ("person", claim.attribute)
    elif claim.family is Family.ORDER:
        yield from _order_keys(claim.value)
    elif claim.family is Family.ACT:
        yield from _verb_keys("ACT", frame.concept, frame.predicate)
        if len(frame.head) >= 2:
            yield ("ACT-OBJECT", frame.head[:2])
            yield ("ACT-OBJECT", frame.head[-2:])
        if isinstance(claim.value, Polarity) and not claim.value.holds and len(frame.predicate) >= 2:
            yield ("ACT-DEED", frame.predicate[:2])
        elif frame.head:
            yield from (("ACT-DEED", word) for word in frame.words if len(word) == 2 and word in frame.head)
        for kind in sorted(classes_of(frame.head)):
            yield ("ACT-KIND", kind)
        if isinstance(claim.value, Polarity) and claim.value.holds:
            yield from _thing_keys((*frame.words, frame.head))
    elif claim.family is Family.STATE:
        yield ("STATE", frame.concept)
        if frame.concept == "thing":
            yield from _thing_keys((*frame.words[-1:], frame.head))
    elif claim.family is Family.FIRST or (claim.family is Family.DATE and frame.concept in PRESENCE):
        yield ("PRESENCE",)
        if claim.family is Family.DATE:
            yield ("DATE", frame.concept)
            yield from _time_keys(claim)
            for family in load_step_words().families_of(frame.predicate):
                yield ("DATE", family)
    elif claim.family is Family.DATE:
        if isinstance(claim.value, Period) and claim.value.granularity == "minute" and claim.value.start is not None:
            yield ("DATE", claim.value.start.isoformat())
        yield from _verb_keys("DATE", "end" if frame.concept == "end_on" else frame.concept, frame.predicate)
        yield from _time_keys(claim)
        for family in load_step_words().families_of(frame.predicate):
            yield ("DATE", family)
    elif claim.family is Family.PLACE:
        kin_of = load_place_words().kin_of
        if isinstance(claim.value, Name) and load_place_words().sort_of(claim.value.key) in _GROUNDS:
            yield ("PLACE", "ground", claim.value.key[-2:])
        if isinstance(claim.value, Name) and "/" in claim.value.key:
            yield ("PLACE", "inner", claim.value.key.rpartition("/")[2])
        yield from _verb_keys("PLACE", "course" if frame.concept in COURSE else kin_of(frame.concept).partition("_")[0], frame.predicate)
    else:
        yield (claim.family.value, frame.concept)


def _slips_of(number: Decimal) -> set[str]:
    """What a number shares with those that a slip of the pen makes of it: its digits in any order, and with one of them left open."""
    digits = "".join(map(str, number.normalize().as_tuple().digits))
    told = digits.replace("0", "")
    if len(told) < 2:
        return set()
    return {"".join(sorted(told)), *(f"{digits[:i]}_{digits[i + 1 :]}" for i in range(len(digits)))}


def _time_keys(claim: Claim) -> Iterator[tuple[str, ...]]:
    """What two dates of one happening may share beside the verb: a word, the day, the affair's main event, that something goes on."""
    for word in claim.frame.words:
        yield ("DATE", "word", word)
    if isinstance(claim.value, Period) and claim.value.start is not None:
        yield ("DATE", "day", claim.value.start.date().isoformat())
    words = load_event_words()
    if isinstance(claim.value, Period) and claim.value.granularity in _TO_THE_HOUR:
        yield ("DATE", "clock")
    if claim.frame.concept == "occur" or (claim.frame.concept in words.types.values() and claim.frame.concept not in words.generic):
        yield ("DATE", "main")
    if claim.attribute.endswith(("|until", "|range")):
        yield ("DATE", "until")
    if any(mark.startswith("@") for mark in claim.scope.qualifiers):
        yield ("DATE", "anchor")


def _verb_keys(family: str, concept: str, verb: str) -> Iterator[tuple[str, ...]]:
    """A listed event type, or each character of an unlisted verb: 侧翻 and 翻侧 are worth a look. And the meanings of the verb: so are 免去
    and 撤换."""
    for meaning in sorted(meanings_of(verb)):
        yield (family, "meaning", meaning)
    if concept.isascii():
        yield (family, concept)
    else:
        for letter in sorted(set(concept)):
            yield (family, letter)


def _order_keys(value: Value) -> Iterator[tuple[str, ...]]:
    """What its steps may be told by: each character, event type and thesaurus group of their words, and one key for an accident however
    it is called. Two orders of the same steps share one at least."""
    assert isinstance(value, Order)
    words, steps = load_event_words(), load_step_words()
    keys = set()
    for word in {w for step in value.steps for w in (*step.acts, *step.things, *step.agents)} or {value.first, value.then}:
        kinds = {words.types[m.group()] for m in words.pattern.finditer(word)}
        keys |= {*word, *kinds, *groups_of(word), *(["accident"] if word in steps.affair or kinds & steps.accidents else [])}
    for key in sorted(keys):
        yield ("order", key)


def _thing_keys(words: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The ends and the groups of nouns: what a denied thing and a report of it share."""
    for word in sorted({w for w in words if len(w) > 1}):
        yield ("THING", word[-2:])
        if group := noun_group(word):
            yield ("THING-GROUP", group)
        for kind in sorted(classes_of(word)):
            yield ("THING-KIND", kind)


def candidate_pairs(claims: Sequence[Claim], linker: Linker) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that share a key, each once, in reading order of the claims given. Pairs within one article are left out unless one stands
    in the headline; two claims that something happened are left out where neither denies it (nothing could differ)."""
    position = {claim.id: index for index, claim in enumerate(claims)}
    blocks: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in blocking_keys(claim, linker):
            blocks[key].append(claim)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for block in _cut(blocks[key], linker):
            for a, b in combinations(block, 2):
                if not _worth(a, b):
                    continue
                pair = (a.id, b.id) if position[a.id] < position[b.id] else (b.id, a.id)
                if pair not in seen:
                    seen.add(pair)
    by_id = {c.id: c for c in claims}
    for first, second in sorted(seen, key=lambda p: (position[p[0]], position[p[1]])):
        yield by_id[first], by_id[second]


def _worth(a: Claim, b: Claim) -> bool:
    if a.article == b.article and a.headline == b.headline:
        return False
    if isinstance(a.value, Polarity) and isinstance(b.value, Polarity):
        return a.value.holds != b.value.holds
    return True


def _cut(block: Sequence[Claim], linker: Linker) -> Iterable[Sequence[Claim]]:
    if len(block) <= BLOCK:
        return [block]
    parts: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in block:
        when = claim.scope.period or claim.as_of
        start = when.start if when else claim.published
        parts[(linker.key(claim.subject), start.strftime("%Y-%m") if start else "")].append(claim)
    return [parts[key][:BLOCK] for key in sorted(parts)]


def denial_pairs(claims: Sequence[Claim], linker: Linker) -> Iterator[tuple[Claim, Claim]]:
    """Denials with the reports of other articles that share a word with them, in their own words or in one of the same meaning: (denial,
    report), in reading order. A word that more than `BLOCK` reports have is no key."""
    told: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        if is_report(claim):
            for key in _word_keys((*claim.frame.words, claim.frame.predicate)):
                told[key].append(index)
    for denial in filter(is_denial, claims):
        words = (*denial.frame.words, *denial.frame.answers, denial.frame.predicate, denial.frame.head)
        met = {i for key in _word_keys(words) for i in told.get(key, ()) if len(told[key]) <= BLOCK}
        for index in sorted(met):
            if claims[index].article != denial.article and linker.one_affair(claims[index].article, denial.article):
                yield denial, claims[index]


def is_denial(claim: Claim) -> bool:
    """Whether a claim says in so many words that something did not happen or is not so; that all is well (完好, 照常), where its clause
    stresses it or answers a rumour."""
    if not isinstance(claim.value, Polarity) or claim.attribute == AVOWAL or claim.family is Family.OFFICE:
        return False
    if claim.frame.predicate in load_cues().leaves_open and not claim.value.holds:
        return False
    if claim.value.holds:
        return claim.family is Family.STATE and bool(claim.frame.answers or claim.frame.stressed) and _says_not(claim)
    return claim.stance is Stance.DENIES or _says_not(claim)


_NONE_OF = re.compile(r"不[^，。；]{0,12}任何|(?<![不未没沒法能])排除")


def _says_not(claim: Claim) -> bool:
    """Whether the words of a claim deny something or say that all is well."""
    return _said_not().search(claim.quote) is not None


@cache
def _said_not() -> re.Pattern[str]:
    cues = load_cues()
    return re.compile(f"{word_pattern(cues.said_not_in | cues.all_well_in).pattern}|{_NONE_OF.pattern}")


def is_report(claim: Claim) -> bool:
    """Whether a claim says that something happened."""
    dated = claim.family is Family.DATE and claim.frame.predicate not in {"", claim.frame.head}  # 当天就漏了
    done = claim.family is Family.ACT and isinstance(claim.value, Polarity) and claim.value.holds
    return (dated or done) and not claim.headline and claim.stance is Stance.ASSERTS and not _says_not(claim)


def _word_keys(words: Iterable[str]) -> set[str]:
    """What two words that may be one in other words share: themselves, a meaning, their last two characters, their only one."""
    kinds = load_event_words().types
    keys = set()
    for word in set(words) - {""}:
        keys |= {word, word[-2:], *groups_of(word), *(word if len(word) <= 2 else ())}
        if word in kinds:
            keys.add(f"@{kinds[word]}")
    return keys
