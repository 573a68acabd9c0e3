"""Posts and who holds them, deeds and who did them: what is read from a sentence."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.claims.posts import load_posts, read_title
from factcheck.model import Claim, Name


def claims_of(text: str, kind: str) -> list[tuple[str, str]]:
    found: tuple[Claim, ...] = check([Article.from_text(text, id="a", published="2031-03-07")]).claims
    return [
        (c.attribute.partition("|")[2], c.value.text) for c in found if c.attribute.startswith(f"{kind}|") and isinstance(c.value, Name)
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("首席谈判代表廖启铭透露，差距只剩几百元。", ("negotiator", "廖启铭")),  # who speaks is called so
        ("驾驶员廖启铭受轻伤。", ("driver", "廖启铭")),
        ("调查小组由副局长廖启铭任组长。", ("leader", "廖启铭")),
        ("为首的廖姓男子是前调酒师。", ("culprit", "廖姓男子")),
    ],
)
def test_who_fills_a_role(text: str, role: tuple[str, str]) -> None:
    assert role in claims_of(text, "role")


def test_who_is_made_the_first_head_is_the_head() -> None:
    assert ("校长", "廖启铭") in claims_of("原理工大学校长廖启铭出任新校首任校长。", "office")


@pytest.mark.parametrize(
    ("title", "kind", "lead", "rank"),
    [
        ("渔业工会主席", "chairman", "渔业工会", ""),
        ("首席信息安全官", "chief:安全", "", ""),
        ("晨光银行资安长", "chief:安全", "晨光银行", ""),
        ("防长", "minister:国防", "", ""),
        ("国防部部长", "minister:国防", "", ""),
        ("动物园园长", "园长", "动物园", ""),
        ("当班机长", "flight_captain", "", ""),
        ("常务副市长", "mayor", "", "deputy"),
        ("前总教练", "head_coach", "", "former"),
        ("代理校长", "校长", "", "acting"),
        ("新任董事长", "chairman", "", "new"),
        ("灯光总顾问", "总顾问", "灯光", ""),
        ("前领航长", "领航长", "", "former"),
        ("某报首席摄影师", "首席摄影师", "某报", ""),
    ],
)
def test_what_a_title_says(title: str, kind: str, lead: str, rank: str) -> None:
    post = read_title(title)
    assert post is not None
    assert (post.kind, post.lead, post.rank) == (kind, lead, rank)


@pytest.mark.parametrize(
    "title", ["外交部发言人", "辩护律师", "独立董事", "分局长", "护士长", "家长", "法律顾问", "立法会议员", "会长期", ""]
)
def test_no_post_of_one_person(title: str) -> None:
    assert read_title(title) is None


@pytest.mark.parametrize(
    ("text", "post", "holder"),
    [
        ("该船船长为梁永昌，他已上岸。", "ship_captain", "梁永昌"),
        ("财政部长一职由退役将领约瑟夫·科恩出任。", "minister:财政", "约瑟夫·科恩"),
        ("前商人哈科·丁执掌财政部。", "minister:财政", "哈科·丁"),
        ("副市长葛文彬担任搜救总指挥。", "commander", "葛文彬"),
        ("策展人、省博物馆副馆长闻仲良介绍了展品。", "show_curator", "闻仲良"),
    ],
)
def test_who_holds_a_post(text: str, post: str, holder: str) -> None:
    assert (post, holder) in claims_of(text, "office")


@pytest.mark.parametrize("text", ["前董事长葛文彬出席。", "副馆长闻仲良出席。", "联合创办人闻仲良出席。", "发言人闻仲良表示遗憾。"])
def test_who_holds_no_post_of_one(text: str) -> None:
    assert claims_of(text, "office") == []


@pytest.mark.parametrize(
    ("text", "role", "doer"),
    [
        ("谈判由财务长简毓芬主导。", "leader", "简毓芬"),
        ("最先举报此事的是会计佟丽华。", "whistleblower", "佟丽华"),
        ("率先举报此事的是病人女儿徐小姐。", "whistleblower", "徐小姐"),
        ("这一方案的起草人为副主任卓立新。", "author", "卓立新"),
        ("承建商为远东路桥公司。", "builder", "远东路桥公司"),
        ("D轮融资由海纬基金牵头。", "lead_investor", "海纬基金"),
        ("为产妇接生的是列车员董小满。", "did:接生", "董小满"),
        ("监制何启山代表剧组登台领奖。", "prize_taker", "何启山"),
        ("主犯鲁某一审被判死缓。", "culprit", "鲁某"),
        ("被警方带走的是副总经理陶文杰。", "taken", "陶文杰"),
    ],
)
def test_who_did_it(text: str, role: str, doer: str) -> None:
    assert (role, doer) in claims_of(text, "role")


@pytest.mark.parametrize(
    "text",
    [
        "谈判由财务长简毓芬与总裁贺立诚共同主导。",  # two did it
        "举报此事的不是会计佟丽华。",
        "谈判并未由财务长简毓芬主导。",
        "奥运冠军侯斌辉出席了仪式。",  # what he won is not told
        "简毓芬希望主导谈判。",
    ],
)
def test_nobody_is_singled_out(text: str) -> None:
    assert [found for found in claims_of(text, "role") if not found[0].startswith("did:")] == []


def test_words_of_posts_belong_to_one_post_of_known_reach() -> None:
    known = load_posts()
    assert set(known.words.values()) == set(known.reach)
    assert not known.several & set(known.words)
