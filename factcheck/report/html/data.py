"""What the page shows, as compact JSON: every text once, everything else by number.

Offsets are counted as a browser counts them (UTF-16 code units). A text that differs by language is a pair [Chinese, English]. The
layout of every field is in `build_data`; model.js reads it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from factcheck.claims.naming import name_subject
from factcheck.language.script import simplify
from factcheck.model import Article, Claim, Kind, Relation
from factcheck.report.coverage import describe_coverage
from factcheck.report.html.figures import lay_out_graph, lay_out_timeline, moment_of
from factcheck.report.html.matrix import count_outlets
from factcheck.report.labels import value_label
from factcheck.report.messages import LANGUAGES, Messages, load_messages, read_catalogue
from factcheck.report.view import ClaimView, FindingView, Report, ReportView, build_view, name_attribute, view_claims

__all__ = ["DATA_VERSION", "build_data"]

DATA_VERSION = 1

#: Keys of the catalogue that the page says.
_SAID = ("html.", "level.", "state.", "kind.", "reason.", "family.", "stance.", "column.", "heading.", "evidence.", "outlet.", "date.")
#: A history of updates that is longer is not drawn.
_LONGEST_HISTORY = 40
_MARKED = {"headline": 0, "boilerplate": 1, "noise": 2}


def build_data(report: Report, lang: str) -> dict[str, Any]:
    """The data of the page that opens in `lang`.

    `strings` holds every text; other fields refer to it by index. An article is [id, path, outlet, date, title, url, text, notes, marks,
    page starts] with marks [start, end, kind] of what is not body; a claim [article, start, end, sentence start, sentence end, outlet,
    speaker, stance, family, subject, attribute, value, as of, headline, scope]; a relation [a, b, kind, reason, gates]; a finding [id,
    rule, level, family, kind, reason, state, fingerprint, fact, message, advice, values, relations, graph, timeline, subject] with values
    [label, support, claims].
    """
    return _Builder(report, lang).build()


class _Strings:
    """Texts by number, each once."""

    def __init__(self) -> None:
        self.table: list[str | list[str]] = []
        self._numbers: dict[str | tuple[str, str], int] = {}

    def put(self, chinese: str, english: str | None = None) -> int:
        key = chinese if english is None or english == chinese else (chinese, english)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.table)
            self.table.append(key if isinstance(key, str) else list(key))
        return number


class _Builder:
    def __init__(self, report: Report, lang: str) -> None:
        self.report = report
        self.lang = lang
        self.strings = _Strings()
        self.messages: list[Messages] = [load_messages(each) for each in LANGUAGES]
        self.views: list[ReportView] = [build_view(report, each) for each in LANGUAGES]
        self.articles = report.ordered_articles()
        self.claims = report.ordered_claims()
        self.article_number = {article.id: i for i, article in enumerate(self.articles)}
        self.claim_number = {claim.id: i for i, claim in enumerate(self.claims)}
        self.astral = {article.id: _find_astral(article.text) for article in self.articles}
        kept = (r for r in report.relations if r.kind is not Kind.INCOMPARABLE and r.a in self.claim_number and r.b in self.claim_number)
        self.relations: list[Relation] = sorted(kept, key=lambda r: (self.claim_number[r.a], self.claim_number[r.b], r.kind.value))
        self.between: dict[str, list[int]] = defaultdict(list)
        for number, relation in enumerate(self.relations):
            self.between[relation.a].append(number)
        self.gates: dict[tuple[tuple[str, str], ...], int] = {}

    def build(self) -> dict[str, Any]:
        views = [view_claims(self.report, each) for each in LANGUAGES]
        findings = [self._finding(*pair) for pair in zip(self.views[0].findings, self.views[1].findings, strict=True)]
        data = {
            "version": DATA_VERSION,
            "lang": LANGUAGES.index(self.lang),
            "ui": {key: list(cells) for key, cells in sorted(read_catalogue().items()) if key.startswith(_SAID)},
            "fold": _fold_table(),
            "backend": self.report.backend,
            "verdict": self._both(*(view.verdict for view in self.views)),
            "coverage": self._lines(*(describe_coverage(self.report.coverage, m) for m in self.messages)),
            "notes": self._lines(*(view.notes for view in self.views)),
            "errors": self._lines(*(view.errors for view in self.views)),
            "rules": {
                rule: self._both(*self.report.rule_names.get(rule, ("", ""))) for rule in sorted({f.rule for f in self.report.findings})
            },
            "articles": [self._article(article) for article in self.articles],
            "claims": [self._claim(claim, pair) for claim, pair in zip(self.claims, zip(*views, strict=True), strict=True)],
            "relations": [self._relation(relation) for relation in self.relations],
            "findings": findings,
            "decided": self._decided(),
            "histories": self._histories(),
            "matrix": self._matrix(),
        }
        data["gates"] = [[[self._name("gate.", g), self._outcome(o)] for g, o in gates] for gates in self.gates]
        data["strings"] = self.strings.table
        return data

    def _both(self, chinese: str, english: str) -> int:
        return self.strings.put(chinese, english)

    def _lines(self, chinese: Sequence[str], english: Sequence[str]) -> list[int]:
        return [self._both(*pair) for pair in zip(chinese, english, strict=True)]

    def _name(self, prefix: str, name: str) -> int:
        return self._both(*(m.find(prefix + name, name) for m in self.messages))

    def _outcome(self, outcome: str) -> int:
        return self._both(*(m.find(f"outcome.{outcome}", m.find(f"reason.{outcome}", outcome)) for m in self.messages))

    def _article(self, article: Article) -> list[Any]:
        put, at = self.strings.put, self.astral[article.id]
        marks = [
            [_shift(s.span.start, at), _shift(s.span.end, at), _MARKED[s.kind]]
            for s in article.segments
            if s.kind in _MARKED and s.span.end > s.span.start
        ]
        outlet = self._both(*(article.source or m("outlet.unknown") for m in self.messages))
        date = article.published.date().isoformat() if article.published else ""
        notes = [self._both(*(m.translate(note) for m in self.messages)) for note in article.notes]
        head = [put(article.id), put(article.path), outlet, date, put(article.title or ""), put(article.url or "")]
        return [*head, put(article.text), notes, marks, [_shift(offset, at) for offset in article.pages]]

    def _claim(self, claim: Claim, views: tuple[ClaimView, ClaimView]) -> list[Any]:
        at = self.astral.get(claim.article, [])
        chinese, english = views
        put = self.strings.put
        return [
            self.article_number.get(claim.article, -1),
            *(_shift(offset, at) for offset in (claim.span.start, claim.span.end, claim.sentence.start, claim.sentence.end)),
            self._both(chinese.evidence.outlet, english.evidence.outlet),
            put(claim.speaker),
            put(claim.stance.value),
            put(claim.family.value),
            put(name_subject(claim.subject, [claim])),
            self._both(chinese.attribute, english.attribute),
            self._both(*(value_label(claim.value, m) for m in self.messages)),
            self._both(chinese.evidence.as_of, english.evidence.as_of),
            int(claim.headline),
            [[self._both(n, m), self._both(a, b)] for (n, a), (m, b) in zip(chinese.scope, english.scope, strict=True)],
        ]

    def _relation(self, relation: Relation) -> list[Any]:
        put = self.strings.put
        gates = self.gates.setdefault(relation.gates, len(self.gates))
        return [self.claim_number[relation.a], self.claim_number[relation.b], put(relation.kind.value), put(relation.reason.value), gates]

    def _finding(self, chinese: FindingView, english: FindingView) -> list[Any]:
        finding, put = chinese.finding, self.strings.put
        own = set(finding.claim_ids())
        pairs = sorted(n for claim in own for n in self.between.get(claim, ()) if self.relations[n].b in own)
        lanes = [[self.claim_number[item.claim] for item in value.evidence] for value in chinese.values]
        values = [
            [self._both(one.label, two.label), self._both(one.support, two.support), lane]
            for one, two, lane in zip(chinese.values, english.values, lanes, strict=True)
        ]
        return [
            put(finding.id),
            put(finding.rule),
            put(finding.level.value),
            put(finding.family.value),
            put(finding.kind.value),
            put(finding.reason.value),
            put(finding.state.value),
            put(finding.fingerprint),
            self._both(chinese.fact, english.fact),
            self._both(chinese.message, english.message),
            self._both(chinese.advice, english.advice),
            values,
            pairs,
            lay_out_graph(lanes),
            lay_out_timeline([(number, lane, self._moment(number)) for lane, group in enumerate(lanes) for number in group]),
            put(finding.subject),
        ]

    def _moment(self, number: int) -> tuple[str, bool]:
        claim = self.claims[number]
        article = self.articles[self.article_number[claim.article]] if claim.article in self.article_number else None
        return moment_of(claim, article)

    def _decided(self) -> list[dict[str, str]]:
        """What reviewers decided before, as the page exports it, in the order of the findings."""
        told = []
        for view in self.views[0].findings:
            decision = self.report.decisions.get(view.finding.id)
            if decision is not None:
                record = {key: value for key, value in decision.as_record().items() if isinstance(value, str)}
                told.append({**record, "fingerprint": view.finding.fingerprint})
        return told

    def _histories(self) -> list[Any]:
        """Facts whose value was updated: [subject and attribute, claims in the order of time, timeline], in reading order."""
        pairs = [(self.claim_number[r.a], self.claim_number[r.b], r.kind) for r in self.relations]
        updated = {number for a, b, kind in pairs if kind is Kind.UPDATES for number in (a, b)}
        home = {number: number for number in updated}
        for a, b, _ in pairs:
            if a in updated or b in updated:
                one, two = sorted((_find_home(home, a), _find_home(home, b)))
                home[two] = one
        groups: dict[int, list[int]] = defaultdict(list)
        for number in sorted(home):
            groups[_find_home(home, number)].append(number)
        histories = []
        for first, group in sorted(groups.items()):
            claim = self.claims[first]
            timeline = lay_out_timeline([(number, 0, self._moment(number)) for number in group])
            shown = sorted(group, key=lambda number: (self._moment(number)[0], number))[:_LONGEST_HISTORY]
            subject = name_subject(claim.subject, [self.claims[number] for number in group])
            names = [self.strings.put(subject), self._both(*self._attribute(claim))]
            histories.append([names, shown, timeline])
        return histories

    def _attribute(self, claim: Claim) -> tuple[str, str]:
        chinese, english = (name_attribute(claim.attribute, claim, self.report.attribute_names, m) for m in self.messages)
        return chinese, english

    def _matrix(self) -> dict[str, Any]:
        articles = {article.id: article for article in self.articles}
        names, cells = count_outlets(self.relations, {c.id: c for c in self.claims}, articles)
        return {"outlets": [self.strings.put(name) for name in names], "cells": cells}


def _find_home(home: dict[int, int], number: int) -> int:
    """The least member of the group that `number` is in; paths are shortened on the way."""
    found = home.setdefault(number, number)
    while home[found] != found:
        home[found] = home[home[found]]
        found = home[found]
    home[number] = found
    return found


def _find_astral(text: str) -> list[int]:
    """Where the characters stand that a browser counts twice."""
    return [i for i, character in enumerate(text) if ord(character) > 0xFFFF] if not text.isascii() and max(text) > "\uffff" else []


def _shift(offset: int, astral: Sequence[int]) -> int:
    return offset + bisect_left(astral, offset)


@cache
def _fold_table() -> tuple[str, str]:
    """Traditional characters and the simplified ones they are searched as, in the same order."""
    alone = [chr(code) for code in range(0x4E00, 0xA000)]
    folded = simplify("\n".join(alone)).split("\n")
    pairs = [(a, b) for a, b in zip(alone, folded, strict=True) if a != b]
    return "".join(a for a, _ in pairs), "".join(b for _, b in pairs)
