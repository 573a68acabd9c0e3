"""A denial and the report that it answers, in whatever words they are told.

The other comparers ask for one verb or one state. Two newsrooms that contradict each other seldom use one (从未攻入, 占领; 没有外泄,
漏了一地). Here a pair that nothing else relates is weighed by what else tells that one sentence answers the other: rare words that only
these two sentences share, a deed that both tell of, a rumour that the denial says it answers, the stress it puts on it, and that the
report is of an admission. A denial has one report that fits best.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from factcheck.alignment.pairing import is_denial
from factcheck.alignment.similarity import noun_similarity
from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.limits import BEFORE
from factcheck.claims.poles import AVOWAL, load_poles
from factcheck.claims.states import THING
from factcheck.comparison.counterparts import meanings, tells
from factcheck.comparison.gates import gate_affair, gate_place
from factcheck.comparison.happened_twice import two_rounds
from factcheck.comparison.limits import gate_limits
from factcheck.comparison.measures import SAME_NOUN
from factcheck.comparison.polarities import gate_population, is_history, is_later, lasts_long, only_further, polarity_stance
from factcheck.comparison.sameness import bearers_meet, other_sorts, same_verb
from factcheck.comparison.surroundings import Surroundings, Trace, sentence_of
from factcheck.model import CONFLICT, Claim, Kind, Polarity, Reason, Relation, Stance

__all__ = ["TOLD", "find_answered", "find_things", "overlap", "tells_of_tie"]

GROUP, LIKE, BESIDE, NAMED = 0.9, 0.7, 0.8, 0.5
"""What a shared word is worth that is told by a synonym, by a longer or shorter word, in another clause of the sentence; 1 as it is."""
DEED, ADMITTED = 0.6, 0.2
"""What it adds that both tell of one deed, and that the report is of an admission, when the report that fits best is chosen."""
RARE = 2.2
"""Shared words, each worth one over the root of the sentences of an article that have it, from which on a pair needs no other sign: of the
open corpora all such pairs were contradictions; from 2.0 on one in four was."""
STRESSED, TOLD = 0.7, 0.5
"""What they must share besides the deed where the denial is stressed, and where it answers a rumour."""
CLEAR = 0.75
"""Share of the best report's score that the next best may have where the best is so by far."""
ALONE = 1.0
"""What the words of a report's clause must be worth that is the counterpart of a stressed denial or of an answer: one word that neither
article tells elsewhere."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a report fits a denial: `own`, the words of its clause that the denial has; `beside`, those before it in its sentence;
    `things`, both without the deed; `deed`, see `_one_deed`; `sole`, whether either article tells of that deed in this sentence alone;
    `admitted`, whether somebody confirms it; `margin`, how far the two sentences are each other's best
    counterpart (`Counterparts.margin`), -1 where another report fits nearly as well; `parties`, whether each side names a body or a country
    that the other article does not know: who signed with whom."""

    no: Claim
    yes: Claim
    own: float
    beside: float
    things: float
    deed: float
    sole: bool
    admitted: bool
    margin: float = -1.0
    parties: bool = False

    @property
    def score(self) -> float:
        return self.own + self.beside + DEED * self.deed + ADMITTED * self.admitted


def find_answered(
    pairs: Iterable[tuple[Claim, Claim]], claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings
) -> Iterator[Relation]:
    """Contradictions between a denial and a report that nothing else has related. `pairs`: (denial, report) of `claims`.

    What is said with stress, or in answer to a rumour, is said to one report: where another one fits it better than the report that it has
    been set against by far, the relation to that one comes out as well, as of another event."""
    place = {c.id: sentence_of(c) for c in claims}
    by_id = {c.id: c for c in claims}
    settled: dict[str, list[tuple[Claim, Relation]]] = defaultdict(list)
    for relation in (r for r in relations if r.kind in CONFLICT):
        for claim in (by_id[relation.a], by_id[relation.b]):
            settled[claim.article].append((claim, relation))
    told = [r for r in relations if r.kind is Kind.UPDATES and isinstance(by_id[r.a].value, Polarity)]
    passed = {frozenset((place[r.a], place[r.b])) for r in told}
    denied: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in filter(is_denial, claims):
        denied[place[claim.id]].append(claim)
    common = around.counterparts.counts
    fits: dict[tuple[str, int], list[_Fit]] = defaultdict(list)
    rivals: dict[tuple[str, int], dict[Relation, _Fit]] = defaultdict(dict)
    for no, yes in pairs:
        where = place[no.id]
        if not _one_affair(no, yes, around) or frozenset((where, place[yes.id])) in passed:
            continue
        met = [(by_id[r.a if r.b == c.id else r.b], r) for c, r in settled[no.article] if overlap(no, c)]
        if any(not _may_be_overruled(no, other) for other, _ in met):
            continue
        rivals[where] |= {r: _weigh(no, other, around, common) for other, r in met}
        fits[where].append(_weigh(no, yes, around, common))
    for where in sorted(fits):
        ranked = sorted(fits[where], key=lambda f: (-f.score, -f.own, f.no.span.start, f.yes.article, f.yes.span.start, f.no.id, f.yes.id))
        best = [f for f in ranked if place[f.yes.id] == place[ranked[0].yes.id]]
        second = max((f.score for f in ranked if place[f.yes.id] != place[best[0].yes.id]), default=0.0)
        if second <= CLEAR * best[0].score:
            margin = around.counterparts.margin(where, place[best[0].yes.id])
            best = [replace(f, margin=margin) for f in best]
        if any(map(_is_weighed, best)) or any(_one_denial(f.no, other) for f in best for other in denied[place[f.yes.id]]):
            continue
        if any(f.score > CLEAR * best[0].score or place[f.yes.id] == place[best[0].yes.id] for f in rivals[where].values()):
            continue
        nearest = sorted(best, key=lambda f: (-f.deed, -f.own))
        found = next((r for fit in nearest if (r := _relate(fit, around)) is not None), None)
        if found is not None:
            yield found
            for rival in rivals[where]:
                yield Relation(rival.a, rival.b, Kind.INCOMPARABLE, Reason.OTHER_EVENT, (*rival.gates, ("answered", found.b)))


def _one_affair(no: Claim, yes: Claim, around: Surroundings) -> bool:
    return around.linker.one_affair(no.article, yes.article) and gate_affair(no, yes, around.linker) is None


def _may_be_overruled(no: Claim, other: Claim) -> bool:
    """Whether a denial that has been set against a claim may be said to another report all the same."""
    said = no.frame.stressed or bool(no.frame.answers)
    return said and isinstance(other.value, Polarity) and other.attribute != AVOWAL and other.article != no.article


def _one_denial(no: Claim, other: Claim) -> bool:
    """Whether the sentence of a report denies the very same (火势仍未得到控制，这是一场大火, told by two papers)."""
    return other.frame.predicate != "" and (other.frame.predicate, other.frame.head) == (no.frame.predicate, no.frame.head)


def overlap(no: Claim, other: Claim) -> bool:
    """Whether a claim that contradicts another article stands where the denial does, or is the avowal of its sentence."""
    if other.attribute == AVOWAL and other.sentence == no.sentence:
        return True
    return no.span.start < other.span.end and other.span.start < no.span.end


def _weigh(no: Claim, yes: Claim, around: Surroundings, common: Mapping[str, Counter[str]]) -> _Fit:
    """How well a report fits a denial."""
    denied = {w for w in (*no.frame.words, *no.frame.answers, no.frame.predicate, no.frame.head, no.subject_text) if tells(w)}
    one, two = common[no.article], common[yes.article]
    names = "\n".join(k for c in (no, yes) for k in (c.subject, c.subject_text, *c.frame.participants, *c.frame.context))

    def shared(words: Iterable[str]) -> dict[str, float]:
        found: dict[str, float] = {}
        for word in words:
            strength, other = _match(word, denied) if tells(word) else (0.0, "")
            if strength:
                strength *= NAMED if word in names or other in names else 1
                found[other] = max(found.get(other, 0.0), strength / sqrt(max(1, one[other], two[word])))
        return found

    verb = yes.frame.predicate
    thing = no.frame.words[-1:] if no.frame.concept == THING else ()  # in the order of the text there, sorted elsewhere
    deeds = denied if no.frame.answers else {no.frame.predicate, no.frame.head, *thing} - {""}
    deed = _one_deed(verb, deeds)
    own = shared({*yes.frame.words, verb})
    done = {_match(verb, denied)[1]} if deed else set()
    beside = {w: BESIDE * p for w, p in shared(yes.frame.scene).items() if w not in own}
    things = sum(p for w, p in (own | beside).items() if w not in done and not (deed and len(verb) == 1 and verb in w))
    sole = deed == 1 and any(own.get(w, 0.0) >= GROUP and w in deeds for w in done)
    admitted, parties = "confirmed" in yes.scope.qualifiers, _names_other(no, yes, around) and _names_other(yes, no, around)
    return _Fit(no, yes, sum(own.values()), sum(beside.values()), things, deed, sole, admitted, parties=parties)


def _names_other(one: Claim, other: Claim, around: Surroundings) -> bool:
    """Whether a claim stands beside the name of a body or a country that the other article does not know."""
    names = {*one.frame.participants, *one.frame.context} - {""}
    return any(around.linker.type(n) in {"ORG", "GPE"} and not around.linker.named_in(other.article, n) for n in names)


def find_things(no: Claim, yes: Claim, around: Surroundings, common: Mapping[str, Counter[str]]) -> float:
    """What the words are worth that a denial and a report share (`RARE`), without those of their deeds. `common`: `Counterparts.counts`."""
    return _weigh(no, yes, around, common).things


def _match(word: str, denied: set[str]) -> tuple[float, str]:
    if word in denied:
        return 1.0, word
    own = meanings(word)
    for other in sorted(denied):
        if own & meanings(other):
            return GROUP, other
    for other in sorted(denied):
        alike = word[-1] == other[-1] or word in other or other in word
        if alike and len(set(word) & set(other)) >= 2 and noun_similarity(word, other) and not other_sorts(word, other):
            return LIKE, other
    return 0.0, ""


_PARTICLES = frozenset("了过着出进到上下有来去")


def _one_deed(verb: str, deeds: Iterable[str]) -> float:
    """1 where a verb is what is denied, in a word of the same meaning or by its one character; 0.5 where they share a character."""
    verb = verb.rstrip("过了") or verb
    best, empty = 0.0, verb in load_event_words().light or verb in load_poles().general
    for deed in deeds:
        if verb == deed or (not empty and (meanings(verb) & meanings(deed) or _is_short_for(verb, deed) or _is_short_for(deed, verb))):
            return 1.0
        if not empty and len(verb) > 1 and len(deed) > 1 and set(verb) & set(deed) - _PARTICLES:
            best = 0.5
    return best


def _is_short_for(short: str, verb: str) -> bool:
    """Whether a verb of one character is short for one of two: 断 for 切断."""
    return len(short) == 1 and len(verb) == 2 and short in verb


def _is_weighed(fit: _Fit) -> bool:
    """Whether both tell of one deed with one verb and all they say of it stands beside it: `sameness` has found that not to be enough."""
    no, yes = fit.no, fit.yes
    if no.family is not yes.family or no.frame.answers or fit.beside or (_is_counterpart(fit) and not fit.parties) or _is_flat(fit):
        return False
    return same_verb(no, yes)


def _is_flat(fit: _Fit) -> bool:
    """Whether a deed that each article tells of but once is denied for all cases or all the time, and with stress or as an answer:
    从未停电, 停电十分钟."""
    flat = {"sweeping", "none", "never"} & set(fit.no.scope.qualifiers)
    said = fit.no.frame.stressed or bool(fit.no.frame.answers)
    one, two = fit.no.frame.head, fit.yes.frame.head
    told = not one or not two or (noun_similarity(one, two) or 0.0) >= SAME_NOUN
    return fit.sole and bool(flat) and said and told and bearers_meet(fit.no, fit.yes) and not _of_years(fit.yes)


def _is_counterpart(fit: _Fit) -> bool:
    """Whether two sentences that are each other's best counterpart share what neither article tells elsewhere, be it the deed or a thing.
    A report that insists may have an equal."""
    no, yes = fit.no.frame, fit.yes.frame
    said = no.stressed or bool(no.answers) or yes.insists
    mutual = fit.margin > 0 or (fit.margin == 0 and yes.insists)
    insisted = yes.insists and fit.margin > 0  # 项目主体工程一直没有停工; 工地其实早已停工
    told = yes.predicate.rstrip("了过") == no.predicate and (insisted or bearers_meet(fit.no, fit.yes))
    one = fit.deed != 0.5 and not _is_other_deed(fit) and (fit.things >= ALONE or told)
    return said and mutual and fit.own >= ALONE and one and not _of_years(fit.yes)


def _is_other_deed(fit: _Fit) -> bool:
    """Whether something else was done to what is denied to have been done to it: 从未遣返女工, 新增女工. What was never used, held or given
    (没有使用一袋水泥, 没打过疫苗) was not in whatever way another verb tells."""
    no, yes = fit.no.frame, fit.yes.frame
    verb = no.predicate.lstrip("没未").rstrip("过了")
    plain = verb in load_poles().general or verb in load_event_words().light or len(verb) == 1
    return not fit.deed and not plain and no.head == yes.head != "" and no.predicate not in {"", *yes.words}


def _of_years(claim: Claim) -> bool:
    period, published = claim.scope.period, claim.published
    year_over = (
        period is not None
        and period.granularity == "year"
        and period.end is not None
        and published is not None
        and period.end <= published.replace(tzinfo=None)
    )
    return year_over or lasts_long(period) or is_history(claim) or "another" in claim.scope.qualifiers


_SO, _NOT_SO = Polarity(True, ""), Polarity(False, "")


def _relate(fit: _Fit, around: Surroundings) -> Relation | None:
    no, yes = replace(fit.no, value=_NOT_SO), replace(fit.yes, value=_SO)  # 罐体完好 denies as well, 当天就漏了 reports
    answers, stressed = bool(no.frame.answers), no.frame.stressed
    things = fit.things
    if not (
        (things >= RARE and not answers and not stressed)
        or (answers and fit.deed and things >= TOLD)
        or (stressed and fit.deed == 1 and things >= STRESSED)
        or ((stressed or answers) and things >= 2)
        or _is_counterpart(fit)
        or (fit.admitted and fit.deed == 1 and things >= (TOLD if stressed else STRESSED))
        or (fit.admitted and fit.deed and fit.margin > 0 and things >= ALONE)
        or _is_flat(fit)
    ):
        return None
    if tells_of_tie(no.frame.head):
        return None
    trace = Trace()
    trace.steps += [("own", f"{fit.own:.2f}"), ("beside", f"{fit.beside:.2f}"), ("things", f"{fit.things:.2f}"), ("deed", f"{fit.deed:g}")]
    for name, gate in (
        ("stance", lambda: polarity_stance(no, yes)),
        ("things", lambda: _gate_things(no, yes)),
        ("population", lambda: gate_population(no, yes)),
        ("place", lambda: gate_place(no, yes, around.linker)),
        ("event", lambda: Reason.OTHER_EVENT if two_rounds(no, yes) else None),
        ("limits", lambda: _gate_limits(no, yes, around)),
        ("further", lambda: only_further(no, yes)),
    ):
        if not trace.passes(name, gate):
            return None
    if _came_later(no, yes):
        return None
    return trace.relation(no, yes, Kind.CONTRADICTS, Reason.DENIED if no.stance is Stance.DENIES else Reason.OPPOSITE)


def tells_of_tie(word: str) -> bool:
    """Whether a word is what is denied where a report only tells a body from another of a like name: 并无投资关系."""
    return word.endswith(tuple(load_cues().ties))


def _came_later(no: Claim, yes: Claim) -> bool:
    """Whether what is reported may only have come about after the denial: 外传下台, 职位并未免除; three days later he was."""
    if "not_yet" in no.scope.qualifiers and is_later(yes, no):
        return True
    since = yes.scope.period.start if yes.scope.period is not None else None
    said = no.as_of.end if no.as_of is not None else no.published
    return since is not None and said is not None and since > said.replace(tzinfo=None)


def _gate_limits(no: Claim, yes: Claim, around: Surroundings) -> Reason | None:
    """`gate_limits`, but for the moment before which something is denied where the report's sentence has told it as well (爆炸前没有报警;
    爆炸前40分钟，报警响了), and for people that neither clause names."""
    if any(mark.startswith(BEFORE) and any(w in mark for w in yes.frame.scene) for mark in no.scope.qualifiers):
        return None
    reason = gate_limits(no, yes, around)
    unnamed = not no.subject_text and not yes.subject_text and all(around.linker.type(c.subject) == "PER" for c in (no, yes))
    return None if reason is Reason.OTHER_SUBJECT and unnamed else reason


def _gate_things(no: Claim, yes: Claim) -> Reason | None:
    """Whether what was not done to one thing was done to another (未发现过期原料, 查获假酒), or on another occasion of years."""
    one, two = no.frame.head, yes.frame.head
    if one and two and not no.frame.answers and (other_sorts(one, two) or (noun_similarity(one, two) or 0.0) < 0.5):
        return Reason.OTHER_EVENT
    return Reason.OTHER_PERIOD if no.scope.period is None and (lasts_long(yes.scope.period) or is_history(yes)) else None
