"""A repository over its commits: what the check says at each, with git itself."""

from __future__ import annotations

import sys
from pathlib import Path

from desk import Desk, write_article

DEAD = "澜州市东湾化工厂3月6日上午发生爆炸，截至当天15时，爆炸造成{}人死亡。"
HURT = "截至当天15时，爆炸造成{}人受伤。"
SEEN = "目击者说，厂区上空升起黑烟，附近居民随后撤离。"


def test_a_year_of_a_desk(desk: Desk) -> None:
    articles = desk.root / "articles"

    # 1. Articles that agree.
    write_article(articles / "han.md", "澜州新闻网", DEAD.format(3), SEEN)
    write_article(articles / "xun.md", "浔阳晚报", DEAD.format(3), HURT.format(12))
    desk.commit("two articles")
    assert desk.check() == (0, [])

    # 2. A third contradicts them.
    write_article(articles / "chao.md", "海潮日报", DEAD.format(5), HURT.format(12))
    desk.commit("a contradiction")
    assert desk.check() == (1, ["new"])
    assert desk.check("--exit-zero") == (0, ["new"])
    assert desk.check("--fail-level", "never") == (0, ["new"])

    # 3. It is accepted as known.
    assert desk.run("baseline", "create", "articles").exit_code == 0
    assert desk.run("baseline", "create", "articles").exit_code == 2
    desk.commit("a baseline")
    before = (desk.root / "factcheck-baseline.jsonl").read_bytes()
    assert desk.check() == (0, ["known"])
    assert desk.check("--no-baseline") == (1, ["new"])

    # 4. A file is renamed.
    desk.git("mv", "articles/chao.md", "articles/0-chao.md")
    desk.commit("renamed")
    assert desk.check() == (0, ["known"])

    # 5. Lines are wrapped elsewhere, paragraphs change places.
    text = (articles / "0-chao.md").read_text(encoding="utf-8")
    head, first, second = text.rstrip("\n").rsplit("\n\n", 1)[0], "", text.rstrip("\n").rsplit("\n\n", 1)[1]
    head, first = head.rsplit("---\n", 1)
    wrapped = first[:21] + "\n" + first[21:]
    (articles / "0-chao.md").write_text(f"{head}---\n{wrapped}\n\n{SEEN}\n\n{second}\n", encoding="utf-8")
    text = (articles / "xun.md").read_text(encoding="utf-8")
    head, body = text.rsplit("---\n", 1)
    (articles / "xun.md").write_text(f"{head}---\n" + "\n\n".join(reversed(body.strip().split("\n\n"))) + "\n", encoding="utf-8")
    desk.commit("re-wrapped and moved")
    assert desk.check() == (0, ["known"])

    # 6. One is converted to traditional script.
    from opencc import OpenCC

    text = (articles / "0-chao.md").read_text(encoding="utf-8")
    converted = OpenCC("s2t").convert(text)
    assert converted != text
    (articles / "0-chao.md").write_text(converted, encoding="utf-8")
    desk.commit("traditional")
    assert desk.check() == (0, ["known"])
    assert (desk.root / "factcheck-baseline.jsonl").read_bytes() == before

    # 7. Another outlet repeats a known value: said, no failure.
    write_article(articles / "nan.md", "南岸早报", DEAD.format(5))
    desk.commit("repeated")
    assert desk.check() == (0, ["expanded"])
    assert desk.run("baseline", "diff", "articles").exit_code == 1
    done = desk.run("baseline", "update", "articles")
    assert (done.exit_code, "0 added, 1 changed, 0 removed" in done.stdout) == (0, True)
    desk.commit("baseline updated")
    assert desk.check() == (0, ["known"])
    assert desk.run("baseline", "diff", "articles").exit_code == 0

    # 8. A known conflict gets a new value.
    write_article(articles / "nan.md", "南岸早报", DEAD.format(7))
    desk.commit("a new value")
    assert desk.check() == (1, ["changed"])
    assert desk.check("--focus", "articles/nan.md") == (1, ["changed"])
    assert desk.check("--focus", "articles/xun.md", "--fail-level", "error")[1] == ["changed"]

    # 9. A reviewer decides, for a while.
    done = desk.run("review", "articles", "--today", "2031-03-07", "--until", "2031-03-31", input="d 7人是次日的数字\n")
    assert done.exit_code == 0, done.output
    desk.commit("a decision")
    assert desk.check("--today", "2031-03-31") == (0, ["dismissed"])
    assert desk.check("--today", "2031-03-31", "--fail-on-undecided") == (0, ["dismissed"])

    # 10. The decision expires.
    assert desk.check("--today", "2031-04-01") == (1, ["changed"])
    assert desk.check("--today", "2031-04-01", "--fail-level", "never", "--fail-on-undecided") == (0, ["changed"])
    desk.commit("time passes")

    # 11. The article is corrected; a label survives a refresh of the baseline.
    write_article(articles / "nan.md", "南岸早报", DEAD.format(5))
    desk.commit("corrected")
    assert desk.check("--today", "2031-04-01") == (0, ["known"])
    decisions = (desk.root / "factcheck-decisions.jsonl").read_bytes()
    assert desk.run("baseline", "update", "articles").exit_code == 0
    assert (desk.root / "factcheck-decisions.jsonl").read_bytes() == decisions

    # 12. One conflict goes, another comes: as many as before, and seen.
    for name, source in (("0-chao.md", "海潮日报"), ("nan.md", "南岸早报")):
        write_article(articles / name, source, DEAD.format(3), HURT.format(20))
    desk.commit("swapped")
    assert desk.check() == (1, ["new"])
    assert "no longer there" in desk.run("check", "articles").stderr
    done = desk.run("baseline", "update", "articles")
    assert "1 added, 0 changed, 1 removed" in done.stdout
    desk.commit("baseline after the swap")
    assert desk.check("--fail-on-stale") == (0, ["known"])

    # 13. Two branches each bring a conflict and accept it.
    desk.git("config", "merge.factcheck.driver", f'"{sys.executable}" -m factcheck baseline merge %O %A %B')
    (desk.root / ".gitattributes").write_text("factcheck-baseline.jsonl merge=factcheck\nfactcheck-decisions.jsonl merge=union\n")
    desk.commit("a merge driver")
    bridge, school = "浔阳大桥3月2日通车，大桥全长{}公里。", "青屿大学今年招收新生{}人。"
    for branch, sentence, values in (("east", bridge, (12, 15)), ("west", school, (3200, 4100))):
        desk.git("switch", "--quiet", "-c", branch, "main")
        for outlet, value in zip(("澜州新闻网", "海潮日报"), values, strict=True):
            write_article(articles / branch / f"{outlet}.md", outlet, sentence.format(value), title=sentence[:4] + "消息")
        assert desk.check() == (1, ["known", "new"]), branch
        assert desk.run("baseline", "update", "articles").exit_code == 0
        desk.commit(branch)
        assert desk.check() == (0, ["known", "known"])
    desk.git("switch", "--quiet", "main")
    desk.git("merge", "--quiet", "--no-edit", "east")
    desk.git("merge", "--quiet", "--no-edit", "west")
    assert desk.check("--fail-on-stale") == (0, ["known", "known", "known"])

    # 14. Articles are deleted: their entries are stale, and only those are pruned.
    desk.git("rm", "--quiet", "-r", "articles/east")
    desk.commit("deleted")
    assert desk.check() == (0, ["known", "known"])
    assert desk.check("--fail-on-stale") == (1, ["known", "known"])
    done = desk.run("baseline", "prune", "articles")
    assert (done.exit_code, "1 removed" in done.stdout) == (0, True)
    desk.commit("pruned")
    assert desk.check("--fail-on-stale") == (0, ["known", "known"])

    # 15. Part of the desk: what its other articles say is not stale, and is not pruned.
    kept = (desk.root / "factcheck-baseline.jsonl").read_bytes()
    assert desk.check("--fail-on-stale", paths=("articles/west",)) == (0, ["known"])
    assert desk.run("baseline", "prune", "articles/west").exit_code == 0
    assert desk.run("baseline", "update", "articles/west").exit_code == 0
    assert (desk.root / "factcheck-baseline.jsonl").read_bytes() == kept

    # 16. An article that cannot be read is never green, and nothing is removed on its account.
    (articles / "west" / "澜州新闻网.md").write_bytes(b"\x00\x01\x02\x03" * 40)
    desk.commit("broken")
    assert desk.check()[0] == 2
    assert desk.run("baseline", "prune", "articles").exit_code == 2
    assert desk.run("baseline", "prune", "articles", "--allow-partial").exit_code == 0
    assert (desk.root / "factcheck-baseline.jsonl").read_bytes() == kept
    assert len(desk.git("log", "--oneline").splitlines()) >= 15


def test_nothing_ran_is_not_green(desk: Desk, tmp_path: Path) -> None:
    (desk.root / "articles").mkdir()
    assert desk.run("check", "articles").exit_code == 2
    write_article(desk.root / "articles" / "a.md", "甲报", "天气很好。", title="天气")
    assert desk.run("check", "articles").exit_code == 2
    write_article(desk.root / "articles" / "a.md", "甲报", DEAD.format(3))
    assert desk.run("check", "articles").exit_code == 0
    assert desk.run("check", "articles", "--select", "FC999").exit_code == 2
    assert desk.run("check").exit_code == 2
    assert desk.run("check", "articles", "articles/nowhere.md").exit_code == 2
    assert desk.run("check", "articles", "--baseline", "nowhere.jsonl").exit_code == 2
    assert desk.run("check", "articles", "--decisions", "nowhere.jsonl").exit_code == 2
    assert desk.run("baseline", "create", "articles/nowhere.md").exit_code == 2
    (desk.root / "rules").mkdir()
    empty = desk.run("check", "articles", "--rules", "rules")
    assert (empty.exit_code, "rules" in empty.stderr) == (2, True)
