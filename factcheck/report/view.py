"""The result of a check, and the one view of it that every renderer shows.

`Report` is what the engine hands on: articles, claims, relations, findings and what was not read. `build_view` resolves it into rows in
which every id has become an outlet, a date, a speaker and the exact words in their sentence; renderers only lay those out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.claims.naming import name_event, name_field, name_office, name_slot, name_subject
from factcheck.errors import FactcheckError
from factcheck.model import (
    Article,
    Claim,
    ConflictSet,
    Finding,
    Kind,
    Relation,
    Scope,
    Span,
    ValueGroup,
)
from factcheck.report.labels import period_label, stance_label, value_label
from factcheck.report.messages import LANGUAGES, Messages, load_messages
from factcheck.report.verdict import LEVELS, describe_verdict

if TYPE_CHECKING:
    import pandas

    from factcheck.review.decisions import Decision

__all__ = [
    "ClaimView",
    "Evidence",
    "FindingView",
    "PairView",
    "Report",
    "ReportView",
    "ValueView",
    "build_view",
    "name_attribute",
    "order_findings",
    "view_claim",
    "view_claims",
]


@dataclass(frozen=True)
class Report:
    """What a check found.

    `coverage` is an open mapping: counts of what was read, claimed and compared, and the reasons why the rest was not. `errors` are the
    inputs that could not be read. `graph` is the networkx graph of the relations, None when it was not asked for. `lang` is the language of
    messages ("zh" or "en"), `backend` what read the text, `attribute_names` what an attribute is called in Chinese and in English (an
    attribute without a name is called by the words of its claim), `rule_names` what a rule is called. `focus` holds the ids of the
    articles a change is about, () for all; `decisions` what reviewers decided, by finding id. `withheld` counts by rule the findings that
    are left out of it (`report.showing`).
    """

    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = ()
    conflict_sets: tuple[ConflictSet, ...] = ()
    coverage: Mapping[str, Any] = field(default_factory=dict)
    errors: tuple[FactcheckError, ...] = ()
    backend: str = ""
    lang: str = "zh"
    attribute_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    rule_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    graph: Any = field(default=None, compare=False, repr=False)
    focus: tuple[str, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    withheld: Mapping[str, int] = field(default_factory=dict)

    def to_dict(self, *, incomparable: bool = False) -> dict[str, Any]:
        """The report as other programs read it (schema/report-1.schema.json): plain JSON types, sorted.

        Relations of kind `incomparable` are left out unless asked for: there may be very many.
        """
        from factcheck.report.json import build_document

        return build_document(self, incomparable=incomparable)

    def claims_frame(self) -> pandas.DataFrame:
        """One row a claim, in reading order; values flattened into columns (None where a column does not apply)."""
        from factcheck.report.frames import build_claims_frame

        return build_claims_frame(self)

    def relations_frame(self) -> pandas.DataFrame:
        """One row a relation, every kind, with the articles and quotes of both claims."""
        from factcheck.report.frames import build_relations_frame

        return build_relations_frame(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: the verdict and the table of findings."""
        from factcheck.report.notebook import render_notebook
        from factcheck.report.showing import show_in

        return render_notebook(build_view(show_in(self, "report")))

    def ordered_articles(self) -> list[Article]:
        """The articles by path, then id."""
        return sorted(self.articles, key=lambda article: (article.path, article.id))

    def ordered_claims(self) -> list[Claim]:
        """The claims in reading order: by article, then place in it."""
        rank = {article.id: i for i, article in enumerate(self.ordered_articles())}
        return sorted(self.claims, key=lambda c: (rank.get(c.article, len(rank)), c.article, c.span, c.id))

    def ordered_findings(self) -> list[Finding]:
        """The findings as every output lists them: by level, then rule, then where the first claim stands; last what the report people
        read leaves out, so that a finding has one number everywhere."""
        return order_findings(self.findings, [claim.id for claim in self.ordered_claims()])


def order_findings(findings: Sequence[Finding], reading_order: Sequence[str]) -> list[Finding]:
    """`findings` by level, rule, place of the first claim in `reading_order` (claim ids), and id; those not shown in the report last."""
    place = {claim: i for i, claim in enumerate(reading_order)}

    def key(finding: Finding) -> tuple[int, bool, str, int, str]:
        first = min((place.get(claim, len(place)) for claim in finding.claim_ids()), default=len(place))
        return LEVELS.index(finding.level), not finding.shows_in("report"), finding.rule, first, finding.id

    return sorted(findings, key=key)


# ------------------------------------------------------------------ the view


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as a reader sees it. `before + quote + after` is its sentence (the article's own words); `line` counts from 1.

    `date` is the day of publication (ISO 8601), "" when not known; `value` the normalised value; `speaker` "" when the article speaks
    itself; `page` counts from 1 and `page_name` is what it is called, None and "" for a text without pages.
    """

    claim: str
    article: str
    outlet: str
    title: str
    date: str
    path: str
    line: int
    speaker: str
    stance: str
    stance_name: str
    as_of: str
    value: str
    before: str
    quote: str
    after: str
    headline: bool = False
    page: int | None = None
    page_name: str = ""

    @property
    def where(self) -> str:
        """path:line, or the path and the page where there are pages; the article's id where it has no path."""
        name = self.path or self.article
        return f"{name} {self.page_name}" if self.page_name else f"{name}:{self.line}"


@dataclass(frozen=True, slots=True)
class ValueView:
    """One of the values given, and who gives it. `support` is "n outlets, m origins" in the view's language."""

    label: str
    evidence: tuple[Evidence, ...]
    outlets: tuple[str, ...]
    origins: int
    support: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim on its own: its evidence and what it is about. `scope` lists what is said of it, as (name, text)."""

    evidence: Evidence
    family: str
    subject: str
    attribute: str
    scope: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two claims of a finding, how they relate, and the gates that were tried, in order."""

    a: str
    b: str
    kind: str
    reason: str
    gates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with everything resolved. `number` counts from 1 in display order; `message` and `advice` are in the view's language
    where the rule has words in it."""

    number: int
    finding: Finding
    message: str
    advice: str
    level: str
    state: str
    family: str
    kind: str
    reason: str
    fact: str
    values: tuple[ValueView, ...]
    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything a renderer shows. `verdict` is one line; `coverage`, `notes` and `errors` are finished lines."""

    messages: Messages
    backend: str
    verdict: str
    findings: tuple[FindingView, ...]
    articles: tuple[tuple[str, str, str, str], ...]
    coverage: tuple[str, ...]
    notes: tuple[str, ...]
    errors: tuple[str, ...]


def build_view(report: Report, lang: str | None = None) -> ReportView:
    """The view of `report` in `lang` (the report's own language by default)."""
    from factcheck.report.coverage import describe_coverage

    messages = load_messages(lang or report.lang)
    articles = {article.id: article for article in report.articles}
    claims = {claim.id: claim for claim in report.claims}
    ordered = report.ordered_findings()
    between = _index_relations(report.relations)
    return ReportView(
        messages=messages,
        backend=report.backend,
        verdict=describe_verdict(report.findings, messages, compared=bool(report.claims), unread=len(report.errors)),
        findings=tuple(
            _view_finding(number, finding, claims, articles, between, report.attribute_names, messages)
            for number, finding in enumerate(ordered, start=1)
        ),
        articles=tuple(
            (a.path or a.id, a.source or messages("outlet.unknown"), _day(a) or messages("date.unknown"), a.title or "")
            for a in report.ordered_articles()
        ),
        coverage=(*describe_coverage(report.coverage, messages), *_view_withheld(report.withheld, messages)),
        notes=_view_notes(report.ordered_articles(), messages),
        errors=tuple(_describe_error(error, messages) for error in report.errors),
    )


def _describe_error(error: FactcheckError, messages: Messages) -> str:
    """What could not be read, where, and what to do about it."""
    told = messages.translate(error.message)
    told = messages.label(error.where, told) if error.where else told
    return told + messages.bracket(messages.translate(error.hint)) if error.hint else told


def _index_relations(relations: Sequence[Relation]) -> dict[str, list[Relation]]:
    """The relations worth showing, by their first claim."""
    index: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.kind is not Kind.INCOMPARABLE:
            index.setdefault(relation.a, []).append(relation)
    return index


def _view_finding(
    number: int,
    finding: Finding,
    claims: Mapping[str, Claim],
    articles: Mapping[str, Article],
    between: Mapping[str, Sequence[Relation]],
    names: Mapping[str, tuple[str, str]],
    messages: Messages,
) -> FindingView:
    values = tuple(_view_value(group, claims, articles, messages) for group in finding.values)
    own = set(finding.claim_ids())
    shown = [r for claim in sorted(own) for r in between.get(claim, ()) if r.b in own]
    message, advice = next(
        ((told, advice) for lang, told, advice in finding.translations if lang == messages.lang), (finding.message, finding.advice)
    )
    conflicts_first = (Kind.CONTRADICTS, Kind.DISPUTES, Kind.UPDATES, Kind.REFINES, Kind.AGREES)
    shown.sort(key=lambda r: (conflicts_first.index(r.kind), r.a, r.b))
    return FindingView(
        number=number,
        finding=finding,
        message=message,
        advice=advice,
        level=messages.name(finding.level),
        state=messages.name(finding.state),
        family=messages.name(finding.family),
        kind=messages.name(finding.kind),
        reason=messages.name(finding.reason),
        fact=_name_fact(finding, claims, names, messages),
        values=values,
        pairs=tuple(_view_pair(r, messages) for r in shown),
    )


def _name_fact(finding: Finding, claims: Mapping[str, Claim], names: Mapping[str, tuple[str, str]], messages: Messages) -> str:
    """What the finding is about, as a reader would say it: subject, then attribute, each once."""
    own = [claims[claim] for claim in finding.claim_ids() if claim in claims]
    first = own[0] if own else None
    subject = name_subject(finding.subject or (first.subject if first else ""), own)
    attribute = name_attribute(finding.attribute or (first.attribute if first else ""), first, names, messages)
    return " · ".join(dict.fromkeys(part for part in (subject, attribute) if part))


def name_attribute(attribute: str, claim: Claim | None, names: Mapping[str, tuple[str, str]], messages: Messages) -> str:
    """What a reader calls an attribute: its name in `names`, in English that of an office, else the words of the claim."""
    if attribute in names:
        return names[attribute][LANGUAGES.index(messages.lang)]
    office = name_office(attribute, messages.lang)
    named = name_field(attribute, messages.lang)
    written = "" if claim is None or named else claim.attribute_text
    told = written or office if messages.lang == "zh" else office or written
    return told or named or name_slot(attribute, messages.lang) or attribute


def _view_pair(relation: Relation, messages: Messages) -> PairView:
    gates = tuple(
        (messages.find(f"gate.{gate}", gate), messages.find(f"outcome.{outcome}", messages.find(f"reason.{outcome}", outcome)))
        for gate, outcome in relation.gates
    )
    return PairView(relation.a, relation.b, messages.name(relation.kind), messages.name(relation.reason), gates)


def _view_withheld(withheld: Mapping[str, int], messages: Messages) -> tuple[str, ...]:
    """One line that says what was found and is not shown here; none where everything is."""
    return (messages("coverage.withheld", n=sum(withheld.values()), rules=messages.join(withheld)),) if withheld else ()


def _view_notes(articles: Sequence[Article], messages: Messages) -> tuple[str, ...]:
    """Every note once, with the articles it is about."""
    noted: dict[str, list[str]] = {}
    for article in articles:
        for note in article.notes:
            noted.setdefault(messages.translate(note), []).append(article.path or article.id)
    return tuple(messages.label(messages.join(paths), note) for note, paths in noted.items())


def _view_value(group: ValueGroup, claims: Mapping[str, Claim], articles: Mapping[str, Article], messages: Messages) -> ValueView:
    evidence = tuple(view_claim(claims[claim], articles, messages) for claim in group.claims if claim in claims)
    outlets = tuple(dict.fromkeys(item.outlet for item in evidence))
    support = messages("support.outlets", n=len(outlets))
    if group.origins:
        support = messages("support.joined", outlets=support, origins=messages("support.origins", n=group.origins))
    first = next((claims[claim] for claim in group.claims if claim in claims), None)
    label = group.label + (stance_label(first, messages) if first else "")
    return ValueView(label, evidence, outlets, group.origins, support)


def view_claim(claim: Claim, articles: Mapping[str, Article], messages: Messages) -> Evidence:
    """A claim with its article's outlet, date and words."""
    article = articles.get(claim.article)
    text = article.text if article else ""
    page = article.page_at(claim.span.start) if article else None
    outlet = claim.outlet or (article.source if article else None) or _unnamed_outlet(claim, article, messages)
    return Evidence(
        claim=claim.id,
        article=claim.article,
        outlet=outlet,
        title=(article.title or "") if article else "",
        date=_day(article) if article else "",
        path=article.path if article else "",
        line=text.count("\n", 0, claim.span.start) + 1,
        speaker=claim.speaker,
        stance=claim.stance.value,
        stance_name=messages.name(claim.stance),
        as_of=period_label(claim.as_of, messages) if claim.as_of else "",
        value=value_label(claim.value, messages),
        before=Span(claim.sentence.start, claim.span.start).of(text),
        quote=claim.quote,
        after=Span(claim.span.end, claim.sentence.end).of(text),
        headline=claim.headline,
        page=page,
        page_name=messages("evidence.page", n=page) if page else "",
    )


def view_claims(report: Report, lang: str | None = None) -> tuple[ClaimView, ...]:
    """Every claim of a report in reading order."""
    messages = load_messages(lang or report.lang)
    articles = {article.id: article for article in report.articles}
    return tuple(
        ClaimView(
            evidence=view_claim(claim, articles, messages),
            family=messages.name(claim.family),
            subject=claim.subject,
            attribute=name_attribute(claim.attribute, claim, report.attribute_names, messages),
            scope=_view_scope(claim.scope, messages),
        )
        for claim in report.ordered_claims()
    )


def _view_scope(scope: Scope, messages: Messages) -> tuple[tuple[str, str], ...]:
    said = [(name, str(getattr(scope, name))) for name in ("population", "place", "part", "of", "accumulation", "base", "event")]
    said = [(name, messages.find(f"scope.{name}.{text}", name_event(text, messages.lang))) for name, text in said]
    if scope.period is not None:
        said.append(("period", period_label(scope.period, messages)))
    said.append(("qualifiers", messages.join(messages.find(f"scope.qualifiers.{word}", word) for word in scope.qualifiers)))
    return tuple((messages(f"scope.{name}"), text) for name, text in said if text)


def _unnamed_outlet(claim: Claim, article: Article | None, messages: Messages) -> str:
    """Two articles that name no outlet are still two: the file name tells them apart."""
    name = (article.path if article else "").replace("\\", "/").rsplit("/", 1)[-1] or claim.article
    return name + messages.bracket(messages("outlet.unknown"))


def _day(article: Article) -> str:
    return article.published.date().isoformat() if article.published else ""
