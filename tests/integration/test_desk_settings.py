"""What a desk says of its own names and of outlets is heeded from the settings file to the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factcheck import Article, check
from factcheck.cli.main import command

MORNING = "海湾船厂公布年报\n\n海湾船厂去年净利润为12.4亿元，全年交付新船26艘。"
EVENING = "年报解读\n\n湾船股份去年净利润为15.1亿元，记者从公告中看到了这一数字。"


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(articles: dict[str, str], settings: str) -> None:
    Path("articles").mkdir()
    for number, (outlet, text) in enumerate(articles.items()):
        head = f"---\nsource: {outlet}\npublished: 2031-03-06 08:00\n---\n"
        Path("articles", f"{number}.md").write_text(head + text + "\n", encoding="utf-8")
    Path("factcheck.toml").write_text(settings, encoding="utf-8")


def report(*options: str) -> dict[str, Any]:
    result = CliRunner().invoke(command, ["check", "articles", "--format", "json", *options])
    assert result.exit_code in (0, 1), result.output
    told: dict[str, Any] = json.loads(result.stdout)
    return told


# ------------------------------------------------------------------ names of things


@pytest.mark.parametrize("evening", [EVENING, "年報解讀\n\n灣船股份去年淨利潤為15.1億元，記者從公告中看到了這一數字。"])
def test_an_alias_makes_two_names_one(evening: str) -> None:
    write({"晨报": MORNING, "晚报": evening}, '[aliases]\n"海湾船厂" = ["湾船股份"]\n')
    (finding,) = report()["findings"]
    assert (finding["rule"], finding["subject"]) == ("FC621", "海湾船厂")
    assert report("--isolated")["findings"] == []


def test_a_name_no_recogniser_knows_is_found_and_its_claims_are_about_it() -> None:
    write({"晚报": EVENING.replace("湾船股份", "湾船")}, '[aliases]\n"海湾船厂" = ["湾船"]\n')
    assert "海湾船厂" in {claim["subject"] for claim in report()["claims"]}
    assert "海湾船厂" not in {claim["subject"] for claim in report("--isolated")["claims"]}


def test_a_short_name_inside_another_word_is_not_it() -> None:
    write({"晚报": "年报解读\n\n广东能源去年净利润为15.1亿元。"}, '[aliases]\n"东海能源" = ["东能"]\n')
    assert "东海能源" not in {claim["subject"] for claim in report()["claims"]}


def test_from_python_names_and_outlets_are_given_as_mappings() -> None:
    articles = [
        Article.from_text(text, id=name, source=name, published="2031-03-06 08:00") for name, text in (("晨报", MORNING), ("晚报", EVENING))
    ]
    assert check(articles).findings == ()
    assert len(check(articles, aliases={"海湾船厂": ["湾船股份"]}).findings) == 1


# ------------------------------------------------------------------ outlets

ACCOUNTS = {
    "新岸日报": "大桥通车\n\n青屿大桥昨日通车，大桥全长3.2公里，双向六车道。",
    "新岸网": "新桥开了\n\n记者在现场看到，车辆排起长队。青屿大桥全长3.2公里，是本市第二座跨海桥。",
    "晚报": "跨海新通道\n\n全长2.6公里的青屿大桥迎来首批车辆。青屿大桥全长2.6公里。",
}


def origins(settings: str, accounts: dict[str, str] = ACCOUNTS) -> tuple[int, list[str]]:
    """Origins behind 3.2 km, and the outlets of the finding's claims."""
    write(accounts, settings)
    document = report()
    outlets = {article["id"]: article["source"] for article in document["articles"]}
    claims = {claim["id"]: claim for claim in document["claims"]}
    (value,) = (value for finding in document["findings"] for value in finding["values"] if "3.2" in value["label"])
    return value["origins"], [outlets[claims[name]["article"]] for name in value["claims"]]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", 2),
        ('[outlets."新岸日报"]\nnames = ["新岸网"]\n', 1),
        ('[outlets."新岸日报"]\nowner = "新岸集团"\n[outlets."新岸网"]\nowner = "新岸集團"\n', 1),
        ('[outlets."新岸网"]\nowner = "新岸日报"\n', 1),
        ('[outlets."新岸日报"]\nagency = "新岸社"\n[outlets."新岸网"]\nagency = "新岸社"\n', 1),
        ('[outlets."新岸网"]\nagency = "新岸日报"\n', 1),
        ('[outlets."新岸日报"]\nowner = "新岸集团"\n[outlets."新岸网"]\nowner = "东海集团"\n', 2),
        ('[outlets."新岸日报"]\nowner = "新岸社"\n[outlets."新岸网"]\nagency = "新岸社"\n', 2),
    ],
)
def test_one_house_and_one_agency_are_one_origin(settings: str, expected: int) -> None:
    assert origins(settings) == (expected, ["新岸日报", "新岸网"])


def test_articles_that_begin_with_one_agencys_dateline_are_one_origin() -> None:
    wire = {outlet: text.replace("\n\n", "\n\n（海岬社澜州3月6日电）") if outlet != "晚报" else text for outlet, text in ACCOUNTS.items()}
    assert origins("", wire)[0] == 1


@pytest.mark.parametrize(("quoted", "expected"), [("新岸日报", 1), ("东海日报", 2)])
def test_a_paper_that_is_quoted_is_the_origin_of_the_quotation(quoted: str, expected: int) -> None:
    quoting = {**ACCOUNTS, "新岸网": f"新桥开了\n\n据《{quoted}》报道，青屿大桥全长3.2公里。"}
    assert origins("", quoting)[0] == expected


def test_two_names_of_one_outlet_are_one_outlet_in_the_report() -> None:
    write(ACCOUNTS, '[outlets."新岸日报"]\nnames = ["新岸网"]\n')
    printed = CliRunner().invoke(command, ["check", "articles", "--format", "markdown"]).stdout
    assert "1 家媒体" in printed
    assert "| 新岸日报<br>晚报 |" in printed


def test_a_rule_may_ask_for_outlets_in_either_script() -> None:
    write(ACCOUNTS, 'rules = ["desk"]\n')
    Path("desk").mkdir()
    rule = (
        "id: FC901\nname: {zh: 规则, en: rule}\nlevel: error\npriority: 90\nselect: {outlets: [新岸日報]}\n"
        "report: {message: {zh: '{{ sides }}', en: '{{ sides }}'}}\n"
    )
    Path("desk", "FC901-x.yml").write_text(rule, encoding="utf-8")
    assert [finding["rule"] for finding in report()["findings"]] == ["FC901"]
