"""Endless unread wording: what the checker finds when one article of a pair that agrees has the fact wrong.

    python tests/evaluation/mutation.py                     a sample of all open corpora, under two minutes: hits by kind
    python tests/evaluation/mutation.py newest -v            one group, every miss with the stage at which it is lost
    python tests/evaluation/mutation.py 161 162 --rounds 9   some corpora, more changes of each
    python tests/evaluation/mutation.py --kinds place person only these kinds (of `altering.ALTERATIONS`)

Every agreement of a gold.json of the open corpora (and every `a_also`, `b_also`: the other wordings of one side of a contradiction) is
two articles' wording of one fact. A figure, a day, an hour, a place, a person, a no or an order is changed throughout one of the two
articles, in the style in which it stands there; the pair must be reported then. Each round is one check of the folder with at most one
change an article. Beside the changes each round holds what must stay silent: the agreements that no change touched (`unchanged`; what
a contradiction of the gold lies on is left out), and in some articles, instead of a change, a clause with the changed figure of another
time or place (`last year`, `other district`).

The wording is what two newsrooms really used, and none of these conflicts was ever looked at: a rule for one sentence shows nothing here.
There are no floors: it shows what is lost, and where. "against another article" is a change that is reported, though not against the
wording it was paired with; where the pair is of a contradiction of the gold that may be the old conflict. A figure with one other digit
is hardly ever a conflict in the gold (the traps are such), so few hits of `digit` are no fault.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(p) for p in (ROOT, HERE) if str(p) not in sys.path]

import groups as corpus_groups  # noqa: E402
from altering import ALTERATIONS, Alteration, Name, alter_figure  # noqa: E402
from measure import CORPORA, shipped_rules  # noqa: E402
from predictions import predictions_of  # noqa: E402

from factcheck import Article, Report, check  # noqa: E402
from factcheck.alignment.linking import link_entities  # noqa: E402
from factcheck.alignment.pairing import blocking_keys  # noqa: E402
from factcheck.language import read_document  # noqa: E402
from factcheck.mentions.entities import read_entities  # noqa: E402
from factcheck.model import Claim, Order, Period, Polarity, Quantity  # noqa: E402
from factcheck.model import Name as NameValue  # noqa: E402

ROUNDS = 1
KINDS = {
    "transposed": {"number-style", "unit", "wording", "fraction", "percent", "script", "number", "duration"},
    "day": {"relative-date", "calendar", "time-style", "date"},
    "hour": {"relative-date", "time-style", "date"},
    "place": {"place"},
    "person": {"person"},
    "polarity": {"denial", "outcome"},
    "order": {"ordering"},
}
"""The kinds of gold items that a change of each kind is made on."""
KINDS |= dict.fromkeys(("digit", "magnitude", "last year", "other district"), KINDS["transposed"])
VALUES = {"day": Period, "hour": Period, "place": NameValue, "person": NameValue, "polarity": Polarity, "order": Order}
"""The value of the claims that a change is of; a figure's is a Quantity."""
NAMES = {"place", "person"}
CLAUSES = {"last year": "而去年同期为{}", "other district": "在邻近的桑榆县，{}"}
"""What is added to an article that makes another fact of the same sort."""
Span = tuple[str, int, int]


class Case(NamedTuple):
    """One change: in `file`, whose `quote` tells the fact that `other` (file, quote, whether in the title) tells too."""

    corpus: str
    id: str
    kind: str
    file: str
    quote: str
    other: tuple[str, str, bool]
    change: Alteration


class Outcome(NamedTuple):
    """What became of a case: "hit", or the stage at which it was lost; for what must be silent "silent" or "reported"."""

    case: Case
    stage: str
    note: str = ""


# ------------------------------------------------------------------ the cases


class Corpus(NamedTuple):
    """A corpus: its texts by file name, the pairs of wordings of one fact (item id, kind, side, other side) and the sides of its
    contradictions."""

    name: str
    texts: Mapping[str, str]
    pairs: Sequence[tuple[str, str, Mapping[str, Any], Mapping[str, Any]]]
    conflicts: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]


def read_corpus(name: str) -> Corpus:
    """The corpus of tests/corpora of that name."""
    folder = CORPORA / name
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts = {p.name: p.read_bytes().decode("utf-8", errors="replace") for p in sorted(folder.glob("*.md"))}
    pairs = [(item["id"], item["kind"], item["a"], item["b"]) for item in gold["agreements"]]
    for item in gold["contradictions"]:
        for side in "ab":
            pairs += [(item["id"], item["kind"], item[side], also) for also in item.get(f"{side}_also", ())]
    conflicts = [
        (one, two)
        for item in gold["contradictions"]
        for one in (item["a"], *item.get("a_also", ()))
        for two in (item["b"], *item.get("b_also", ()))
    ]
    return Corpus(name, texts, [p for p in pairs if p[2]["file"] != p[3]["file"]], conflicts)


def find_cases(corpus: Corpus, kinds: Iterable[str]) -> list[Case]:
    """All changes that can be made in a corpus, in an order that is as good as random and always the same."""
    names = {file: _names_in(file, text) for file, text in corpus.texts.items()} if NAMES & {*kinds} else {}
    cases = []
    for (id_, gold_kind, one, two), kind in ((p, k) for p in corpus.pairs for k in kinds):
        if gold_kind not in KINDS[kind]:
            continue
        for mine, other in ((one, two), (two, one)):
            if mine.get("where") == "title":
                continue
            seed = _seed(corpus.name, id_, kind, mine["quote"])
            known = [n for n in names.get(mine["file"], ()) if n.text in mine["quote"]]
            alter = ALTERATIONS.get(kind) or _alter_beside
            change = alter(mine["quote"], other["quote"], known, seed)
            if change is not None:
                place = (other["file"], other["quote"], other.get("where") == "title")
                cases.append(Case(corpus.name, id_, kind, mine["file"], mine["quote"], place, change))
    return sorted(cases, key=lambda c: _seed(c.corpus, c.id, c.kind, c.file))


def _alter_beside(quote: str, other: str, names: Sequence[Name], seed: int) -> Alteration | None:
    return alter_figure(quote, other, names, seed, how="transposed" if seed % 2 else "digit")


def _seed(*words: str) -> int:
    return int.from_bytes(hashlib.sha256("|".join(words).encode()).digest()[:4], "big")


def _names_in(file: str, text: str) -> list[Name]:
    """The names that the checker itself finds: one that it does not find is not replaced."""
    return sorted({Name(m.text, m.type) for m in read_entities(read_document(Article.from_text(text, id=file)))})


# ------------------------------------------------------------------ one round: texts


def split_head(text: str) -> tuple[str, str, str]:
    """Front matter up to the title, the title's line, and all that follows the front matter."""
    body = text.index("\n---\n", 3) + 5
    title = text.index("\ntitle: ") + 8
    end = text.index("\n", title)
    return text[:title], text[title:end], text[end:body] + text[body:]


def rewrite_article(text: str, case: Case) -> str:
    """The article with the fact changed in its title and throughout its body, or with the clause that is of another fact."""
    head, title, rest = split_head(text)
    frame, body = rest[: rest.index("\n---\n") + 5], rest[rest.index("\n---\n") + 5 :]
    if case.kind not in CLAUSES:
        return head + case.change.apply(title) + frame + case.change.apply(body)
    at = body.index(case.quote) + len(case.quote)
    stop = re.compile(r"[。！？\n]|$").search(body, at)
    assert stop is not None
    clause = write_clause(case)
    if case.kind == "last year":
        return head + title + frame + f"{body[: stop.start()]}，{clause}{body[stop.start() :]}"
    return f"{head}{title}{frame}{body.rstrip()}\n\n{clause}。\n"


def write_clause(case: Case) -> str:
    """The added clause: of another district the whole changed quote, of last year the changed figure and what follows it in its clause."""
    changed = case.change.quote
    told = changed if case.kind == "other district" else re.split(r"[，。、；]", changed[changed.index(case.change.new) :])[0]
    return CLAUSES[case.kind].format(told)


def plan_rounds(corpus: Corpus, cases: Sequence[Case], rounds: int) -> Iterator[tuple[dict[str, str], list[Case]]]:
    """For each round the texts and the changes made in them: at most one an article, none that touches another's other side, and no name
    changed in an article that is another's other side (what happened elsewhere is another fact)."""
    waiting = list(cases)
    for _ in range(rounds):
        texts, taken, left = dict(corpus.texts), [], []
        for case in waiting:
            renamed = {c.file for c in taken if c.kind in NAMES}
            crossed = case.other[0] in renamed or (case.kind in NAMES and case.file in {c.other[0] for c in taken})
            if crossed or case.file in {c.file for c in taken} or case.quote not in texts[case.file]:
                left.append(case)
                continue
            changed = rewrite_article(corpus.texts[case.file], case)
            kept = [c.other[1] in changed for c in taken if c.other[0] == case.file]
            if all(kept) and case.other[1] in texts[case.other[0]]:
                texts[case.file] = changed
                taken.append(case)
            else:
                left.append(case)
        if not taken:
            return
        yield texts, taken
        waiting = left


# ------------------------------------------------------------------ one round: what came of it


def run_corpus(name: str, kinds: Sequence[str], rounds: int) -> list[Outcome]:
    """The outcomes of all rounds of one corpus; agreements that nothing touched come as cases of kind "unchanged"."""
    corpus, out = read_corpus(name), []
    for texts, cases in plan_rounds(corpus, find_cases(corpus, kinds), rounds):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / name
            folder.mkdir()
            for file, text in texts.items():
                (folder / file).write_bytes(text.encode())
            report = check([folder], shipped_rules())
            out += list(_judge_round(corpus, report, texts, cases))
    return [o._replace(case=o.case._replace(change=o.case.change._replace(apply=str))) for o in out]  # closures cross no process


def _judge_round(corpus: Corpus, report: Report, texts: Mapping[str, str], cases: Sequence[Case]) -> Iterator[Outcome]:
    conflicts = [
        tuple((p[s]["file"], p[s]["start"], p[s]["end"]) for s in "ab")
        for p in predictions_of(report.to_dict())
        if p["label"] == "contradiction"
    ]
    for case in cases:
        mine = _span(texts, case.file, case.change.quote, last=case.kind == "other district")
        other = _span(texts, *case.other[:2], title=case.other[2])
        if mine is None or other is None:
            continue
        if case.kind in CLAUSES:
            clause = write_clause(case)
            start = texts[case.file].rindex(clause)
            added = (case.file, start, start + len(clause))
            hits = [pair for pair in conflicts if any(_meet(side, added) for side in pair)]
            yield Outcome(case, "reported" if hits else "silent", _quotes(texts, hits))
        elif _reported(conflicts, mine, other):
            yield Outcome(case, "hit")
        elif any(_meet(x, mine) and y[0] != case.file for pair in conflicts for x, y in (pair, pair[::-1])):
            yield Outcome(case, "against another article")
        else:
            yield Outcome(case, *_find_stage(report, case, mine, other))
    changed = [span for c in cases if (span := _span(texts, c.file, c.change.new)) is not None]
    conflicts = [pair for pair in conflicts if not any(_meet(side, span) for side in pair for span in changed)]
    known = [[_span(texts, s["file"], s["quote"], title=s.get("where") == "title") for s in pair] for pair in corpus.conflicts]
    conflicts = [pair for pair in conflicts if not any(None not in sides and _reported([pair], *sides) for sides in known)]  # type: ignore[arg-type]
    for id_, kind, one, two in corpus.pairs:
        sides = [_span(texts, s["file"], s["quote"], title=s.get("where") == "title") for s in (one, two)]
        if None in sides:
            continue
        hits = [pair for pair in conflicts if _reported([pair], *sides)]  # type: ignore[arg-type]
        change = Alteration(one["quote"], "", "", str)
        case = Case(corpus.name, id_, "unchanged", one["file"], one["quote"], (two["file"], two["quote"], False), change)
        yield Outcome(case, "reported" if hits else "silent", f"{kind} {_quotes(texts, hits)}" if hits else "")


def _span(texts: Mapping[str, str], file: str, quote: str, *, title: bool = False, last: bool = False) -> Span | None:
    text = texts[file]
    body = text.index("\n---\n", 3) + 5
    at = text.find(quote, 0 if title else body) if not last else text.rfind(quote)
    return (file, at, at + len(quote)) if at >= 0 else None


def _meet(x: Span, y: Span) -> bool:
    return x[0] == y[0] and x[1] < y[2] and y[1] < x[2]


def _reported(conflicts: Iterable[tuple[Span, ...]], mine: Span, other: Span) -> bool:
    return any((_meet(x, mine) and _meet(y, other)) or (_meet(x, other) and _meet(y, mine)) for x, y in conflicts)


def _quotes(texts: Mapping[str, str], pairs: Iterable[tuple[Span, ...]]) -> str:
    return " / ".join(" ~ ".join(texts[f][s:e] for f, s, e in pair) for pair in pairs)


def _find_stage(report: Report, case: Case, mine: Span, other: Span) -> tuple[str, str]:
    """Where a miss is lost: no claim on a side, claims that share no key, claims that were never related, or the reason of the gate."""
    file = {a.id: PurePosixPath(a.path or a.id).name for a in report.articles}
    sort = VALUES.get(case.kind, Quantity)

    def on(span: Span) -> dict[str, Claim]:
        return {c.id: c for c in report.claims if isinstance(c.value, sort) and _meet((file[c.article], c.span.start, c.span.end), span)}

    a, b = on(mine), on(other)
    a = {i: c for i, c in a.items() if case.change.new in c.quote} or a  # a quote may hold other figures
    told = " | ".join("; ".join(f"{c.attribute}={c.quote}" for c in side.values()) for side in (a, b))
    if not a or not b:
        return "no claim", f"{'changed side ' if not a else ''}{'other side' if not b else ''} {told}"
    related = [r for r in report.relations if (r.a in a and r.b in b) or (r.a in b and r.b in a)]
    if related:
        best = min(related, key=lambda r: (r.kind.value == "incomparable", r.a, r.b))
        gate = best.gates[-1] if best.gates else ("", "")
        return f"{best.kind.value}: {best.reason.value}", f"gate {gate[0]} {told}"
    linker = link_entities({}, {})
    keys = [{k for c in side.values() for k in blocking_keys(c, linker)} for side in (a, b)]
    return ("never related" if keys[0] & keys[1] else "not paired"), told


# ------------------------------------------------------------------ all of it


def pick_corpora(given: Sequence[str]) -> list[str]:
    """The open corpora of the groups or numbers given (all where none are); ValueError for what is neither."""
    chosen: list[str] = []
    for word in given or ["open"]:
        group = getattr(corpus_groups, word.upper(), None) if word.lower() != "held_out" else None
        names = [n for n in corpus_groups.OPEN if n in group] if group else [n for n in corpus_groups.OPEN if n.split("_")[0] == word]
        if not names:
            raise ValueError(f"no open group or corpus {word!r}")
        chosen += [n for n in names if n not in chosen]
    return chosen


def describe(outcomes: Sequence[Outcome], *, verbose: bool) -> str:
    """Hits by kind, what was reported though nothing conflicts, the stages of what was missed, and the cases themselves."""
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        by_kind[outcome.case.kind][outcome.stage] += 1
    lines = ["kind              hits      of  share"]
    for kind in ALTERATIONS:
        if kind in by_kind:
            hits, of = by_kind[kind]["hit"], by_kind[kind].total()
            lines.append(f"{kind:14s}{hits:8d}{of:8d}   {hits / of:.2f}")
    made = [o for o in outcomes if o.case.kind in ALTERATIONS]
    if made:
        hits = sum(o.stage == "hit" for o in made)
        lines.append(f"{'all':14s}{hits:8d}{len(made):8d}   {hits / len(made):.2f}")
    lines.append("must be silent  reported    of")
    lines += [f"{kind:14s}{by_kind[kind]['reported']:8d}{by_kind[kind].total():8d}" for kind in (*CLAUSES, "unchanged") if kind in by_kind]
    lines.append("lost at")
    for stage, count in Counter(o.stage for o in made if o.stage != "hit").most_common():
        kinds = ", ".join(f"{k} {c[stage]}" for k, c in sorted(by_kind.items(), key=lambda kc: -kc[1][stage]) if c[stage])
        lines.append(f"{count:6d}  {stage}  ({kinds})")
    if verbose:
        for o in outcomes:
            if o.stage not in {"hit", "silent"}:
                where = f"{o.case.corpus} {o.case.id} {o.case.file.split('_')[0]}"
                lines.append(f"{o.case.kind} [{o.stage}] {where} {o.case.change.quote} | {o.case.other[1]}  <{o.note}>")
    return "\n".join(lines)


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", metavar="GROUP", help="groups of groups.py or numbers of open corpora; default: all")
    parser.add_argument("--kinds", nargs="+", choices=list(KINDS), default=list(KINDS), help="changes to make; default: all")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"checks of each corpus (default {ROUNDS})")
    parser.add_argument("-v", "--verbose", action="store_true", help="every miss, and all that was reported though nothing conflicts")
    given = parser.parse_args()
    try:
        names = pick_corpora(given.corpora)
    except ValueError as error:
        parser.error(str(error))
    with ProcessPoolExecutor(2) as pool:
        done = list(pool.map(run_corpus, names, [given.kinds] * len(names), [given.rounds] * len(names)))
    print(describe([o for outcomes in done for o in outcomes], verbose=given.verbose))
    return 0


if __name__ == "__main__":
    sys.exit(_main())
