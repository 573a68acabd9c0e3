"""Figures and times: our speed beside that of JioNLP and Recognizers-Text for Python, on the same text in the same run.

    python tests/benchmarks/bench_mentions.py [--peers PYTHON] [--text FILE ...] [--kb 40]

The peers need an environment of their own (JioNLP draws in a GPL library, Recognizers an old emoji); it is optional:

    python -m venv peers && peers/bin/pip install jionlp==1.5.31 recognizers-text-suite==1.0.2a2 emoji==1.1.0 setuptools
    python tests/benchmarks/bench_mentions.py --peers peers/bin/python

Every program reads the same shadow text (its making is not timed, for any of them), numbers and times together, in a process of
its own on one core: we with `read_mentions`, JioNLP with `extract_money` and `extract_time`, Recognizers with its number, unit,
currency, percentage, age, temperature and date-time models. KB are of UTF-8; of several rounds the fastest counts, article by
article, so that other work on the machine disturbs less; ours are taken before and after each peer, as many as fit into two
seconds, since the peers' rounds are longer and meet a quiet moment more easily. The exit code is 1 when a peer was run and a
ratio fell under the floor (10 times JioNLP, 200 times Recognizers).

Measured on two shared cores with other work on them (30 KB, 10 rounds): factcheck 2,280 to 2,300 KB/s, which is 12 to 16 times JioNLP
(138 to 189 KB/s) and 380 to 406 times Recognizers (5.6 to 6.1 KB/s).

Hostile text, 10 MB of each, seconds of the processor with `read_mentions` and with `find_mentions` (the shadow included): 一 0.1 and
2.2; digits 1.3 and 7.1; 年 1.0 and 3.1; nested brackets 0.1 and 1.6; 第 1.0 and 2.8; 月日 1.0 and 2.8; 约 0.1 and 1.9; 2024年, which
is 1,428,571 dates, 30 and 43 (0.7 and 1.2 GB). Four times the text takes about four times as long in every one of them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = {"jionlp": 10, "recognizers": 200}
REFERENCE = datetime(2026, 3, 27, 9, 0)
PATIENCE = 2.0
"""Seconds that one taking of our own speed lasts."""
CORPORA = ROOT / "tests" / "corpora"

PEER = {
    "jionlp": """
import contextlib, io, json, sys, time
with contextlib.redirect_stdout(io.StringIO()):
    import jionlp
def read(text):
    found = 0
    for line in text.split("\\n"):
        if line.strip():
            found += len(jionlp.ner.extract_money(line, with_parsing=True))
            found += len(jionlp.ner.extract_time(line, time_base={"year": 2026, "month": 3, "day": 27}))
    return found
""",
    "recognizers": """
import datetime, io, json, sys, time
from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension, recognize_temperature
from recognizers_text import Culture
import contextlib
NOW = datetime.datetime(2026, 3, 27, 9)
MODELS = [
    recognize_number, recognize_ordinal, recognize_percentage, recognize_age, recognize_currency, recognize_dimension,
    recognize_temperature,
]
def read(text):
    found = 0
    for line in text.split("\\n"):
        if line.strip():
            for model in MODELS:
                try:
                    found += len(model(line, Culture.Chinese))
                except Exception:
                    pass
            try:
                found += len(recognize_datetime(line, Culture.Chinese, reference=NOW))
            except Exception:
                pass
    return found
""",
}
TIMING = """
blocks = json.load(sys.stdin)
read(blocks[0])
seconds, found = 0.0, 0
for block in blocks:
    best = None
    for _ in range(int(sys.argv[1])):
        started = time.perf_counter()
        count = read(block)
        took = time.perf_counter() - started
        best = took if best is None or took < best else best
    seconds, found = seconds + best, found + count
print(json.dumps({"seconds": seconds, "mentions": found}))
"""


def measure_ours(blocks: list[str], rounds: int) -> dict[str, float]:
    """Seconds (each block's fastest round, summed) and the number of mentions."""
    sys.path.insert(0, str(ROOT))
    from factcheck.mentions import read_mentions

    fastest, found = [float("inf")] * len(blocks), 0
    begun, done = time.perf_counter(), 0
    while done < rounds or time.perf_counter() - begun < PATIENCE:
        found = 0
        for place, block in enumerate(blocks):
            started = time.perf_counter()
            found += len(read_mentions(block, REFERENCE))
            fastest[place] = min(fastest[place], time.perf_counter() - started)
        done += 1
    return {"seconds": sum(fastest), "mentions": found}


def measure_peer(name: str, python: str, blocks: list[str], rounds: int) -> dict[str, float] | None:
    """The same for a peer in the environment of `python`; None (and a line on standard error) when it does not run there."""
    run = subprocess.run(
        [python, "-W", "ignore", "-c", PEER[name] + TIMING, str(rounds)],
        input=json.dumps(blocks), capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    if run.returncode:
        print(f"{name}: does not run ({run.stderr.strip().splitlines()[-1] if run.stderr.strip() else run.returncode})", file=sys.stderr)
        return None
    figures: dict[str, float] = json.loads(run.stdout.strip().splitlines()[-1])
    return figures


def read_corpus(files: list[Path], kilobytes: int) -> list[str]:
    """The shadows of the files (or of the articles in tests/corpora), repeated and cut to the size: one block an article."""
    sys.path.insert(0, str(ROOT))
    from factcheck.language.shadow import shadow_text

    shadows = [shadow_text(path.read_text("utf-8", errors="replace")).text for path in files or sorted(CORPORA.glob("*/*.md"))]
    blocks: list[str] = []
    room = kilobytes * 1024
    while room > 0:
        for shadow in shadows:
            if room > 0:
                blocks.append(shadow.encode()[:room].decode("utf-8", errors="ignore"))
                room -= len(shadow.encode())
    return blocks


def main() -> int:
    """Measures and prints; see the head of the file."""
    parser = argparse.ArgumentParser(description="Speed of reading figures and times, beside its peers.")
    parser.add_argument("--peers", help="the python of an environment with jionlp and recognizers-text-suite")
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="articles to read instead of tests/corpora")
    parser.add_argument("--kb", type=int, default=40, help="how much text (KB of UTF-8), default 40")
    parser.add_argument("--rounds", type=int, default=7, help="the fastest of so many counts, for each article (Recognizers: one)")
    chosen = parser.parse_args()
    blocks = read_corpus(chosen.text, chosen.kb)
    size = sum(len(block.encode()) for block in blocks) / 1024
    ours = measure_ours(blocks, chosen.rounds)
    peers = {}
    for name in PEER if chosen.peers else ():
        theirs = measure_peer(name, chosen.peers, blocks, 1 if name == "recognizers" else chosen.rounds)
        ours = min(ours, measure_ours(blocks, chosen.rounds), key=lambda figures: figures["seconds"])
        if theirs is not None:
            peers[name] = theirs
    print(f"{'reader':<14}{'KB/s':>10}{'mentions':>10}{'ratio':>9}   ({size:.0f} KB, {len(blocks)} articles)")
    print(f"{'factcheck':<14}{size / ours['seconds']:>10.1f}{ours['mentions']:>10}")
    failed = False
    for name, theirs in peers.items():
        ratio = theirs["seconds"] / ours["seconds"]
        failed |= ratio < FLOORS[name]
        print(f"{name:<14}{size / theirs['seconds']:>10.1f}{theirs['mentions']:>10}{ratio:>8.0f}x   (floor {FLOORS[name]}x)")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
