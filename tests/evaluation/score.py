#!/usr/bin/env python3
# ruff: noqa
# fmt: off
# The scorer of the dev set this project started from, kept as it came (only this comment was added), so that figures stay comparable
# with those of earlier work. It reads the corpora of tests/corpora; measure.py calls it.
"""Scores predicted findings against the gold.

  score.py PRED.json [--gold DIR] [--corpus NAME ...] [--offsets file|body] [--max-span N] [--json] [--details]
  score.py --self-test

PRED.json: a list (or {"findings": [...]}) of
  {"label": "contradiction|agreement|arithmetic|...", "a": SIDE, "b": SIDE}       (b may be left out for arithmetic)
  SIDE = {"file": "01_earthquake/0101_huaxun.md", "start": 10, "end": 20}  or  {"file": ..., "quote": "..."}
Article base names are unique over all corpora, so "0101_huaxun.md" or any longer path will do.
start/end count Unicode code points, end exclusive, from the start of the FILE (front matter included); with
--offsets body (or "base": "body" in the side) from the first character after the closing '---' line;
with "base": "title" from the start of the title text. With start/end present, quote is ignored.

Rules
- A side matches a gold mention when file is the same and the spans share at least one character. Pairs are unordered.
- Each gold item has sides a and b plus equivalent mentions a_also / b_also (same value in another article); any a x b
  pair counts as that item. For agreements any two different mentions of the item count.
- Contradictions: predictions are matched one-to-one with gold items (maximum matching). tp = items matched. A second
  prediction of a found item is a duplicate: neither tp nor fp. A prediction that matches no gold contradiction is a
  false positive, unless it matches a 'neutral' pair (ignored) or a gold arithmetic item inside one file (credited there).
- trap_hits: trap items reported as a contradiction by a prediction that matches no gold contradiction (also a fp).
- Sides longer than --max-span characters (default 200, longer than any sentence here) never match: no paragraph spans.
- precision = recall = F1 = 0 where the denominator is 0.
"""
import argparse, glob, json, os, sys
HERE = os.path.dirname(os.path.abspath(__file__))
LABELS = {"contradiction": "C", "contradict": "C", "conflict": "C", "inconsistency": "C", "矛盾": "C", "冲突": "C",
          "agreement": "A", "agree": "A", "consistent": "A", "一致": "A",
          "arithmetic": "X", "arithmetic_error": "X", "sum": "X", "算术": "X"}
COMPATIBLE = {"approximation", "currency", "duration-vs-time", "opinion", "classification"}  # calling these an agreement is no error

def read(path):
    with open(path, encoding="utf-8", newline="") as f: return f.read()

def load(gold):
    out = {}
    for d in sorted(glob.glob(os.path.join(gold, "*", "gold.json"))):
        folder = os.path.dirname(d); name = os.path.basename(folder); files = {}
        for p in glob.glob(os.path.join(folder, "*.md")):
            t = read(p); body = t.index("\n---\n", 3) + 5; ti = t.index("\ntitle: ") + 8
            files[os.path.basename(p)] = {"text": t, "body": body, "title": ti, "title_end": t.index("\n", ti)}
        g = json.loads(read(d)); items = {}
        for key in ("contradictions", "agreements", "traps", "arithmetic", "neutral"):
            items[key] = []
            for it in g.get(key, []):
                def span(m):
                    f = files[m["file"]]
                    lo, hi = (f["title"], f["title_end"]) if m.get("where") == "title" else (f["body"], len(f["text"]))
                    s = f["text"].index(m["quote"], lo, hi); return (m["file"], s, s + len(m["quote"]))
                items[key].append({"id": it["id"], "kind": it.get("kind", ""), "severity": it.get("severity", ""), "reason": it["reason"],
                                   "A": [span(m) for m in [it["a"]] + it.get("a_also", [])],
                                   "B": [span(m) for m in [it["b"]] + it.get("b_also", [])]})
        out[name] = {"files": files, "items": items}
    return out

def resolve(side, corpora, base, max_span):
    """-> (corpus, [spans]) ; spans empty when it cannot be placed."""
    if not isinstance(side, dict) or "file" not in side: return None, []
    parts = str(side["file"]).replace("\\", "/").split("/"); b = parts[-1]
    c = next((n for n in corpora if b in corpora[n]["files"]), None)
    if c is None: return None, []
    f = corpora[c]["files"][b]; t = f["text"]
    if isinstance(side.get("start"), int) and isinstance(side.get("end"), int):
        off = {"file": 0, "body": f["body"], "title": f["title"]}[side.get("base", base)]
        spans = [(b, side["start"] + off, side["end"] + off)]
    else:
        q = side.get("quote") or ""; spans = []; i = t.find(q) if q else -1
        while i >= 0: spans.append((b, i, i + len(q))); i = t.find(q, i + 1)
    return c, [s for s in spans if 0 < s[2] - s[1] <= max_span]

def ov(p, q): return max(0, min(p[2], q[2]) - max(p[1], q[1])) if p[0] == q[0] else 0
def best(spans, mentions):
    """largest overlap share (intersection over union) between a predicted side and a list of gold mentions"""
    r = 0.0
    for p in spans:
        for q in mentions:
            o = ov(p, q)
            if o: r = max(r, o / (p[2] - p[1] + q[2] - q[1] - o))
    return r
def pair_score(pa, pb, it):
    r = 0.0
    for x, y in ((pa, pb), (pb, pa)):
        u, v = best(x, it["A"]), best(y, it["B"])
        if u and v: r = max(r, u + v)
    return r
def agree_score(pa, pb, it):
    M = it["A"] + it["B"]; r = 0.0
    for i, m in enumerate(M):
        for j, n in enumerate(M):
            if i != j and m[0] != n[0]:
                u, v = best(pa, [m]), best(pb, [n])
                if u and v: r = max(r, u + v)
    return r
def arith_ok(pa, pb, it):
    M = it["A"] + it["B"]
    return best(pa, M) > 0 and (pb is None or best(pb, M) > 0)

def match(edges, n):
    """edges[p] = [(score, item)]; maximum one-to-one matching, better overlaps tried first -> {item: pred}"""
    owner = {}
    def go(p, seen):
        for _, i in sorted(edges[p], reverse=True):
            if i in seen: continue
            seen.add(i)
            if i not in owner or go(owner[i], seen): owner[i] = p; return True
        return False
    for p in sorted(edges, key=lambda p: -max((s for s, _ in edges[p]), default=0)): go(p, set())
    return owner

def prf(tp, fp, n):
    p = tp / (tp + fp) if tp + fp else 0.0; r = tp / n if n else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)

def score(pred, corpora, base="file", max_span=200):
    if isinstance(pred, dict): pred = pred.get("findings", [])
    by = {n: [] for n in corpora}; lost = []
    for k, f in enumerate(pred):
        lab = LABELS.get(str(f.get("label", "")).strip().lower())
        if lab is None: continue
        ca, pa = resolve(f.get("a"), corpora, base, max_span)
        cb, pb = resolve(f["b"], corpora, base, max_span) if f.get("b") else (ca, None)
        c = ca or cb
        if c is None: lost.append((lab, f)); continue                # file unknown to the scored corpora
        if ca != cb: pb = []                                          # two corpora: can match nothing
        by[c].append((k, lab, pa, pb, f))
    res = {}; kinds = {}; tkinds = {}
    for n, c in corpora.items():
        I = c["items"]; C = {}; A = {}; fps = []; traps = {}; flips = {}; ign = 0; ar = set(); arfp = 0; fa = {}; fat = {}; dup = 0; unresolved = 0
        for k, lab, pa, pb, f in by[n]:
            if not pa or pb == []: unresolved += 1
            both = pb if pb is not None else []
            if lab == "C":
                e = [(s, i) for i, it in enumerate(I["contradictions"]) if (s := pair_score(pa, both, it))]
                if e: C[k] = e; continue
                same = pa and both and pa[0][0] == both[0][0]
                hit = [it["id"] for it in I["arithmetic"] if same and arith_ok(pa, both, it)]
                if hit: ar.update(hit); continue
                if any(pair_score(pa, both, it) for it in I["neutral"]): ign += 1; continue
                fps.append(f)
                for it in I["traps"]:
                    if pair_score(pa, both, it): traps[it["id"]] = it
                for it in I["agreements"]:
                    if agree_score(pa, both, it): flips[it["id"]] = it
            elif lab == "A":
                e = [(s, i) for i, it in enumerate(I["agreements"]) if (s := agree_score(pa, both, it))]
                if e: A[k] = e; continue
                for it in I["contradictions"]:
                    if pair_score(pa, both, it): fa[it["id"]] = it
                for it in I["traps"]:
                    if it["kind"] not in COMPATIBLE and pair_score(pa, both, it): fat[it["id"]] = it
            else:
                hit = [it["id"] for it in I["arithmetic"] if arith_ok(pa, pb, it)]
                ar.update(hit); arfp += not hit
        own = match(C, len(I["contradictions"])); aown = match(A, len(I["agreements"]))
        dup = len(C) - len(own)
        nC, nA, nT, nX = (len(I[x]) for x in ("contradictions", "agreements", "traps", "arithmetic"))
        hi = [i for i, it in enumerate(I["contradictions"]) if it["severity"] == "high"]
        for i, it in enumerate(I["contradictions"]):
            a, b = kinds.get(it["kind"], (0, 0)); kinds[it["kind"]] = (a + (i in own), b + 1)
        for it in I["traps"]:
            a, b = tkinds.get(it["kind"], (0, 0)); tkinds[it["kind"]] = (a + (it["id"] in traps), b + 1)
        res[n] = {"tp": len(own), "fp": len(fps), "gold": nC, "high_tp": sum(i in own for i in hi), "high_gold": len(hi), "duplicates": dup, "ignored_neutral": ign,
                  "agree_tp": len(aown), "agree_gold": nA, "trap_hits": len(traps), "traps": nT, "arith_tp": len(ar), "arith_gold": nX, "arith_fp": arfp,
                  "agreements_called_contradiction": len(flips), "contradictions_called_agreement": len(fa), "traps_called_agreement": len(fat), "unresolved": unresolved,
                  "_missed": [it for i, it in enumerate(I["contradictions"]) if i not in own], "_fps": fps, "_traps": list(traps.values()),
                  "_amissed": [it for i, it in enumerate(I["agreements"]) if i not in aown]}
    tot = {k: sum(r[k] for r in res.values()) for k in next(iter(res.values())) if not k.startswith("_")} if res else {}
    if tot:
        tot["unresolved"] += len(lost); tot["fp"] += sum(l == "C" for l, _ in lost)
        tot["arith_fp"] += sum(l == "X" for l, _ in lost)
    for r in list(res.values()) + ([tot] if tot else []):
        r["precision"], r["recall"], r["f1"] = prf(r["tp"], r["fp"], r["gold"])
        r["recall_high"] = r["high_tp"] / r["high_gold"] if r["high_gold"] else 0.0
        r["agree_recall"] = r["agree_tp"] / r["agree_gold"] if r["agree_gold"] else 0.0
        r["arith_recall"] = r["arith_tp"] / r["arith_gold"] if r["arith_gold"] else 0.0
    return {"corpora": res, "overall": tot, "recall_by_kind": kinds, "trap_hits_by_kind": tkinds}

def clean(s): return {"corpora": {n: {k: v for k, v in r.items() if not k.startswith("_")} for n, r in s["corpora"].items()},
                      "overall": s["overall"], "recall_by_kind": s["recall_by_kind"], "trap_hits_by_kind": s["trap_hits_by_kind"]}

def show(s, details=False):
    print(f"{'corpus':15s} {'P':>6s} {'R':>6s} {'F1':>6s} {'tp':>3s} {'fp':>3s} {'fn':>3s} {'dup':>3s} | {'R high':>6s} | {'agree R':>10s} | {'trap hits':>9s} | {'arith':>6s}")
    for n, r in list(s["corpora"].items()) + [("OVERALL", s["overall"])]:
        print(f"{n:15s} {r['precision']:6.3f} {r['recall']:6.3f} {r['f1']:6.3f} {r['tp']:3d} {r['fp']:3d} {r['gold'] - r['tp']:3d} {r['duplicates']:3d} | {r['recall_high']:6.3f} |"
              f" {r['agree_recall']:.3f} {r['agree_tp']:>2d}/{r['agree_gold']:<2d}| {r['trap_hits']:>4d}/{r['traps']:<4d} | {r['arith_tp']:>2d}/{r['arith_gold']:<2d} +{r['arith_fp']}fp")
    o = s["overall"]
    print("contradiction recall by kind:", ", ".join(f"{k} {a}/{b}" for k, (a, b) in sorted(s["recall_by_kind"].items())))
    print("trap hits by kind:           ", ", ".join(f"{k} {a}/{b}" for k, (a, b) in sorted(s["trap_hits_by_kind"].items())))
    print(f"gold agreements reported as contradiction: {o['agreements_called_contradiction']}; gold contradictions reported as agreement: {o['contradictions_called_agreement']}; "
          f"incompatible traps reported as agreement: {o['traps_called_agreement']}; neutral ignored: {o['ignored_neutral']}; findings with an unplaceable side: {o['unresolved']}")
    if details:
        for n, r in s["corpora"].items():
            print(f"\n== {n}")
            for it in r["_missed"]: print(f"  missed  {it['id']} [{it['kind']}/{it['severity']}] {it['reason']}")
            for it in r["_traps"]: print(f"  TRAP    {it['id']} [{it['kind']}] {it['reason']}")
            for it in r["_amissed"]: print(f"  missed agreement {it['id']} [{it['kind']}] {it['reason']}")
            for f in r["_fps"]: print("  fp      " + json.dumps({k: f[k] for k in ("label", "a", "b") if k in f}, ensure_ascii=False)[:300])

def self_test(gold):
    cor = load(gold); n = 0
    def text(sp): return next(c["files"][sp[0]]["text"] for c in cor.values() if sp[0] in c["files"])
    def body(sp): return next(c["files"][sp[0]]["body"] for c in cor.values() if sp[0] in c["files"])
    def off(sp): return {"file": sp[0], "start": sp[1], "end": sp[2]}
    def quo(sp): return {"file": "any/dir/" + sp[0], "quote": text(sp)[sp[1]:sp[2]]}
    def bod(sp): return {"file": sp[0], "start": sp[1] - body(sp), "end": sp[2] - body(sp)}
    def dig(sp): m = (sp[1] + sp[2]) // 2; return {"file": sp[0], "start": m, "end": m + 1}
    def wide(sp): return {"file": sp[0], "start": max(0, sp[1] - 8), "end": sp[2] + 8}
    LAB = {"contradictions": "contradiction", "agreements": "agreement", "arithmetic": "arithmetic", "traps": "contradiction", "neutral": "contradiction"}
    def preds(mk, keys=("contradictions", "agreements", "arithmetic"), swap=False, label=None):
        out = []
        for c in cor.values():
            for k in keys:
                for it in c["items"][k]:
                    a, b = (it["B"][0], it["A"][0]) if swap else (it["A"][0], it["B"][0])
                    out.append({"label": label or LAB[k], "a": mk(a), "b": mk(b)})
        return out
    def check(cond, what):
        nonlocal n; n += 1
        if not cond: print("FAILED:", what); sys.exit(1)
    nC, nT, nA, nX = (sum(len(c["items"][k]) for c in cor.values()) for k in ("contradictions", "traps", "agreements", "arithmetic"))
    def perfect(s, what, arith=1.0):
        for name, r in list(s["corpora"].items()) + [("overall", s["overall"])]:
            check((r["precision"], r["recall"], r["f1"], r["agree_recall"], r["arith_recall"], r["trap_hits"], r["fp"]) == (1, 1, 1, 1, arith, 0, 0), f"{what}: {name} {r['precision']} {r['recall']} {r['agree_recall']} {r['trap_hits']} {r['fp']}")
    for what, mk, base in (("offsets", off, "file"), ("quotes", quo, "file"), ("body offsets", bod, "body"), ("one character", dig, "file")):
        perfect(score(preds(mk), cor, base), what); perfect(score(preds(mk, swap=True), cor, base), what + " swapped")
    perfect(score({"findings": preds(off)}, cor), "dict input")
    perfect(score(preds(off) + preds(off), cor), "duplicates neither help nor hurt")
    perfect(score(preds(off) + preds(off, ("neutral",)), cor), "neutral pairs are ignored")
    s = score(preds(wide), cor); check(s["overall"]["recall"] == 1 and s["overall"]["fp"] == 0, "wide spans")
    perfect(score(preds(off, ("contradictions", "agreements")) + preds(off, ("arithmetic",), label="contradiction"), cor), "arithmetic reported as an in-file contradiction")
    for e in ([], {"findings": []}, [{"label": "unrelated", "a": {}, "b": {}}]):
        s = score(e, cor)
        for r in list(s["corpora"].values()) + [s["overall"]]:
            check((r["precision"], r["recall"], r["f1"], r["agree_recall"], r["arith_recall"], r["trap_hits"], r["fp"]) == (0,) * 7, "empty")
    s = score(preds(off, ("traps",)), cor)["overall"]; check((s["tp"], s["fp"], s["trap_hits"], s["precision"]) == (0, nT, nT, 0), "all traps reported")
    s = score(preds(off, ("agreements",), label="contradiction"), cor)["overall"]; check(s["tp"] == 0 and s["fp"] == nA and s["agreements_called_contradiction"] == nA and s["agree_recall"] == 0, "agreements flipped")
    s = score(preds(off, ("contradictions",), label="agreement"), cor)["overall"]; check(s["tp"] == 0 and s["contradictions_called_agreement"] == nC, "contradictions flipped")
    every = [{"label": "contradiction", "a": off(a), "b": off(b)} for c in cor.values() for it in c["items"]["contradictions"] for a in it["A"] for b in it["B"]]
    s = score(every, cor)["overall"]; check(s["precision"] == 1 and s["recall"] == 1 and s["duplicates"] == len(every) - nC, "every equivalent pair matches, as duplicates")
    evt = [{"label": "contradiction", "a": off(a), "b": off(b)} for c in cor.values() for it in c["items"]["traps"] for a in it["A"] for b in it["B"] if a[0] != b[0]]
    s = score(evt, cor)["overall"]; check(s["tp"] == 0 and s["trap_hits"] == nT and s["fp"] == len(evt), "no equivalent trap pair is a gold contradiction")
    half = preds(off, ("contradictions",))[::2]; s = score(half, cor)["overall"]; check(s["tp"] == len(half) and s["precision"] == 1 and abs(s["recall"] - len(half) / nC) < 1e-9, "half")
    f0 = sorted(next(iter(cor.values()))["files"])[:2]
    junk = [{"label": "contradiction", "a": {"file": f0[0], "start": 0, "end": 5}, "b": {"file": f0[1], "start": 0, "end": 5}}, {"label": "contradiction", "a": {"file": "nope.md", "quote": "x"}, "b": {"file": "nope.md", "quote": "y"}},
            {"label": "contradiction", "a": {"file": f0[0], "quote": "此句不存在"}, "b": {"file": f0[1], "quote": "亦不存在"}}]
    s = score(preds(off, ("contradictions",)) + junk, cor)["overall"]; check(s["fp"] == 3 and s["tp"] == nC and abs(s["precision"] - nC / (nC + 3)) < 1e-9 and s["unresolved"] == 2, "junk counts as false positives")
    one = preds(off, ("contradictions",))[0]; s = score([dict(one, b=one["a"])], cor)["overall"]; check(s["tp"] == 0 and s["fp"] == 1, "one side twice is no match")
    big = [{"label": "contradiction", "a": {"file": f0[0], "start": 0, "end": 2000}, "b": {"file": f0[1], "start": 0, "end": 2000}}]
    s = score(big, cor)["overall"]; check(s["tp"] == 0 and s["fp"] == 1, "whole-article spans match nothing")
    print(f"self-test passed: {n} checks; {nC} contradictions, {nA} agreements, {nT} traps, {nX} arithmetic in {len(cor)} corpora")

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("pred", nargs="?"); ap.add_argument("--gold", default=HERE); ap.add_argument("--corpus", action="append")
    ap.add_argument("--offsets", choices=("file", "body"), default="file"); ap.add_argument("--max-span", type=int, default=200)
    ap.add_argument("--json", action="store_true"); ap.add_argument("--details", action="store_true"); ap.add_argument("--self-test", action="store_true")
    a = ap.parse_args()
    if a.self_test: return self_test(a.gold)
    if not a.pred: ap.error("PRED.json needed")
    cor = load(a.gold); pred = json.loads(read(a.pred))
    if isinstance(pred, dict): pred = pred.get("findings", [])
    if a.corpus:
        keep = {n for n in cor if n in a.corpus}
        if not keep: ap.error("no such corpus; have " + ", ".join(cor))
        skip = {b for n in cor if n not in keep for b in cor[n]["files"]}; cor = {n: cor[n] for n in cor if n in keep}
        pred = [f for f in pred if not any(str((f.get(x) or {}).get("file", "")).replace("\\", "/").split("/")[-1] in skip for x in "ab")]
    s = score(pred, cor, a.offsets, a.max_span)
    if a.json: json.dump(clean(s), sys.stdout, ensure_ascii=False, indent=1); print()
    else: show(s, a.details)
if __name__ == "__main__": main()
