"""The words of the project as data: what passes from stage to stage.

Everything here is frozen and imports nothing of ours. Offsets are Unicode code points of an article's text, end
exclusive, unless a docstring says "shadow offsets" (positions in the normalised text of `language.shadow`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Literal

__all__ = [
    "SHOWN",
    "Article",
    "Claim",
    "ConflictSet",
    "Entity",
    "Family",
    "Finding",
    "Frame",
    "Hedge",
    "Kind",
    "Level",
    "Name",
    "Order",
    "Origin",
    "Period",
    "Polarity",
    "Quantity",
    "Reason",
    "Relation",
    "Scope",
    "Segment",
    "Span",
    "Stance",
    "State",
    "Step",
    "Value",
    "ValueGroup",
    "number_json",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


# ------------------------------------------------------------------ articles


@dataclass(frozen=True, slots=True)
class Segment:
    """A marked stretch of an article. Segments are sorted, do not overlap, and together with the
    unmarked white space between them cover the text.

    `kind` is `headline`, `body`, or a kind of what is not the article: `boilerplate` (site furniture; `detail` says which:
    image, navigation, recommended, advertisement, credit, disclaimer, references, abstract, front-matter, caption, ...) or `noise`
    (dropped inside a sentence: footnote marks, paragraph numbers, page breaks, scraper insertions). `repair` is what
    noise is read as in the shadow ("" when it is dropped).
    """

    span: Span
    kind: Literal["headline", "body", "boilerplate", "noise"]
    detail: str = ""
    repair: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it stands on disk, and what was made out about it.

    `text` is the decoded text, untouched (line ends and front matter included, byte-order mark not). For formats that wrap the
    article (html, jsonl, docx, pdf) it is the extracted text and `extracted` is true. `segments` is empty until
    `factcheck.articles` has marked the text; `notes` lists what a reader should be told (weak encoding guess, lost characters, missing
    date). `pages` holds the offset at which each page begins, () where there are none. `properties` is what the file says of itself
    beside its text, as (name, words): created, author, header; weak evidence for what the text does not say.
    """

    id: str
    text: str
    path: str = ""
    source: str | None = None
    title: str | None = None
    published: datetime | None = None
    url: str | None = None
    encoding: str = "utf-8"
    format: str = "text"
    script: Literal["hans", "hant", "mixed", "none"] = "none"
    extracted: bool = False
    segments: tuple[Segment, ...] = ()
    notes: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page, counted from 1, on which the character at `offset` stands; None for a text without pages."""
        return bisect_right(self.pages, offset) or None if self.pages else None

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str,
        source: str | None = None,
        published: datetime | str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Article:
        """An article from memory. `published` may be an ISO 8601 string (ValueError when it is not one)."""
        when = datetime.fromisoformat(published) if isinstance(published, str) else published
        return cls(id=id, text=text, source=source, published=when, title=title, url=url)


# ------------------------------------------------------------------ values


class Hedge(StrEnum):
    """How firmly a figure is given."""

    EXACT = "exact"
    ABOUT = "about"  # 约, 左右, 前后
    AT_LEAST = "at_least"  # 至少, 不少于, 以上
    OVER = "over"  # 超过, 逾, 余, 多, 突破
    AT_MOST = "at_most"  # 至多, 不超过, 以内
    UNDER = "under"  # 不到, 不足, 以下
    NEARLY = "nearly"  # 近, 将近, 接近
    SEVERAL = "several"  # 数百, 几十, 上千
    RANGE = "range"  # 200至350


def number_json(value: Decimal | None) -> int | float | None:
    """A decimal as JSON writes it: an integer where it is one, so that output is stable."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit.

    `low`, `high`: the bounds the words give, in `unit`; equal for a plain figure (also for 约 1.5万: the hedge says it is
    soft), None where the words leave that side open (超过, 至少: high None; 不到, 最多: low None).
    `step`: the place value of the last printed digit in `unit` (49.2% -> 0.1, 1.5万 -> 1000, 1000000 -> 1): half of it on either side
    is the
    rounding interval. `unit`: canonical unit id ("person", "CNY", "km", "percent", "" for a bare number), `dimension` what it
    measures ("count", "money", "length", "share", "time", ...), `factor` what one unit is in the dimension's base unit (None where
    units must never be
    converted: currencies, counts of different things). `digits`: the figure as written. `counted`: head noun counted or measured, as
    written in the shadow ("" where none stands with it). `per`: what it is a rate of, as written (股, 10股, 人, 吨); of a score the
    other side's number.
    """

    low: Decimal | None
    high: Decimal | None
    hedge: Hedge = Hedge.EXACT
    unit: str = ""
    dimension: str = "number"
    step: Decimal = Decimal(0)
    factor: Decimal | None = None
    digits: str = ""
    counted: str = ""
    per: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": "quantity",
            "low": number_json(self.low),
            "high": number_json(self.high),
            "hedge": self.hedge.value,
            "unit": self.unit,
            "dimension": self.dimension,
            "step": number_json(self.step),
            "digits": self.digits,
            "counted": self.counted,
            **({"per": self.per} if self.per else {}),
        }


class Origin(StrEnum):
    """Where the missing part of a date was taken from, from firm to weak."""

    WRITTEN = "written"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"
    PUBLICATION = "publication"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time [start, end), local wall-clock time (naive), with the granularity it was given in.

    `granularity`: second, minute, hour, part (of a day), day, week, month, quarter, half, season, year, decade, century, span.
    `hedge`: exact, about (前后), at_least/over (since), at_most/under (before, 以前). `zone`: "" or what was written ("+08:00",
    "local"). A None bound is open.
    `partial`: what the words alone give where that is no whole date: a time of day ("T14:20", "T17:00/T19:30", "T22:00/"), or the
    known part of a
    date that could not be resolved ("XXXX-04-27"; `start` and `end` are then None and `origin` is guessed); "" otherwise.
    """

    start: datetime | None
    end: datetime | None
    granularity: str
    origin: Origin = Origin.WRITTEN
    hedge: Hedge = Hedge.EXACT
    zone: str = ""
    digits: str = ""
    partial: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": "period",
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "granularity": self.granularity,
            "origin": self.origin.value,
            "hedge": self.hedge.value,
            "zone": self.zone,
            "digits": self.digits,
            "partial": self.partial,
        }


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place, organisation or other name as a value. `key` is its canonical form (simplified, aliases folded)."""

    text: str
    key: str
    type: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {"kind": "name", "text": self.text, "key": self.key, "type": self.type}


@dataclass(frozen=True, slots=True)
class Polarity:
    """Whether a thing is so (happened, holds) or not. `text` is the predicate as written."""

    holds: bool
    text: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {"kind": "polarity", "holds": self.holds, "text": self.text}


@dataclass(frozen=True, slots=True)
class Step:
    """What one side of an order is known by, in words of the shadow. `acts`: its verbs; `things`: the nouns behind them and those that 把
    puts before; `agents`: the other nouns before them, and the subject. `ordinals`: which one of several (2次, 1号); 再 stands for
    what is done once more."""

    acts: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Two events in the order told: `first` before `then` (predicates, normalised). `steps`: the two in detail, in that order; empty for
    an order made by hand."""

    first: str
    then: str
    steps: tuple[Step, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"kind": "order", "first": self.first, "then": self.then}


Value = Quantity | Period | Name | Polarity | Order


# ------------------------------------------------------------------ entities


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world as the folder knows it. `key` is canonical (simplified script, aliases folded), `names` every
    surface form seen, sorted. `type`: PER, ORG, LOC, GPE, WORK, EVENT, PRODUCT, MISC."""

    key: str
    type: str
    names: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"key": self.key, "type": self.type, "names": list(self.names)}


# ------------------------------------------------------------------ claims


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


# ------------------------------------------------------------------ relations


class Kind(StrEnum):
    """How two claims relate."""

    AGREES = "agrees"
    REFINES = "refines"
    UPDATES = "updates"
    DISPUTES = "disputes"
    CONTRADICTS = "contradicts"
    INCOMPARABLE = "incomparable"


CONFLICT = frozenset({Kind.CONTRADICTS, Kind.DISPUTES})
"""Kinds of relations between what cannot both be so."""


class Reason(StrEnum):
    """Why two claims relate as they do. A closed list: each has a text in both languages in the message catalogue."""

    # agrees / refines
    SAME_VALUE = "same_value"
    CONVERTED = "converted"  # equal after unit conversion
    ROUNDING = "rounding"
    HEDGES_OVERLAP = "hedges_overlap"
    MORE_PRECISE = "more_precise"
    SAME_POLARITY = "same_polarity"
    COPIED_TEXT = "copied_text"
    # updates
    UPDATE_OVER_TIME = "update_over_time"
    STALE = "stale"
    CORRECTION = "correction"
    # contradicts / disputes
    VALUES_DISJOINT = "values_disjoint"
    FALLING_TOTAL = "falling_total"
    SAME_SPEAKER = "same_speaker"
    DENIED = "denied"
    OPPOSITE = "opposite"
    OTHER_NAME = "other_name"
    OTHER_DATE = "other_date"
    OTHER_ORDER = "other_order"
    ARITHMETIC = "arithmetic"
    # incomparable
    OTHER_SUBJECT = "other_subject"
    OTHER_ATTRIBUTE = "other_attribute"
    OTHER_POPULATION = "other_population"
    OTHER_PLACE = "other_place"
    OTHER_PERIOD = "other_period"
    OTHER_EVENT = "other_event"
    OTHER_UNIT = "other_unit"
    OTHER_BASE = "other_base"
    PART_AND_WHOLE = "part_and_whole"
    PLAN_AGAINST_RESULT = "plan_against_result"
    OPINION = "opinion"
    MULTI_VALUED = "multi_valued"
    UNRESOLVED = "unresolved"  # a key part (year, subject) is missing


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds between two claims (ids, `a` < `b` in reading order). `gates` lists (gate, outcome) in the order they were tried."""

    a: str
    b: str
    kind: Kind
    reason: Reason
    gates: tuple[tuple[str, str], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"a": self.a, "b": self.b, "kind": self.kind.value, "reason": self.reason.value}


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """One value of a conflict set and the claims (ids, reading order) that give it. `origins` is the number of independent sources
    behind them."""

    label: str
    claims: tuple[str, ...]
    origins: int = 0


@dataclass(frozen=True, slots=True)
class ConflictSet:
    """All claims about one fact that do not all agree, grouped by value. `relations` are those between its claims; `origins` are its
    claims by independent origin, whatever value they give."""

    id: str
    family: Family
    subject: str
    attribute: str
    event: str
    groups: tuple[ValueGroup, ...]
    relations: tuple[Relation, ...]
    origins: tuple[tuple[str, ...], ...] = ()


# ------------------------------------------------------------------ findings


class Level(StrEnum):
    """How grave a finding is. Errors and warnings are reported contradictions, info is not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


SHOWN: Final = ("report", "sheets", "pipeline")
"""Where findings are shown: the report people read (terminal, Markdown, HTML, notebook), the review sheets by article, and what pipelines
print (SARIF, JUnit, GitHub, GitLab). Data (JSON, tables, graphs) holds every finding."""


class State(StrEnum):
    """A finding against the baseline and the decisions."""

    NEW = "new"
    CHANGED = "changed"
    EXPANDED = "expanded"
    KNOWN = "known"
    DISMISSED = "dismissed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about a conflict set. `translations` holds (language, message, advice) for every language the rule is worded in.
    `shown` is where it is shown (of `SHOWN`) as long as it is information; errors and warnings are shown everywhere."""

    id: str
    rule: str
    level: Level
    family: Family
    message: str
    fingerprint: str
    values: tuple[ValueGroup, ...]
    state: State = State.NEW
    subject: str = ""
    attribute: str = ""
    kind: Kind = Kind.CONTRADICTS
    reason: Reason = Reason.VALUES_DISJOINT
    advice: str = ""
    conflict_set: str = ""
    event: str = ""
    translations: tuple[tuple[str, str, str], ...] = ()
    shown: tuple[str, ...] = SHOWN

    def shows_in(self, place: str) -> bool:
        """Whether it is shown in a place of `SHOWN`."""
        return self.level is not Level.INFO or place in self.shown

    def claim_ids(self) -> Iterable[str]:
        for group in self.values:
            yield from group.claims

    def as_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "rule": self.rule,
            "level": self.level.value,
            "family": self.family.value,
            "message": self.message,
            "advice": self.advice,
            "fingerprint": self.fingerprint,
            "state": self.state.value,
            "subject": self.subject,
            "attribute": self.attribute,
            "kind": self.kind.value,
            "reason": self.reason.value,
            "values": [{"label": g.label, "claims": list(g.claims), "origins": g.origins} for g in self.values],
        }
