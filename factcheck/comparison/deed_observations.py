"""What can be observed of two claims of two articles, one that something happened or is so, one that it did not or is not, beside their
sentences (`observations`): how their verbs, things and people fit, what each restricts itself to, who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from factcheck.alignment.linking import Linker
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.naming import ACCOUNT
from factcheck.claims.statements import Statement
from factcheck.comparison.gates import gate_subject
from factcheck.comparison.limits import by_polarity
from factcheck.comparison.observations import OBSERVED, Observer, content_words, loose_meanings
from factcheck.comparison.sameness import alike_things, shared_things
from factcheck.comparison.surroundings import sentence_of
from factcheck.comparison.times import overlap_in_time
from factcheck.model import Claim, Family, Polarity, Stance

__all__ = ["DEED_OBSERVED", "DENIAL_OBSERVED", "DeedObserver"]

_RESTRICTED = ("sweeping", "none", "never", "not_yet", "confirmed", "another", "each", "passing")
DEED_OBSERVED = (
    *OBSERVED,
    "fit",
    "denied_fit",
    "told_fit",
    "same_predicate",
    "predicate_meaning",
    "predicate_characters",
    "same_concept",
    "generic",
    "same_head",
    "heads",
    "head_characters",
    "noun_characters",
    "alike",
    "things",
    "same_subject",
    "subjects",
    "other_subject",
    "names_same",
    "names_of_denial",
    "names_of_report",
    "names_around",
    "about_same",
    "about_differ",
    "words_same",
    "words_of_denial",
    "words_of_report",
    "same_topic",
    "topic_characters",
    "times_told",
    "times_overlap",
    "scopes",
    "same_scope",
    "stance_of_denial",
    "stance_of_report",
    "speakers",
    "same_speaker",
    "speaker_of_denial",
    "headlines",
    "answers",
    "stressed_denial",
    "insisting_report",
    "family_of_denial",
    "family_of_report",
    "denied_thing",
    "days_later",
    *(f"denial_{name}" for name in _RESTRICTED),
    *(f"report_{name}" for name in _RESTRICTED if name != "never"),
)
"""Names of the observations. `fit`: what the words of the two claims share; `denied_fit`, `told_fit`: what those of the denial, of the
report share with the whole sentence of the other; `…_characters`: how many characters two words share (of predicates: what share of them);
`names_around`: whether one names what the other's surroundings name; `days_later`: how long after the report the denial was published."""
DENIAL_OBSERVED = (*DEED_OBSERVED, "opposed")
"""The same of two sentences: of their claims, a yes and a no, those that fit best. `opposed`: how many such pairs there are."""
_STANCES = tuple(Stance)
_FAMILIES = (Family.ACT, Family.STATE, Family.OFFICE)
_DAY = 86400.0


class DeedObserver:
    """Holds what is told to have happened, or to be so, against what is told not to."""

    def __init__(self, observer: Observer, claims: Sequence[Claim], linker: Linker) -> None:
        """`observer`: of the sentences; `claims`: of all articles, of which those are taken that say yes or no."""
        self._observer = observer
        self._linker = linker
        self._claims = [c for c in claims if isinstance(c.value, Polarity) and c.attribute != ACCOUNT]
        self._in: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for claim in self._claims:
            self._in[sentence_of(claim)].append(claim)

    def candidates(self) -> Iterator[tuple[Claim, Claim]]:
        """A claim that something is so and one that it is not, in sentences of two articles that are near each other
        (`Observer.candidates`)."""
        for one, other in self._observer.candidates():
            yield from self._opposed_in(one, other)

    def _opposed_in(self, one: Statement, other: Statement) -> Iterator[tuple[Claim, Claim]]:
        """The claims of two sentences, one that something is so and one that it is not."""
        told = (self._in.get(sentence_of(t.claim), ()) for t in (one, other))
        return ((a, b) for a, b in product(*told) if are_opposed(a, b))

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """The same of all sentences of one affair, where the two claims share a word themselves, however many sentences are nearer."""
        near = {frozenset((a.id, b.id)) for a, b in self.candidates()}
        for index, a in enumerate(self._claims):
            for b in self._claims[index + 1 :]:
                if a.article != b.article and are_opposed(a, b) and self._linker.one_affair(a.article, b.article):
                    shared = self._observer.fit(min(a.article, b.article), content_words(a), content_words(b))
                    if shared or frozenset((a.id, b.id)) in near:
                        yield a, b

    def observe(self, a: Claim, b: Claim) -> dict[str, float] | None:
        """The observations of two claims of two articles by name (`DEED_OBSERVED`), None where a sentence is not known or the two do not
        say yes and no. Symmetric."""
        if not are_opposed(a, b):
            return None
        no, yes = by_polarity(a, b)
        statements = self._observer.statements(no, yes)
        if statements is None:
            return None
        one, other = statements
        article = min(a.article, b.article)
        denied, told = content_words(no), content_words(yes)
        return {
            **self._observer.observe(one, other),
            "fit": self._observer.fit(article, denied, told),
            "denied_fit": self._observer.fit(article, denied, other.words),
            "told_fit": self._observer.fit(article, told, one.words),
            **_compare_words(no, yes),
            **self._compare_names(no, yes),
            **_compare_telling(no, yes),
        }

    def observe_sentences(self, one: Statement, other: Statement) -> dict[str, float]:
        """The observations of two sentences of two articles by name (`DENIAL_OBSERVED`). Symmetric."""
        first, second = sorted((one, other), key=lambda t: (t.article, t.span.start))
        pairs = [*self._opposed_in(first, second)]
        held = [found for found in (self.observe(a, b) for a, b in pairs) if found is not None]
        best = max(held, key=_closeness, default=None)
        return {
            **dict.fromkeys(DENIAL_OBSERVED, 0.0),
            **(self._observer.observe(one, other) if best is None else best),
            "opposed": float(len(pairs)),
        }

    def _compare_names(self, no: Claim, yes: Claim) -> dict[str, float]:
        """The subjects, names, places and speakers of a denial and a report."""
        linker, denial, report = self._linker, no.frame, yes.frame
        named = [p for p in denial.participants if linker.any_same([p], report.participants)]
        met = [p for p in report.participants if linker.any_same([p], denial.participants)]
        around = linker.any_same(denial.participants, report.context) or linker.any_same(report.participants, denial.context)
        return {
            "same_subject": float(no.subject != "" and linker.same(no.subject, yes.subject)),
            "subjects": _count(no.subject_text, yes.subject_text),
            "other_subject": float(gate_subject(no, yes, linker) is not None),
            "names_same": float(len(named)),
            "names_of_denial": float(len(denial.participants) - len(named)),
            "names_of_report": float(len(report.participants) - len(met)),
            "names_around": float(around),
            "scopes": _count(no.scope.place, yes.scope.place),
            "same_scope": float(no.scope.place != "" and linker.same(no.scope.place, yes.scope.place)),
            "speakers": _count(no.speaker, yes.speaker),
            "same_speaker": float(no.speaker != "" and linker.same(no.speaker, yes.speaker)),
            "speaker_of_denial": _count(no.speaker),
        }


def _closeness(observed: Mapping[str, float]) -> float:
    """How close a yes and a no of two sentences are beside the others of these: what they share, and twice for the verb itself."""
    shared = ("denied_fit", "told_fit", "fit", "predicate_meaning", "alike", "things")
    return sum(observed[name] for name in shared) + 2 * observed["same_predicate"]


def are_opposed(a: Claim, b: Claim) -> bool:
    """Whether one claim says that something happened or is so and the other that something did not or is not."""
    return isinstance(a.value, Polarity) and isinstance(b.value, Polarity) and a.value.holds != b.value.holds


def _compare_words(no: Claim, yes: Claim) -> dict[str, float]:
    """The words of a denial and a report: verbs, things, topics."""
    denial, report = no.frame, yes.frame
    about = set(denial.about), set(report.about)
    verbs = set(denial.predicate), set(report.predicate)
    return {
        "same_predicate": float(denial.predicate == report.predicate),
        "predicate_meaning": float(bool(loose_meanings(denial.predicate) & loose_meanings(report.predicate))),
        "predicate_characters": len(verbs[0] & verbs[1]) / max(1, len(verbs[0] | verbs[1])),
        "same_concept": float(denial.concept == report.concept != ""),
        "generic": float(denial.concept in load_event_words().generic),
        "same_head": float(denial.head == report.head != ""),
        "heads": _count(denial.head, report.head),
        "head_characters": _common(denial.head, report.head),
        "noun_characters": _common(denial.noun, report.noun),
        "alike": alike_things(no, yes),
        "things": float(shared_things(no, yes)),
        "about_same": float(len(about[0] & about[1])),
        "about_differ": float(min(len(about[0] - about[1]), len(about[1] - about[0]))),
        "words_same": float(len({*denial.words} & {*report.words})),
        "words_of_denial": float(len(denial.words)),
        "words_of_report": float(len(report.words)),
        "same_topic": float(denial.topic == report.topic != ""),
        "topic_characters": _common(denial.topic, report.topic),
        "answers": float(len({*denial.answers} & content_words(yes))),
        "denied_thing": float("thing" in {denial.concept, report.concept}),
    }


def _compare_telling(no: Claim, yes: Claim) -> dict[str, float]:
    """When a denial and a report are told, how firmly, and with which restrictions."""
    one, other = no.scope.period, yes.scope.period
    later = 0.0
    if no.published is not None and yes.published is not None:
        later = (no.published.replace(tzinfo=None) - yes.published.replace(tzinfo=None)).total_seconds() / _DAY
    return {
        "times_told": float((one is not None) + (other is not None)),
        "times_overlap": float(one is not None and other is not None and overlap_in_time(one, other)),
        "stance_of_denial": float(_STANCES.index(no.stance)),
        "stance_of_report": float(_STANCES.index(yes.stance)),
        "headlines": float(no.headline + yes.headline),
        "stressed_denial": float(no.frame.stressed),
        "insisting_report": float(yes.frame.insists),
        "family_of_denial": _number(no.family),
        "family_of_report": _number(yes.family),
        "days_later": later,
        **{f"denial_{name}": float(name in no.scope.qualifiers) for name in _RESTRICTED},
        **{f"report_{name}": float(name in yes.scope.qualifiers) for name in _RESTRICTED if name != "never"},
    }


def _count(*told: str) -> float:
    return float(sum(map(bool, told)))


def _common(one: str, other: str) -> float:
    return float(len(set(one) & set(other)))


def _number(family: Family) -> float:
    return float(_FAMILIES.index(family) if family in _FAMILIES else len(_FAMILIES))
