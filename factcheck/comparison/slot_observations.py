"""What can be observed of two persons, or two places, of two articles beside their sentences (`observations`): how their clauses fit, what
stands around the names, who else names them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from factcheck.alignment.similarity import letters_overlap, noun_letters, same_predicate
from factcheck.claims.naming import SLOT
from factcheck.claims.place_words import load_place_words
from factcheck.claims.slots import DONE_TO, MENTIONED, SPEAKS
from factcheck.comparison.happenings import fact_stance, row_of
from factcheck.comparison.observations import OBSERVED, Observer
from factcheck.comparison.place_parts import compare_places
from factcheck.comparison.slots import (
    Told,
    on_two_sides,
    one_title,
    shared_start,
    slot_pairs,
    told_beside,
    two_occasions,
    two_persons,
    two_places,
    two_titles,
)
from factcheck.comparison.surroundings import Surroundings
from factcheck.language.contrasts import contrasted
from factcheck.model import Claim, Name

__all__ = ["SLOT_OBSERVED", "SlotObserver"]

SLOT_OBSERVED = (
    *OBSERVED,
    "is_place",
    "fit",
    "fit_beyond",
    "rival_fit",
    "other_rival_fit",
    "same_title",
    "other_title",
    "quoted",
    "contrasted",
    "stances_differ",
    "rows_differ",
    "moved",
    "titled",
    "title_characters",
    "only_bearers",
    "strangers",
    "done_to",
    "same_predicate",
    "surely_apart",
    "same_type",
    "leads",
    "words_same",
    "thirds",
    "told_least",
    "told_most",
    "mentioned",
    "ways_differ",
    "way_to",
    "way_from",
    "occasions",
    "beside",
    "same_sort",
    "starts_alike",
    "ends_alike",
    "unknown_names",
)
"""Names of the observations. `fit`: what the words of the two clauses share; `fit_beyond`: how much more their sentences share than either
with another; `rival_fit`, `other_rival_fit`: how much better the pair fits than either name with another one that it may be held against;
`quoted`: how many are only quoted; `rows_differ`, `moved`: whether they are told of two of a row of occasions, how many of something that
was moved; `only_bearers`: of how many of the two the article gives nobody else such a title; `strangers`: how many are the only name of
their sentence that the other article does not know; `surely_apart`: 2 for places that cannot be one, 1 where nothing tells, -1 for persons;
`thirds`: how many third articles name either; `told_least`, `told_most`: how often each article names its own. Of places: `mentioned`:
how many stand where no word tells that something was there; `way_…`: how many tell whither, whence; `occasions`: how surely they are told
of two (`two_occasions`, strictly and not); `beside`: how many clauses tell of both; `starts_alike`, `ends_alike`: with how many characters;
`unknown_names`: how many of their sentences' the other article does not know."""
_OF_PLACES = SLOT_OBSERVED[SLOT_OBSERVED.index("mentioned") :]
_ALONE = -5.0
"""What the best other candidate is worth where there is none."""


class SlotObserver:
    """Holds the persons and the places of all articles against each other."""

    def __init__(
        self, observer: Observer, slots: Sequence[Claim], around: Surroundings, searched: Callable[[str], bool] = lambda article: True
    ) -> None:
        """`observer`: of the sentences; `slots`: of all articles (`claims.slots`); `searched`: of which articles (ids) the names are held
        against each other."""
        self._observer, self._around = observer, around
        self._told = Told([s for s in slots if s.frame.head != MENTIONED], around)
        self._mentioned = Told(slots, around)
        self._named: Counter[tuple[str, str, str]] = Counter((s.article, s.attribute, self._key(s)) for s in slots)
        self._in: dict[tuple[str, str], set[str]] = defaultdict(set)
        for slot in slots:
            self._in[slot.attribute, self._key(slot)].add(slot.article)
        compared = slot_pairs([s for s in slots if searched(s.article)], around)
        self._pairs = [(a, b) for a, b in compared if self._apart(a, b) and observer.statements(a, b) is not None]
        self._fits: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
        for a, b in self._pairs:
            fit = self._fit(a, b) + around.margin(a, b)
            self._fits[a.id, b.article].append((fit, b.id))
            self._fits[b.id, a.article].append((fit, a.id))

    def candidates(self) -> Sequence[tuple[Claim, Claim]]:
        """Persons, and places, of two articles of one affair that are two, neither of which the other article names."""
        return self._pairs

    def observe(self, a: Claim, b: Claim) -> dict[str, float]:
        """The observations of two names that are candidates, by name (`SLOT_OBSERVED`). Symmetric."""
        a, b = sorted((a, b), key=lambda c: (c.article, c.span.start, c.id))
        statements = self._observer.statements(a, b)
        assert statements is not None
        assert isinstance(a.value, Name)
        assert isinstance(b.value, Name)
        around, place = self._around, a.attribute == f"{SLOT}place"
        fit = self._fit(a, b)
        rivals = sorted(fit + around.margin(a, b) - self._rival(x, y) for x, y in ((a, b), (b, a)))
        titles = a.frame.noun, b.frame.noun
        marks = [{*c.scope.qualifiers} for c in (a, b)]
        own = sorted(self._named[c.article, c.attribute, self._key(c)] for c in (a, b))
        verdict = compare_places(a.value.key, b.value.key, around.linker) if place else ""
        return {
            **self._observer.observe(*statements),
            "is_place": float(place),
            "fit": fit,
            "fit_beyond": around.margin(a, b),
            "rival_fit": rivals[0],
            "other_rival_fit": rivals[1],
            "same_title": float(not place and one_title(a, b)),
            "other_title": float(not place and two_titles(a, b)),
            "quoted": float(sum(SPEAKS in m for m in marks)),
            "contrasted": float(contrasted(a.frame.wording, b.frame.wording)),
            "stances_differ": float(fact_stance(a, b) is not None),
            "rows_differ": float(row_of(a) != row_of(b)),
            "moved": float(sum("moved" in m for m in marks)),
            "titled": float(sum(map(bool, titles))),
            "title_characters": letters_overlap(*titles) if all(map(noun_letters, titles)) else -1.0,
            "only_bearers": 0.0 if place else float(sum(map(self._told.only_bearer, (a, b)))),
            "strangers": float(self._told.only_stranger(a, b.article) + self._told.only_stranger(b, a.article)),
            "done_to": float(sum(DONE_TO in m for m in marks)),
            "same_predicate": float(bool(same_predicate(a.attribute_text, b.attribute_text))),
            "surely_apart": {"apart": 2.0, "opposed": 2.0, "unknown": 1.0}.get(verdict, 0.0) if place else -1.0,
            "same_type": float(a.value.type == b.value.type),
            "leads": float(sum(c.id in around.lead_places for c in (a, b))),
            "words_same": float(len({*a.frame.words} & {*b.frame.words})),
            "thirds": float(sum(len(self._in[c.attribute, self._key(c)] - {c.article}) for c in (a, b))),
            "told_least": float(own[0]),
            "told_most": float(own[1]),
            **(self._compare_places(a, b) if place else dict.fromkeys(_OF_PLACES, 0.0)),
        }

    def _compare_places(self, a: Claim, b: Claim) -> dict[str, float]:
        """What else is observed of two places."""
        ways, words = [c.frame.head for c in (a, b)], load_place_words()
        one, two = (c.value.key.split("/")[-1] for c in (a, b) if isinstance(c.value, Name))
        sorts = [words.sort_of(name) for name in (one, two)]
        return {
            "mentioned": float(ways.count(MENTIONED)),
            "ways_differ": float(ways[0] != ways[1] and MENTIONED not in ways),
            "way_to": float(ways.count("to")),
            "way_from": float(ways.count("from")),
            "occasions": float(two_occasions(a, b) + two_occasions(a, b, strict=False)),
            "beside": float(told_beside(a, b)),
            "same_sort": float(bool(sorts[0]) and sorts[0] == sorts[1]),
            "starts_alike": float(shared_start(one, two)),
            "ends_alike": float(shared_start(one[::-1], two[::-1])),
            "unknown_names": float(self._mentioned.strangers(a, b.article) + self._mentioned.strangers(b, a.article)),
        }

    def _key(self, slot: Claim) -> str:
        assert isinstance(slot.value, Name)
        return self._around.linker.key(slot.value.key)

    def _apart(self, a: Claim, b: Claim) -> bool:
        """Whether two names are surely of two persons, or of two places or sides of which one at least is told as where something was."""
        assert isinstance(a.value, Name)
        assert isinstance(b.value, Name)
        if a.attribute == f"{SLOT}place":
            if a.frame.head == b.frame.head == MENTIONED:
                return False
            return on_two_sides(a, b) or two_places(a.value.key, b.value.key, self._around)
        return two_persons(a, b, self._around)

    def _fit(self, a: Claim, b: Claim) -> float:
        return self._around.counterparts.worth(min(a.article, b.article), {*a.frame.words} & {*b.frame.words})

    def _rival(self, a: Claim, b: Claim) -> float:
        """How well `a` fits the best other name of the article of `b`."""
        return max((fit for fit, other in self._fits[a.id, b.article] if other != b.id), default=_ALONE)
