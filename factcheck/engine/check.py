"""The whole flow: paths or articles in, a Report out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factcheck.alignment.gists import gist_of
from factcheck.alignment.linking import Linker, link_entities
from factcheck.alignment.pairing import candidate_pairs, denial_pairs
from factcheck.articles import mark_article, read_articles
from factcheck.claims.extract import Extraction, extract_claims
from factcheck.comparison.admitted import find_admitted
from factcheck.comparison.answered import find_answered
from factcheck.comparison.arithmetic import relate_checks
from factcheck.comparison.casualties import find_cases
from factcheck.comparison.day_observations import DayObserver
from factcheck.comparison.independence import Outlets
from factcheck.comparison.likely import find_likely, find_likely_days, find_likely_figures, find_likely_slots
from factcheck.comparison.multiple import settle_multiple
from factcheck.comparison.observations import Observer
from factcheck.comparison.observers import Observers
from factcheck.comparison.other_articles import settle_by_others
from factcheck.comparison.relate import Surroundings, relate_pairs
from factcheck.comparison.slot_observations import SlotObserver
from factcheck.comparison.slots import find_counterparts
from factcheck.comparison.unlikely import settle_unlikely
from factcheck.errors import FactcheckError, UsageError
from factcheck.graph import arithmetic_sets, build_graph, find_conflict_sets, find_update_sets
from factcheck.language import read_document
from factcheck.language.document import Document
from factcheck.lexicon import AttributeEntry, load_attributes
from factcheck.mentions.entities import read_entities
from factcheck.mentions.names.desk import DeskNames
from factcheck.mentions.names.folder import FolderNames
from factcheck.mentions.types import EntityMention
from factcheck.model import Article, Claim, Kind, Relation
from factcheck.report.view import Report
from factcheck.rules import RuleSet, load_rules, load_rules_of
from factcheck.settings import Outlet, Settings

__all__ = ["check", "extract_articles", "link_articles", "run_check"]

Progress = Callable[[str, int, int], None]


def check(
    articles: Iterable[Article | str | Path],
    rules: Iterable[str | Path] | str | Path | RuleSet | None = None,
    *,
    backend: str = "auto",
    lang: str = "zh",
    aliases: Mapping[str, Sequence[str]] = MappingProxyType({}),
    outlets: Mapping[str, Outlet] = MappingProxyType({}),
) -> Report:
    """Compares articles, or the articles found at paths, with each other.

    `rules`: rule folders to add to the shipped ones, or a loaded RuleSet. `aliases` (a name to its other names) and `outlets` are a desk's
    own, as in a settings file. Inputs that cannot be read are in `report.errors`; the rest is compared all the same. Raises RuleError or
    ConfigError for rules or settings that are wrong, UsageError for a call that makes no sense. Reads no settings file: what is not given
    has its default.
    """
    given = list(articles) if not isinstance(articles, (str, Path, Article)) else [articles]
    ready = [mark_article(a) for a in given if isinstance(a, Article)]
    paths = [str(p) for p in given if not isinstance(p, Article)]
    if isinstance(rules, (str, Path)):
        rules = [rules]
    ruleset = rules if isinstance(rules, RuleSet) else load_rules([Path(r) for r in rules or ()])
    directories = () if isinstance(rules, RuleSet) else tuple(Path(r) for r in rules or ())
    desk = Settings(backend=backend, lang=lang, aliases={name: tuple(others) for name, others in aliases.items()}, outlets=outlets)
    return _run(ready, paths, ruleset, directories, desk, progress=_silent)


def run_check(paths: Sequence[str], settings: Settings, *, progress: Progress | None = None) -> Report:
    """The command line's way in: as `check` with everything a settings file may say, and a function that is told how far the work is."""
    return _run([], list(paths), load_rules_of(settings), settings.rules, settings, progress=progress or _silent)


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def _run(
    ready: Sequence[Article],
    paths: Sequence[str],
    ruleset: RuleSet,
    directories: Sequence[Path],
    settings: Settings,
    *,
    progress: Progress,
) -> Report:
    """`settings` here: what reads the text, files left out, the language, and the desk's own names and outlets."""
    errors: tuple[FactcheckError, ...] = ()
    articles = list(ready)
    if paths:
        result = read_articles(paths, ignore=settings.exclude)
        articles += result.articles
        errors = tuple(result.errors)
    doubled = [name for name, count in Counter(a.id for a in articles).items() if count > 1]
    if doubled:
        raise UsageError(f"two articles have the id {doubled[0]!r}", hint="give each article its own id")
    attributes = ruleset.attributes or load_attributes(directories)
    outlets = Outlets(settings.outlets)
    documents, extractions = extract_articles(articles, attributes, settings, progress=progress)
    progress("comparing", 0, 0)
    claims = [replace(claim, outlet=outlets.name(claim.outlet)) for article in articles for claim in extractions[article.id].claims]
    linker = link_articles(articles, extractions)
    pairs = list(candidate_pairs(claims, linker))
    around = Surroundings.of(claims, linker, {key: e.wordings for key, e in extractions.items()})
    by_id = {c.id: c for c in claims}
    relations = settle_by_others(settle_multiple(relate_pairs(pairs, around), by_id), by_id, around)
    relations = _overrule(relations, find_answered(denial_pairs(claims, linker), claims, relations, around))
    relations += find_admitted(claims, relations, around)
    relations += find_cases(claims, relations, around)
    slots = [replace(slot, outlet=outlets.name(slot.outlet)) for article in articles for slot in extractions[article.id].slots]
    met = find_counterparts(slots, claims, relations, around)
    relations = _overrule(relations, met)
    claims = _with_slots(claims, slots, met)
    observer = Observer({key: e.statements for key, e in extractions.items()}, linker.one_affair, linker.key)
    observers = Observers.of(observer, claims, around)
    relations = settle_unlikely(relations, {c.id: c for c in claims}, observers, linker)
    relations = _overrule(relations, find_likely_figures(observers.figures, claims, relations, around))
    named = find_likely_slots(SlotObserver(observer, slots, around, observer.is_searched), claims, relations, around)
    relations = _overrule(relations, named)
    claims = _with_slots(claims, slots, named)
    relations = _overrule(relations, find_likely_days(DayObserver(observer, claims), claims, relations, around))
    accounts, likely = find_likely(observers, claims, relations, around)
    accounts = [replace(account, outlet=outlets.name(account.outlet)) for account in accounts]
    relations += likely
    claims = _with_slots(claims, accounts, likely)
    checks = [check for e in extractions.values() for check in e.checks]
    relations += relate_checks(checks)
    by_article = {a.id: a for a in articles}
    sets = [*find_conflict_sets(claims, relations, by_article, outlets), *arithmetic_sets(checks, claims)]
    if ruleset.asks_for_updates:
        sets += find_update_sets(claims, relations, by_article, outlets)
    findings = ruleset.apply(sets, {c.id: c for c in claims}, by_article, lang=settings.lang)
    return Report(
        articles=tuple(articles),
        claims=tuple(claims),
        relations=tuple(relations),
        findings=tuple(findings),
        conflict_sets=tuple(sets),
        coverage=_coverage(articles, extractions, claims, pairs, relations),
        errors=errors,
        backend=", ".join(sorted({d.backend for d in documents})),
        lang=settings.lang,
        graph=build_graph(claims, relations),
        rule_names={rule.id: (rule.name.zh, rule.name.en) for rule in ruleset.rules},
        attribute_names={entry.id: (entry.name.zh, entry.name.en) for entry in attributes},
    )


def extract_articles(
    articles: Sequence[Article], attributes: Sequence[AttributeEntry], settings: Settings, *, progress: Progress | None = None
) -> tuple[list[Document], dict[str, Extraction]]:
    """What each article says, by its id; names that one article teaches are known in the others."""
    progress, desk = progress or _silent, DeskNames(settings.aliases)
    documents: list[Document] = []
    names: dict[str, list[EntityMention]] = {}
    for done, article in enumerate(articles):
        progress("reading", done, len(articles))
        documents.append(read_document(article, backend=settings.backend))
        names[article.id] = read_entities(documents[-1], desk)
    folder = FolderNames(names)
    extractions: dict[str, Extraction] = {}
    for document in documents:
        own = names[document.article.id]
        if folder.teaches(document.shadow.text, own):
            own = read_entities(document, desk, folder)
        extractions[document.article.id] = extract_claims(document, attributes, own)
    return documents, extractions


def link_articles(articles: Iterable[Article], extractions: Mapping[str, Extraction]) -> Linker:
    """Which names of articles mean one thing, and which articles are about one affair. `extractions`: by article id."""
    entities = {key: e.entities for key, e in extractions.items()}
    gists = {key: gist_of(e.claims, e.wordings) for key, e in extractions.items()}
    return link_entities(entities, {a.id: a.published for a in articles}, gists)


def _overrule(relations: Sequence[Relation], later: Iterable[Relation]) -> list[Relation]:
    """The relations with later ones in the place of those of the same pair; the last word on a pair holds."""
    by_pair = {frozenset((r.a, r.b)): r for r in later}
    return [*(r for r in relations if frozenset((r.a, r.b)) not in by_pair), *by_pair.values()]


def _with_slots(claims: Sequence[Claim], slots: Sequence[Claim], met: Sequence[Relation]) -> list[Claim]:
    """The claims and the slots that relations are about, each article's in reading order."""
    used = {c for r in met for c in (r.a, r.b)} - {c.id for c in claims}
    if not used:
        return list(claims)
    order = {article: index for index, article in enumerate(dict.fromkeys(c.article for c in (*claims, *slots)))}
    added = [*claims, *(s for s in slots if s.id in used)]
    return sorted(added, key=lambda c: (order[c.article], c.span.start, c.span.end, c.family, c.id))


def _coverage(
    articles: Sequence[Article],
    extractions: Mapping[str, Extraction],
    claims: Sequence[Claim],
    pairs: Sequence[tuple[Claim, Claim]],
    relations: Sequence[Relation],
) -> dict[str, Any]:
    """What was read and what was not."""
    counts: Counter[str] = Counter()
    for extraction in extractions.values():
        counts.update(extraction.coverage)
    boilerplate = sum(s.span.end - s.span.start for a in articles for s in a.segments if s.kind in {"boilerplate", "noise"})
    characters = sum(len(a.text) for a in articles)
    compared = {c for r in relations if r.kind is not Kind.INCOMPARABLE for c in (r.a, r.b)}
    stopped: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.kind is Kind.INCOMPARABLE:
            stopped[relation.reason.value].update({relation.a, relation.b} - compared)
    tried = {c for r in relations for c in (r.a, r.b)}
    uncompared = {reason: len(ids) for reason, ids in sorted(stopped.items()) if ids}
    uncompared["no_counterpart"] = len({c.id for c in claims} - tried)
    kinds = Counter(r.kind.value for r in relations)
    return {
        "articles": len(articles),
        "characters_read": characters - boilerplate,
        "characters_boilerplate": boilerplate,
        **{key: counts[key] for key in ("sentences", "sentences_with_figures", "sentences_with_claims", "figures", "figures_claimed")},
        "figures_left": {key.partition(": ")[2]: value for key, value in sorted(counts.items()) if key.startswith("figures_left: ")},
        "claims": len(claims),
        "claims_compared": len(compared),
        "claims_uncompared": uncompared,
        "pairs_considered": len(pairs),
        "relations": {kind: kinds[kind] for kind in sorted(kinds)},
    }
