"""Two names of one kind in two sentences that tell one thing, though no grammar has read what role they fill.

What tells that two sentences are of one thing is what they share: rare words, each worth the logarithm of how few sentences of the affair
have it, and that neither shares as much with any other sentence of the other article (`rank`). Where such sentences differ in one person
or one place that the other article does not know at all, the articles name two for one. A title that each article gives to one person only
needs no such words: of 25 pairs of the open corpora 23 were contradictions, of pairs by words alone from `CLAUSE` on all but one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from factcheck.alignment.similarity import letters_overlap, noun_letters, same_predicate
from factcheck.claims.naming import SLOT
from factcheck.claims.posts import load_posts, read_title
from factcheck.claims.slots import DONE_TO, MENTIONED, SPEAKS
from factcheck.comparison.dated import find_dated
from factcheck.comparison.fillers import find_fillers
from factcheck.comparison.gates import gate_affair
from factcheck.comparison.happenings import fact_stance, row_of
from factcheck.comparison.holders import persons_apart
from factcheck.comparison.place_parts import compare_places, opposite_sides
from factcheck.comparison.surroundings import Surroundings, sentence_of
from factcheck.comparison.times import overlap_in_time
from factcheck.language.contrasts import contrasted
from factcheck.mentions.names.apart import surely_apart
from factcheck.mentions.names.tables import known_names, territories
from factcheck.model import CONFLICT, Claim, Family, Kind, Name, Reason, Relation, Stance

__all__ = [
    "Told",
    "find_counterparts",
    "on_two_sides",
    "one_title",
    "settled",
    "shared_start",
    "slot_pairs",
    "told_beside",
    "two_occasions",
    "two_persons",
    "two_places",
    "two_titles",
]

CLAUSE, PLACE_CLAUSE = 4.0, 2.5
"""What the words that two clauses share must be worth for their persons, and for their places, to be held against each other."""
RANK = 0.5
"""By how much the words that two sentences share must be worth more than what either shares with another of the other article."""
RANK_ALONE = 5.0
"""The same where the two clauses share little: one clause of the sentence tells what happened, and another who did it or where."""


def find_counterparts(
    slots: Sequence[Claim], claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings
) -> list[Relation]:
    """Contradictions between slots of two articles of one affair, where `relations` of `claims` have none between the two names or their
    sentences. One for each pair of names: that whose clauses share most."""
    fillers = find_fillers(claims, relations, around)
    slots = [s for s in slots if s.frame.head != MENTIONED]
    told, (names, sentences) = Told(slots, around), settled(claims, [*relations, *fillers], around)
    best: dict[tuple[str, ...], tuple[tuple[object, ...], Relation]] = {}
    for a, b in slot_pairs(slots, around):
        assert isinstance(a.value, Name)
        assert isinstance(b.value, Name)
        pair = around.linker.key(a.value.key), around.linker.key(b.value.key)
        kind = a.attribute.removeprefix(SLOT)
        if frozenset(pair) in names or (kind, frozenset((sentence_of(a), sentence_of(b)))) in sentences:
            continue
        fit = (_fit_persons if kind == "person" else _fit_places)(a, b, told, around)
        if fit is None:
            continue
        relation = Relation(a.id, b.id, Kind.CONTRADICTS, Reason.OTHER_NAME, (("counterpart", fit[0]),))
        order = (-fit[1], a.article, a.span.start, b.article, b.span.start)
        key = (kind, *sorted(pair))
        if key not in best or order < best[key][0]:
            best[key] = order, relation
    return [*fillers, *(relation for _, relation in (best[key] for key in sorted(best))), *find_dated(claims, relations, around)]


def slot_pairs(slots: Sequence[Claim], around: Surroundings) -> Iterator[tuple[Claim, Claim]]:
    """Slots of one kind in two articles of one affair that name two things, neither of which the other article names; or two sides of one,
    with what stands there."""
    by_kind: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for slot in slots:
        by_kind[slot.attribute][slot.article].append(slot)
    linker = around.linker
    for kind in sorted(by_kind):
        for first, second in combinations(sorted(by_kind[kind]), 2):
            if not linker.surely_one_affair(first, second):
                continue
            known = {s.id for here, there in ((first, second), (second, first)) for s in by_kind[kind][here] if _known_in(there, s, around)}
            for a, b in product(by_kind[kind][first], by_kind[kind][second]):
                if (not known & {a.id, b.id} or on_two_sides(a, b)) and gate_affair(a, b, linker) is None:
                    yield a, b


def _known_in(article: str, slot: Claim, around: Surroundings) -> bool:
    """Whether an article names what a slot names; of a place that is told in several units, the last one."""
    assert isinstance(slot.value, Name)
    return around.linker.named_in(article, slot.value.key.split("/")[-1])


def settled(claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings) -> tuple[set[object], set[object]]:
    """What is a contradiction already: (pairs of names, pairs of sentences of claims about persons or places)."""
    by_id = {c.id: c for c in claims}
    names, sentences = set[object](), set[object]()
    for relation in relations:
        if relation.kind not in CONFLICT:
            continue
        a, b = by_id[relation.a], by_id[relation.b]
        if isinstance(a.value, Name) and isinstance(b.value, Name):
            kind = "place" if a.family is Family.PLACE else "person"
            names.add(frozenset(around.linker.key(c.value.key) for c in (a, b) if isinstance(c.value, Name)))
            sentences.add((kind, frozenset((sentence_of(a), sentence_of(b)))))
    return names, sentences


class Told:
    """Who bears a title in each article, and which unknown names each sentence holds."""

    def __init__(self, slots: Sequence[Claim], around: Surroundings) -> None:
        self._linker = around.linker
        self._places = _find_sides(slots)
        self._bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._names: dict[tuple[str, tuple[str, int]], set[str]] = defaultdict(set)
        for slot in slots:
            assert isinstance(slot.value, Name)
            name = around.linker.key(slot.value.key)
            self._names[slot.attribute, sentence_of(slot)].add(name)
            if slot.frame.noun and slot.attribute == f"{SLOT}person":
                self._bearers[slot.article, _head(slot)].add(name)

    def only_bearer(self, slot: Claim) -> bool:
        """Whether the article gives nobody else such a title."""
        return len(self._bearers[slot.article, _head(slot)]) == 1

    def only_side(self, slot: Claim) -> bool:
        """Whether the article tells no other side of what a slot is a side of."""
        assert isinstance(slot.value, Name)
        own = slot.value.key
        return not any(opposite_sides(own, other) for other in self._places[slot.article])

    def only_stranger(self, slot: Claim, article: str) -> bool:
        """Whether a slot is the only name of its sentence and kind that the other article does not know."""
        return self.strangers(slot, article) == 1

    def strangers(self, slot: Claim, article: str) -> int:
        """How many names of its sentence and kind the other article does not know."""
        names = self._names[slot.attribute, sentence_of(slot)]
        return sum(not self._linker.named_in(article, n.split("/")[-1]) for n in names)


def _find_sides(slots: Sequence[Claim]) -> dict[str, list[str]]:
    """By article, the places told."""
    found: dict[str, list[str]] = defaultdict(list)
    for slot in slots:
        if slot.attribute == f"{SLOT}place" and isinstance(slot.value, Name):
            found[slot.article].append(slot.value.key)
    return found


def _head(slot: Claim) -> str:
    """The post that a person's title names; its last two characters where it names none; "" for no title."""
    post = read_title(slot.frame.noun)
    return post.kind if post is not None else slot.frame.noun[-2:]


def _fit_persons(a: Claim, b: Claim, told: Told, around: Surroundings) -> tuple[str, float] | None:
    """What tells that two persons are given for one, and what it is worth; None where nothing does."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if not two_persons(a, b, around):
        return None
    worth = around.counterparts.worth(a.article, {*a.frame.words} & {*b.frame.words})
    if one_title(a, b) and told.only_bearer(a) and told.only_bearer(b) and _one_body(a, b, around) and _one_body(b, a, around):
        return "title", worth
    marks = {*a.scope.qualifiers, *b.scope.qualifiers}
    if told_of_two_persons(a, b):
        return None
    if not (told.only_stranger(a, b.article) and told.only_stranger(b, a.article)):
        return None
    met = _met(a, b, worth, CLAUSE, around)
    return None if met is not None and met[0] == "sentence" and DONE_TO in marks else met


def told_of_two_persons(a: Claim, b: Claim) -> bool:
    """Whether something tells that two persons are not given for one: one is only quoted, they bear two posts of a kind, their clauses
    stand against each other, or one is only planned."""
    quoted = SPEAKS in {*a.scope.qualifiers, *b.scope.qualifiers}
    return quoted or two_titles(a, b) or contrasted(a.frame.wording, b.frame.wording) or fact_stance(a, b) is not None


def two_persons(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two names are surely of two persons."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if not {around.linker.type(v.key) for v in (a.value, b.value)} <= {"PER", ""}:
        return False  # another article knows it as a body
    return persons_apart(a, b, around) is True and not _may_be_one(*sorted((a.value.text, b.value.text), key=len))


def _may_be_one(short: str, long: str) -> bool:
    """Whether a name may be the end of the other, in other characters: 维契克, 罗文韦切克."""
    tail = long[-len(short) :]
    return short in long or (tail != long and (short[-1] == long[-1] or surely_apart(short, tail) is not True))


def _met(a: Claim, b: Claim, worth: float, needed: float, around: Surroundings) -> tuple[str, float] | None:
    """Whether two clauses, or their sentences alone, are each other's counterparts. `worth`: of what the clauses share."""
    rank = around.margin(a, b)
    if worth >= needed and rank >= RANK:
        return "clause", worth
    return ("sentence", worth) if rank >= RANK_ALONE else None


def one_title(a: Claim, b: Claim) -> bool:
    """Whether both persons bear one title of one body: posts of one kind and rank whose other words meet, or the very same words."""
    one, two = a.frame.noun, b.frame.noun
    posts = read_title(one), read_title(two)
    if posts[0] is None or posts[1] is None:
        return one == two and len(noun_letters(one)) >= SAME_TITLE
    if posts[0].kind != posts[1].kind or posts[0].rank != posts[1].rank or posts[0].rank in {"deputy", "former"}:
        return False
    leads = [post.lead if len(noun_letters(post.lead)) > 1 else "" for post in posts if post is not None]  # 该舰|舰长
    if contrasted(*leads) or (posts[0].head in load_posts().several and leads[0] != leads[1]):
        return False
    return not all(map(noun_letters, leads)) or letters_overlap(*leads) >= LIKE_LEADS


def _one_body(named: Claim, bare: Claim, around: Surroundings) -> bool:
    """Whether a title that names no body may be of the one that the other names: its article has gone on about that one there."""
    if not named.scope.of or bare.scope.of:
        return True
    spoken_of = {bare.subject, *bare.frame.participants, *bare.frame.context} - {""}
    return not spoken_of or any(around.linker.related(named.scope.of, name) for name in spoken_of)


def two_titles(a: Claim, b: Claim) -> bool:
    """Whether both persons bear a post of one kind, and not one post."""
    posts = read_title(a.frame.noun), read_title(b.frame.noun)
    return posts[0] is not None and posts[1] is not None and posts[0].kind == posts[1].kind and not one_title(a, b)


SAME_TITLE = 4
"""Characters from which on the same words before two names are one title, whatever list holds them (中国驻某国大使)."""
LIKE_LEADS = 0.5
"""Share of the shorter words' characters that what two titles say of the body must have in common."""


def _fit_places(a: Claim, b: Claim, told: Told, around: Surroundings) -> tuple[str, float] | None:
    """The same for two places."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    worth = around.counterparts.worth(a.article, {*a.frame.words} & {*b.frame.words})
    if on_two_sides(a, b) and told.only_side(a) and told.only_side(b) and not {a.stance, b.stance} & _UNSURE:
        return "side", worth  # what stands there stands there, whatever is planned for it
    if told_of_two_places(a, b) or not two_places(a.value.key, b.value.key, around):
        return None
    if _one_thing(a.frame.noun, b.frame.noun):
        return "thing", worth
    met = _met(a, b, worth, PLACE_CLAUSE, around)
    if met is None or met[0] == "clause":
        return met
    alone = told.only_stranger(a, b.article) and told.only_stranger(b, a.article)
    return met if alone and same_predicate(a.attribute_text, b.attribute_text) else None


def told_of_two_places(a: Claim, b: Claim) -> bool:
    """Whether something tells that two places are not given for one: whence and whither, two occasions, a clause that tells both, a
    plan."""
    return a.frame.head != b.frame.head or two_occasions(a, b) or bool(told_beside(a, b)) or fact_stance(a, b) is not None


def told_beside(a: Claim, b: Claim) -> int:
    """How many of the clauses of two places tell most of the other as well: 云盘县境内的青石岭隧道, 青石岭隧道出口."""
    return _told_beside(a, b) + _told_beside(b, a)


def _one_thing(a: str, b: str) -> bool:
    """Whether what stands at two places is told to be one thing: the one is pointed at by what the other ends with (玉隆措冰湖, 这座冰湖),
    or they share most; not two of one kind (酒店, 酒店)."""
    bare = [_POINTED.sub("", word) for word in (a, b)]
    if any(
        word != own and len(noun_letters(own)) >= 2 and bare[1 - n].endswith(own)
        for n, (word, own) in enumerate(zip((a, b), bare, strict=True))
    ):
        return True
    return len(noun_letters(bare[0]) & noun_letters(bare[1])) >= 3 and letters_overlap(*bare) >= SAME_THING


_POINTED = re.compile("^[这该此]")
SAME_THING = 0.66
"""Share of the shorter words' characters that two things must have in common to be one."""


def on_two_sides(a: Claim, b: Claim) -> bool:
    """Whether two slots are opposite sides of one thing."""
    return isinstance(a.value, Name) and isinstance(b.value, Name) and opposite_sides(a.value.key, b.value.key) and not two_occasions(a, b)


_UNSURE = frozenset({Stance.FORECASTS, Stance.SUPPOSES, Stance.OPINES})


def _told_beside(a: Claim, b: Claim) -> bool:
    """Whether the clause of the first place tells most of the second as well."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    rest = noun_letters(b.value.key) - noun_letters(a.value.key)
    return len(rest & noun_letters(a.frame.wording)) >= SAME_PLACE * len(rest) > 0


SAME_PLACE = 0.6
"""Share of the characters of a place that a clause must hold to tell of it."""


def two_places(a: str, b: str, around: Surroundings) -> bool:
    """Whether two places are surely two, or else names of the open kind that no list holds and neither of which holds the other."""
    verdict = compare_places(a, b, around.linker)
    if verdict != "unknown":
        return verdict in {"apart", "opposed"}
    one, two = a.split("/")[-1], b.split("/")[-1]
    if any(name in known_names() or name in territories().countries for name in (one, two)) or around.linker.related(one, two):
        return False
    if any(_OPEN.search(name) for name in (one, two)):
        return False  # 黑礁角以南水域 may be a part of 澄湾
    head = shared_start(one, two)
    tail = shared_start(one[head:][::-1], two[head:][::-1])
    one, two = one[head : len(one) - tail], two[head : len(two) - tail]
    return min(len(one), len(two)) >= 2 and not set(one) & set(two)


def shared_start(a: str, b: str) -> int:
    """How many characters two words open with alike."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


_OPEN = re.compile(r"(?:[海水]域|海面|外海|近海|对开|海岸|沿海|湾|海峡|洋)$")
"""Stretches of water, of which one may be a part of the other."""


_OTHER = frozenset({"past", "several", "another"})


def two_occasions(a: Claim, b: Claim, *, strict: bool = True) -> bool:
    """Whether one place is told as one of several or of another occasion. Not `strict`: where only one says which of a row it is, or that
    something was moved there, nothing tells."""
    one, two = {*a.scope.qualifiers}, {*b.scope.qualifiers}
    if a.scope.period is not None and b.scope.period is not None and overlap_in_time(a.scope.period, b.scope.period):
        one, two = one - {"past"}, two - {"past"}  # 去年9月12日 is told of the affair itself
    if _OTHER & (one | two) or (strict and ("moved" in one) != ("moved" in two)):
        return True
    rows = row_of(a), row_of(b)
    return rows[0] != rows[1] and (strict or all(rows))
