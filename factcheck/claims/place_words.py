"""What tells where: sorts of places, questions and sides of `data/places.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.claims.lexicon import load_event_words
from factcheck.datafile import read_data
from factcheck.errors import ConfigError

__all__ = ["PlaceWords", "load_place_words"]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`sorts`: last word of a place -> its sort. `not_places`: what ends like one and is none. `areas`: words for somewhere that tell
    no place apart. `provinces`: by their bare names. `cities`: whose names end like another sort of place (唐山). `city_states`: states
    and territories that are one city. `describing`: verbs that only describe the building behind them. `heads`: word
    before a name -> sort of what is named (capital, city, town, village). `questions`: event type or verb -> question. `roles`: word
    before 地, 点, 源 -> question. `direct`: verbs that take their place without a preposition; `no_place`: verbs that take none.
    `once`: questions that an affair answers once; `many`: again and again. `kin`: questions that one occasion may answer under two
    names. `premises`: last word of a building or ground -> its kind; `within`: kind -> kinds that are found inside it. `opposed`: pairs
    of sides. `named`, `role_pattern` and `verb_pattern`: the heads, the roles and the verbs of questions, longest first."""

    sorts: dict[str, str]
    not_places: frozenset[str]
    areas: frozenset[str]
    provinces: frozenset[str]
    cities: frozenset[str]
    city_states: frozenset[str]
    describing: frozenset[str]
    heads: dict[str, str]
    questions: dict[str, str]
    roles: dict[str, str]
    direct: frozenset[str]
    no_place: frozenset[str]
    once: frozenset[str]
    many: frozenset[str]
    kin: tuple[frozenset[str], ...]
    premises: dict[str, str]
    within: dict[str, frozenset[str]]
    opposed: tuple[tuple[str, str], ...]
    named: re.Pattern[str]
    role_pattern: re.Pattern[str]
    verb_pattern: re.Pattern[str]

    @property
    def known(self) -> frozenset[str]:
        """The questions that have a name of their own."""
        return frozenset(self.questions.values())

    def sort_of(self, words: str) -> str:
        """The sort of place a phrase is by its last word; "" when it ends in none."""
        if words in self.cities:
            return "city"
        for length in range(min(6, len(words)), 0, -1):
            found = self.sorts.get(words[-length:])
            if found and (length < len(words) or length > 1):
                return found
        if len(words) > 2 and words.endswith("州"):
            return "province"  # 加利福尼亚州; 广州, 兰州 are cities
        return ""

    def question_of(self, type_: str, word: str) -> str:
        """What "where" asks of a happening of this type told by this word; the type itself where no question joins it with others."""
        return self.questions.get(word) or self.questions.get(type_) or type_

    def premises_of(self, words: str) -> str:
        """The kind of building or ground a phrase is by its last word; "" where it ends in none that is told apart."""
        return next((self.premises[words[-n:]] for n in range(min(5, len(words)), 0, -1) if words[-n:] in self.premises), "")

    def kin_of(self, question: str) -> str:
        """The first name of the questions that are asked of one occasion with this one; the question itself where it has no kin."""
        return next((min(group) for group in self.kin if question in group), question)


def _choice(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))))


@cache
def load_place_words() -> PlaceWords:
    """The shipped words. Raises ConfigError (path:line) for a word in two sorts or questions, or an unknown sort."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "places.yml") as path:
        file = read_data(Path(path))

    def invert(section: str, key: str = "") -> dict[str, str]:
        words: dict[str, str] = {}
        for group, members in file.data[section].items():
            for index, word in enumerate(members[key] if key else members):
                if words.get(word, group) != group:
                    place = f"{file.name}:{file.position((section, group, key, index) if key else (section, group, index)).line}"
                    raise ConfigError(f"{word} stands in {words[word]} and in {group}", where=place, hint="a word belongs to one group")
                words[word] = group
        return words

    within = {}
    for kind, entry in file.data["premises"].items():
        unknown = [k for k in entry["holds"] if k not in file.data["premises"]]
        if unknown:
            place = f"{file.name}:{file.position(('premises', kind, 'holds')).line}"
            raise ConfigError(f"unknown premises {unknown[0]!r} in {kind}", where=place, hint="name a kind of this section")
        within[kind] = frozenset(entry["holds"])
    sorts, heads = invert("sorts"), invert("heads")
    verbs, roles = invert("questions", "words"), invert("questions", "role")
    questions = {**invert("questions", "types"), **verbs}
    return PlaceWords(
        sorts=sorts,
        not_places=frozenset(file.data["not_places"]),
        areas=frozenset(file.data["areas"]),
        provinces=frozenset(file.data["provinces"]),
        cities=frozenset(file.data["cities"]),
        city_states=frozenset(file.data["city_states"]),
        describing=frozenset(file.data["describing"]),
        heads=heads,
        questions=questions,
        roles=roles,
        direct=frozenset(file.data["direct"]),
        no_place=frozenset(file.data["no_place"]),
        once=frozenset(file.data["once"]),
        many=frozenset(file.data["many"]),
        premises=invert("premises", "words"),
        within=within,
        kin=tuple(frozenset(group) for group in file.data["kin"]),
        opposed=tuple((one, two) for one, two in file.data["sides"]),
        named=_choice(heads),
        role_pattern=_choice(roles),
        verb_pattern=_choice({*(w for w in verbs if len(w) > 1), *(w for w, t in load_event_words().types.items() if len(w) > 1)}),
    )
