"""One thing that one article says, and the things in the world that it is said of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from factcheck.model.articles import Span
from factcheck.model.values import Period, Value

__all__ = ["Claim", "Entity", "Family", "Frame", "Scope", "Stance"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world as the folder knows it. `key` is canonical (simplified script, aliases folded), `names` every
    surface form seen, sorted. `type`: PER, ORG, LOC, GPE, WORK, EVENT, PRODUCT, MISC."""

    key: str
    type: str
    names: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"key": self.key, "type": self.type, "names": list(self.names)}


class Family(StrEnum):
    """Relation families: what sort of fact a claim states."""

    COUNT = "COUNT"
    MONEY = "MONEY"
    MEASURE = "MEASURE"
    CHANGE = "CHANGE"
    SHARE = "SHARE"
    RANK = "RANK"
    DATE = "DATE"
    DURATION = "DURATION"
    PLACE = "PLACE"
    MEETING = "MEETING"
    OFFICE = "OFFICE"
    ACT = "ACT"
    PLAN = "PLAN"
    STATE = "STATE"
    OUTCOME = "OUTCOME"
    FIRST = "FIRST"
    ORDER = "ORDER"
    ARITHMETIC = "ARITHMETIC"


class Stance(StrEnum):
    """How the speaker stands to what is claimed."""

    ASSERTS = "asserts"
    DENIES = "denies"
    UNCONFIRMED = "cannot_confirm"
    PLANS = "plans"
    FORECASTS = "forecasts"
    SUPPOSES = "hypothesises"
    OPINES = "opines"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a value is about beyond subject and attribute. Empty strings mean: not said.

    `population`: who or what is counted (key of the head noun). `place`: canonical place. `part`: "part", "whole" or "". `of`: the whole a
    part or share is taken of. `accumulation`: "cumulative", "per_period", "per_day" or "".
    `base`: base of a comparison (同比, 环比, 较上年).
    `period`: the stretch a flow is
    measured over. `event`: the event it belongs to. `qualifiers`: other restricting words (sorted): 首年, 第四季, 初步, 注册 ...
    """

    population: str = ""
    place: str = ""
    part: str = ""
    of: str = ""
    accumulation: str = ""
    base: str = ""
    period: Period | None = None
    event: str = ""
    qualifiers: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "population": self.population,
            "place": self.place,
            "part": self.part,
            "of": self.of,
            "accumulation": self.accumulation,
            "base": self.base,
            "period": self.period.as_dict() if self.period else None,
            "event": self.event,
            "qualifiers": list(self.qualifiers),
        }


@dataclass(frozen=True, slots=True)
class Frame:
    """The words a claim was made from, normalised: what alignment matches and `factcheck explain` shows.

    `concept`: id of the attribute lexicon entry ("" when none applies). `near`: ids of entries that may mean the same figure. `head`:
    the noun counted or measured, or the object of the predicate.
    `noun`: the whole noun phrase. `predicate`: the verb. `participants`: keys of the entities named in the clause itself (speakers left
    out). `context`: keys of those inherited from the sentence, the paragraph and the headline. `places`: keys of those that are places.
    `words`: the other content words of the clause, sorted. `measure`: unit class for counts (person, ship, ...). `topic`: the noun
    phrase the
    clause or the sentence opens with, named or not (上证综指, 该项目). `wording`: the clause with every figure masked by "#".
    `scene`: the content words of the clauses before it in its sentence, of a date those of the clauses around it. `about`: of a
    happening or a state, the nouns of its clause that tell of which thing it is said, names left out. `setting`: of a figure, what its
    sentence has set down before it (`claims.setting`); `day`: the day or days its sentence told of before it. `answers`: of a clause in
    a sentence that answers a rumour, the content words of the rumour; `stressed`: whether the clause stresses its negation; `insists`:
    whether it insists that something is so already (`claims.answers`).
    """

    concept: str = ""
    near: tuple[str, ...] = ()
    head: str = ""
    noun: str = ""
    predicate: str = ""
    participants: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    measure: str = ""
    topic: str = ""
    wording: str = ""
    scene: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    day: Period | None = None
    answers: tuple[str, ...] = ()
    stressed: bool = False
    insists: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one article says.

    `id` hashes what it says and where. `subject` and `attribute` are canonical keys; `subject_text` and `attribute_text` the words they
    came from. `span` is the tight span of what is claimed, `sentence` that of its sentence; `quote` is `text[span]`. `speaker` is who is
    quoted ("" when the article speaks itself). `time_behaviour`: fixed, stock, cumulative, flow. `headline`: stands in the headline.
    `value_text`: the value as written, hedge and unit included ("" where the quote is the value).
    """

    id: str
    article: str
    outlet: str
    span: Span
    sentence: Span
    quote: str
    family: Family
    subject: str
    attribute: str
    value: Value
    subject_text: str = ""
    attribute_text: str = ""
    scope: Scope = field(default_factory=Scope)
    as_of: Period | None = None
    speaker: str = ""
    stance: Stance = Stance.ASSERTS
    time_behaviour: Literal["fixed", "stock", "cumulative", "flow"] = "stock"
    headline: bool = False
    published: datetime | None = None
    value_text: str = ""
    frame: Frame = field(default_factory=Frame)

    def as_dict(self) -> dict[str, Any]:
        """The claim as design.md section 5 has it."""
        return {
            "id": self.id,
            "article": self.article,
            "start": self.span.start,
            "end": self.span.end,
            "quote": self.quote,
            "sentence": {"start": self.sentence.start, "end": self.sentence.end},
            "subject": self.subject,
            "subject_text": self.subject_text,
            "attribute": self.attribute,
            "attribute_text": self.attribute_text,
            "family": self.family.value,
            "value": self.value.as_dict(),
            "scope": self.scope.as_dict(),
            "as_of": self.as_of.as_dict() if self.as_of else None,
            "speaker": self.speaker or None,
            "stance": self.stance.value,
            "time_behaviour": self.time_behaviour,
            "headline": self.headline,
        }
