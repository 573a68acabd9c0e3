"""`factcheck review` on a desk: resuming, import, statistics."""

from __future__ import annotations

import json

from desk import Desk, write_article

DEAD = "澜州市东湾化工厂3月6日上午发生爆炸，截至当天15时，爆炸造成{}人死亡。"
BRIDGE = "浔阳大桥3月2日通车，大桥全长{}公里。"


def write_two_conflicts(desk: Desk) -> None:
    for outlet, dead, length in (("澜州新闻网", 3, 12), ("海潮日报", 5, 15)):
        write_article(desk.root / "articles" / f"{outlet}.md", outlet, DEAD.format(dead))
        write_article(desk.root / "articles" / f"{outlet}2.md", outlet, BRIDGE.format(length), title="浔阳大桥通车")
    assert desk.check() == (1, ["new", "new"])


def test_a_review_goes_on_where_it_ended(desk: Desk) -> None:
    write_two_conflicts(desk)
    elsewhere = desk.run("review", "articles", "--decisions", "elsewhere.jsonl", input="c\nq\n")
    assert (elsewhere.exit_code, (desk.root / "elsewhere.jsonl").read_bytes().count(b"\n")) == (0, 1)
    first = desk.run("review", "articles", input="c\nq\n")
    assert (first.exit_code, "[1/2]" in first.stdout) == (0, True)
    assert desk.check() == (1, ["confirmed", "new"])
    assert desk.check("--fail-on-undecided")[0] == 1
    second = desk.run("review", "articles", input="d 旧稿\n")
    assert (second.exit_code, "[1/1]" in second.stdout) == (0, True)
    assert desk.check("--fail-on-undecided") == (0, ["confirmed", "dismissed"])
    assert "[1/" not in desk.run("review", "articles").stdout
    assert "[1/2]" in desk.run("review", "articles", "--all").stdout


def test_import_and_statistics(desk: Desk) -> None:
    write_two_conflicts(desk)
    found = [f for f in json.loads(desk.run("check", "articles", "--format", "json").stdout)["findings"] if f["level"] != "info"]
    rows = [f"{found[0]['id']},confirmed,", f"{found[1]['id']},dismissed,不是同一座桥"]
    (desk.root / "desk.csv").write_text("\n".join(["finding,verdict,note", *rows]) + "\n", encoding="utf-8")
    assert desk.run("review", "import", "desk.csv").exit_code == 2, "ids need the articles"
    assert not (desk.root / "factcheck-decisions.jsonl").exists()
    done = desk.run("review", "import", "desk.csv", "articles", "--today", "2031-03-10")
    assert (done.exit_code, "2 added" in done.stdout) == (0, True)
    assert desk.check() == (0, ["confirmed", "dismissed"])
    stats = json.loads(desk.run("review", "stats", "--format", "json").stdout)["rules"]
    assert {row["rule"]: row["precision"] for row in stats} == {found[0]["rule"]: 1.0, found[1]["rule"]: 0.0}
    told = desk.run("review", "stats").stdout.splitlines()
    assert told[-1].split() == ["all", "1", "0", "1", "0", "0.50"]


def test_no_decisions_no_statistics(desk: Desk) -> None:
    assert desk.run("review", "stats").exit_code == 2


def test_a_malformed_file_ends_the_check(desk: Desk) -> None:
    write_two_conflicts(desk)
    for name in ("factcheck-decisions.jsonl", "factcheck-baseline.jsonl"):
        path = desk.root / name
        path.write_text("\n{}\n", encoding="utf-8")
        done = desk.run("check", "articles")
        assert (done.exit_code, f"{name}:2: " in done.stderr) == (2, True)
        path.unlink()
