"""What must be found, and what must not, in the real articles of ../shared/seeds and in the project's own seeds.

The two folders carry the same facts: four conflicts that an editor must see, and pairs that merely share a number, a unit or a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from findings import Side, conflicts, dated, opposed, quoting, reported, within, worth

from factcheck.model import Claim, Kind, Polarity, Stance
from factcheck.report.view import Report

OWN = Path(__file__).parent.parent.parent / "seeds"
FURNITURE = re.compile(
    r"!\[|https?://|[责責]任[编編][辑輯]|[广廣]告|推[荐薦][阅閱]|[相关]{2}[阅閱][读讀]|免[责責][声聲]明|[参參]考文[献獻]|版[权權]所有|<sup>"
)

SOLDIERS = r"士兵|官兵|军人|軍人|部队|部隊|[军軍]事人[员員]"
ARMS = r"武器|[弹彈][药藥]|[炮砲][弹彈]|[军軍]火"


def denied(claim: Claim, sentence: str) -> bool:
    """What is told as not so, or as denied, about arms, or about what the sentence before says of them (对此予以否认)."""
    negative = claim.stance is Stance.DENIES or (isinstance(claim.value, Polarity) and not claim.value.holds)
    return negative and re.search(f"{ARMS}|否[认認]", sentence) is not None


def supplied(claim: Claim, sentence: str) -> bool:
    return (
        isinstance(claim.value, Polarity)
        and claim.value.holds
        and claim.stance is Stance.ASSERTS
        and re.search(ARMS, claim.quote) is not None
    )


CONFLICTS: dict[str, tuple[Side, Side]] = {
    "soldiers: 15,000 against 11,000": (worth(15000), worth(11000)),
    "first at the front: autumn 2024 against April 2025": (dated(2024, range(8, 13)), dated(2025, range(4, 5))),
    "arms: supplied against denied": (supplied, denied),
    "the former and the present president": (quoting("前[总總][统統]"), quoting("[现現]任[总總][统統]|[总總][统統]")),
}
TRAPS: dict[str, tuple[Side, Side]] = {
    "62% of trade, 62% of voters": (within("[贸貿]易", "62"), within("[选選]民", "62")),
    "talks of three and of four hours": (quoting("三 ?小[时時]"), quoting("4 ?小[时時]")),
    "talks of four and of six hours": (quoting("4 ?小[时時]"), quoting("6 ?小[时時]")),
    "talks of three and of six hours": (quoting("三 ?小[时時]"), quoting("6 ?小[时時]")),
    "27 letters of 2018 and 2019, four since 2023": (quoting("27 ?封"), quoting("四封|4 ?封")),
    "soldiers and engineers": (quoting(SOLDIERS), quoting("工程|工兵|排雷")),
    "soldiers and labourers": (quoting(SOLDIERS), quoting("[劳勞]工|工人|民工")),
}
OWN_TRAPS: dict[str, tuple[Side, Side]] = {
    "what was agreed for May and the size of the force": (worth(5000), worth(15000)),
    "what was agreed for May and the size of the force in April": (worth(5000), worth(11000)),
    "trade of 2018 and of 2020": (worth(34_000_000), worth(42_000_000)),
    "no troops until 2023, troops since": (quoting("派出作[战戰]"), quoting("派[了出]?.{0,4}[部军軍]")),
    "training and the front": (within("[训訓][练練]"), within("前[线線]")),
}


PENDING: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("pending.yml").read_text(encoding="utf-8"))


def expect_failure(request: pytest.FixtureRequest, folder: Path, name: str) -> None:
    """Marks the running test as failing today where pending.yml says so: strictly, so that what is mended leaves the list."""
    reason = PENDING["own" if folder == OWN else "shared"].get(name)
    if reason:
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError))


@pytest.fixture(scope="module", params=["shared", "own"])
def folder(request: pytest.FixtureRequest, shared: Path) -> Path:
    """The folder with the articles; the test is skipped where it is missing."""
    path = shared / "seeds" if request.param == "shared" else OWN
    if not path.is_dir():
        pytest.skip(f"no {path}: set FACTCHECK_SHARED to the folder that holds seeds/")
    return path


@pytest.fixture(scope="module")
def report(folder: Path, check_folder: Callable[[Path], Report]) -> Report:
    return check_folder(folder)


@pytest.mark.parametrize("fact", CONFLICTS)
def test_the_four_conflicts_are_reported(request: pytest.FixtureRequest, report: Report, folder: Path, fact: str) -> None:
    expect_failure(request, folder, fact)
    found = len(conflicts(report, *CONFLICTS[fact]))
    assert found, f"not reported in {folder}: {fact}"


@pytest.mark.parametrize("pair", TRAPS)
def test_what_merely_shares_something_is_not_reported(request: pytest.FixtureRequest, report: Report, folder: Path, pair: str) -> None:
    expect_failure(request, folder, pair)
    messages = [f.message for f in conflicts(report, *TRAPS[pair])]
    assert messages == []


@pytest.mark.parametrize("pair", OWN_TRAPS)
def test_the_traps_of_the_own_seeds_are_not_reported(check_folder: Callable[[Path], Report], pair: str) -> None:
    assert [f.message for f in conflicts(check_folder(OWN), *OWN_TRAPS[pair])] == []


def test_equal_numbers_of_different_things_do_not_agree(report: Report) -> None:
    text = {a.id: a.text for a in report.articles}
    sides = TRAPS["62% of trade, 62% of voters"]
    trade, voters = ({c.id for c in report.claims if side(c, c.sentence.of(text[c.article]))} for side in sides)
    pairs = {frozenset((a, b)) for a in trade for b in voters}
    related = [r for r in report.relations if r.kind is not Kind.INCOMPARABLE and frozenset((r.a, r.b)) in pairs]
    assert related == []


def test_there_are_few_findings(report: Report) -> None:
    assert 1 <= len(report.findings) <= 25


def test_no_finding_is_about_boilerplate(report: Report) -> None:
    articles = {a.id: a for a in report.articles}
    for finding in reported(report):
        for one, two in opposed(report, finding):
            for claim in (one, two):
                article = articles[claim.article]
                furniture = [s for s in article.segments if s.kind == "boilerplate" and s.span.overlaps(claim.span)]
                assert not furniture, (finding.message, claim.quote)
                assert not FURNITURE.search(claim.quote), (finding.message, claim.quote)


def test_every_article_was_read(report: Report, folder: Path) -> None:
    files = {p.name for p in folder.iterdir() if p.suffix in {".txt", ".md"} and p.name != "README.md"}
    assert report.errors == ()
    assert files <= {Path(a.path).name for a in report.articles}
    assert {a.id for a in report.articles} >= {c.article for c in report.claims}
