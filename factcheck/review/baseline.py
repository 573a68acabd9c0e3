"""The baseline: the findings a desk has accepted as known, one a line, without clock, position or wording.

`check` only reads it. Records are sorted by fingerprint, so that lines added on two branches rarely meet; a reader takes them in any order
and takes a line that stands twice, so that a merge conflict is resolved by keeping both sides.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import ConfigError, FactcheckError
from factcheck.model import Article, State
from factcheck.review.identity import KeptIndex, Seen
from factcheck.review.records import Problem, check_fingerprint, dump_record, read_identity, read_records, read_texts, write_identity
from factcheck.review.storage import read_bytes, rewrite_file
from factcheck.rules.fingerprint import Identity, declares_nothing

__all__ = [
    "BASELINE_NAME",
    "Baseline",
    "Change",
    "Entry",
    "Sources",
    "change_baseline",
    "compare_baseline",
    "create_baseline",
    "dump_baseline",
    "merge_baselines",
    "parse_baseline",
    "read_baseline",
    "read_sources",
]

BASELINE_NAME = "factcheck-baseline.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding. `articles` are those it was seen in, by declared id or URL, else by path from the baseline's folder: they say
    whether an entry that was not found again is gone, and are no part of what it is."""

    identity: Identity
    articles: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        return self.identity.fingerprint

    def as_record(self) -> dict[str, Any]:
        """The record, fingerprint first."""
        return {"fingerprint": self.fingerprint, **write_identity(self.identity), "articles": list(self.articles)}


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries by fingerprint. `path` is where they stand."""

    path: Path
    entries: Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Change:
    """What a run would change. `added` are new; `changed` pairs (before, after); `removed` were not found although their rule was asked and
    all their articles were read or are gone; `unread` were not found for want of that: they stay; `kept` is all that stays as it is."""

    added: tuple[Entry, ...] = ()
    changed: tuple[tuple[Entry, Entry], ...] = ()
    removed: tuple[Entry, ...] = ()
    unread: tuple[Entry, ...] = ()
    kept: tuple[Entry, ...] = ()

    @property
    def entries(self) -> list[Entry]:
        """The entries after the change."""
        return [*self.added, *(after for _, after in self.changed), *self.unread, *self.kept]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a run read: `read` the names of its articles, `names` these by article id, `folder` what paths are relative to, `rules` the ids
    of the rules it asked (None: all)."""

    read: frozenset[str]
    folder: Path
    names: Mapping[str, str]
    rules: frozenset[str] | None = None

    def is_read(self, entry: Entry, *, gone: bool = False) -> bool:
        """Whether the entry's rule was asked and every article of it was read, or is a file that is no longer there. `gone`: articles known
        by an id that were not among those read are taken for deleted too."""
        asked = self.rules is None or entry.identity.rule in self.rules
        told = gone or bool(entry.articles)  # an old record may not say where it was seen
        return asked and told and all(name in self.read or self._is_gone(name, gone) for name in entry.articles)

    def _is_gone(self, name: str, gone: bool) -> bool:
        if name.startswith("path:"):
            return not (self.folder / name.removeprefix("path:").partition("#")[0]).exists()
        return gone

    def enter(self, seen: Seen, before: Entry | None = None) -> Entry:
        """The entry of a finding. Articles of the entry it had `before` stay unless they were read or are gone."""
        names = {self.names[article] for article in seen.articles if article in self.names}
        names |= {name for name in (before.articles if before else ()) if name not in self.read and not self._is_gone(name, False)}
        return Entry(seen.identity, tuple(sorted(names)))


def read_sources(articles: Iterable[Article], baseline: Path, rules: Iterable[str] = ()) -> Sources:
    """The articles of a run as entries name them: a declared id or URL as it stands, a path as `path:` and the path from the baseline's
    folder with forward slashes."""
    folder = baseline.resolve().parent
    names = {}
    for article in articles:
        if declares_nothing(article):
            number = article.id.removeprefix(article.path)
            names[article.id] = "path:" + os.path.relpath(Path(article.path).resolve(), folder).replace(os.sep, "/") + number
        else:
            names[article.id] = article.id
    return Sources(frozenset(names.values()), folder, names, frozenset(rules) or None)


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. FactcheckError when there is none, ConfigError (path:line) for the first line that is wrong."""
    data = read_bytes(path)
    if data is None:
        raise FactcheckError("there is no such baseline", where=str(path), hint="make it with: factcheck baseline create PATH...")
    return Baseline(path, parse_baseline(data, str(path)))


def parse_baseline(data: bytes, where: str) -> dict[str, Entry]:
    """Entries by (current) fingerprint. ConfigError with path:line for the first line that is wrong."""
    entries: dict[str, Entry] = {}
    for at, record in read_records(data, where):
        try:
            fingerprint = check_fingerprint(record.get("fingerprint"))
            entry = Entry(read_identity(record, fingerprint), read_texts(record, "articles"))
        except Problem as problem:
            raise ConfigError(str(problem), where=at, hint="restore or delete this line, or run factcheck baseline update") from None
        other = entries.get(entry.fingerprint)
        if other is not None:
            entry = Entry(entry.identity, tuple(sorted({*entry.articles, *other.articles})))
        entries[entry.fingerprint] = entry
    return entries


def dump_baseline(entries: Iterable[Entry]) -> bytes:
    """The file: sorted lines, the same bytes for the same entries."""
    by_name = {entry.fingerprint: entry for entry in entries}
    return "".join(dump_record(by_name[name].as_record()) for name in sorted(by_name)).encode("utf-8")


def compare_baseline(entries: Mapping[str, Entry], seen: Sequence[Seen], sources: Sources, *, gone: bool = False) -> Change:
    """What bringing the entries up to date with a run means. An entry is removed or replaced only when its rule was asked and all its
    articles were read or are no longer there; else it stays, and what is new stands beside it."""
    known = KeptIndex({name: (entry.identity, entry) for name, entry in entries.items()})
    kept = {
        one.identity.fingerprint: sources.enter(one, entries[one.identity.fingerprint])
        for one in seen
        if one.identity.fingerprint in entries
    }
    added: dict[str, Entry] = {}
    changed: dict[str, tuple[Entry, Entry]] = {}
    replaced: set[str] = set()
    for one in seen:
        name = one.identity.fingerprint
        if name in kept or name in added or name in changed:
            continue
        state, before = known.find(one, kept)
        if before is None:
            added[name] = sources.enter(one)
            continue
        free = before.fingerprint not in kept and before.fingerprint not in replaced
        if free and sources.is_read(before, gone=gone):
            changed[name] = (before, sources.enter(one, before))
            replaced.add(before.fingerprint)
            continue
        if before.fingerprint not in replaced:
            kept.setdefault(before.fingerprint, before)
        if state is not State.KNOWN:
            added[name] = sources.enter(one)
    missing = [entry for name, entry in sorted(entries.items()) if name not in kept and name not in replaced]
    removed = [entry for entry in missing if sources.is_read(entry, gone=gone)]
    return Change(
        tuple(added[name] for name in sorted(added)),
        tuple(changed[name] for name in sorted(changed)),
        tuple(removed),
        tuple(entry for entry in missing if entry not in removed),
        tuple(kept[name] for name in sorted(kept)),
    )


def create_baseline(path: Path, seen: Sequence[Seen], sources: Sources) -> int:
    """Write a baseline of all findings of a run; how many there are. FactcheckError when the file is there already."""
    entries = {entry.fingerprint: entry for entry in map(sources.enter, seen)}

    def fill(before: bytes | None) -> bytes:
        if before is not None:
            raise FactcheckError("the baseline is there already", where=str(path), hint="factcheck baseline update brings it up to date")
        return dump_baseline(entries.values())

    rewrite_file(path, fill)
    return len(entries)


def change_baseline(path: Path, seen: Sequence[Seen], sources: Sources, *, prune_only: bool = False, gone: bool = False) -> Change:
    """Bring the file up to date with a run (`prune_only`: only remove) and tell what was changed. The file is read again under the lock, so
    that what another process added meanwhile stays."""
    done = Change()

    def update(before: bytes | None) -> bytes:
        nonlocal done
        if before is None:
            raise FactcheckError("there is no such baseline", where=str(path), hint="make it with: factcheck baseline create PATH...")
        entries = parse_baseline(before, str(path))
        done = compare_baseline(entries, seen, sources, gone=gone)
        if not prune_only:
            return dump_baseline(done.entries)
        lost = {entry.fingerprint for entry in done.removed}
        return dump_baseline(entry for name, entry in entries.items() if name not in lost)

    rewrite_file(path, update)
    return done


def merge_baselines(base: Mapping[str, Entry], ours: Mapping[str, Entry], theirs: Mapping[str, Entry]) -> dict[str, Entry]:
    """What both sides have, what one side added, without what one side removed. There are no conflicts: an entry never changes, it is
    replaced by another. Symmetric."""
    merged = {}
    for name in sorted({*ours, *theirs}):
        if name in base and not (name in ours and name in theirs):
            continue  # one side removed it
        sides = [side[name] for side in (ours, theirs) if name in side]
        merged[name] = Entry(sides[0].identity, tuple(sorted({article for side in sides for article in side.articles})))
    return merged
