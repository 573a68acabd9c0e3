"""Marking: each kind of furniture is found, and what is the article stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.articles import mark_article, read_articles
from factcheck.language.shadow import make_shadow, shadow_text
from factcheck.model import Article

FIRST = "青河市水务局九日通报，连日降雨使青河水位上涨到三十二点六米，超过警戒水位一米二，沿岸四个街道的居民已经全部撤离。"
SECOND = "据市民政部门统计，撤离的居民共有一万一千人，其中六千人住在亲友家里，其余的人被安置在十七所学校和两座体育馆。"
THIRD = "气象台预计，降雨在十一日以后减弱，但上游两座水库仍在泄洪，下游的水位要到十三日才会回落，铁路部门停运了九对列车。"


def mark(text: str, **fields: str) -> Article:
    return mark_article(Article.from_text(text, id="a", **fields))  # type: ignore[arg-type]


def kept(article: Article) -> str:
    return make_shadow(article).text


def details(article: Article) -> dict[str, str]:
    return {segment.span.of(article.text): segment.detail for segment in article.segments if segment.kind in ("boilerplate", "noise")}


FURNITURE = [
    ("![青河](https://img.example/1.jpg)", "image"),
    ("[图片]", "image"),
    ("photo_12.webp", "image"),
    ("图片来源：青河发布", "image"),
    ("（志愿者在堤上巡查）", "caption"),
    ("△青河大堤。视频截图", "caption"),
    ("图为消防员用橡皮艇转移居民。", "caption"),
    ("青河在线 > 新闻 > 本地 > 正文", "navigation"),
    ("首页 > 国内 > 正文", "navigation"),
    ("分享到微信", "navigation"),
    ("打开青河新闻客户端", "navigation"),
    ("阅读 3.2万", "navigation"),
    ("上一篇：青河大桥昨天封闭", "navigation"),
    ("责任编辑：罗小川", "credit"),
    ("（记者 罗小川 通讯员 曾可）", "credit"),
    ("文/罗小川", "credit"),
    ("来源：青河晚报", "credit"),
    ("本文作者系青河大学水利学院教授", "credit"),
    ("（完）", "credit"),
    ("免责声明：本文由用户上传，与本站无关。", "disclaimer"),
    ("本文仅代表作者个人观点。", "disclaimer"),
    ("以上内容不构成投资建议，据此操作，风险自负。", "disclaimer"),
    ("未经授权，不得转载。", "disclaimer"),
    ("Notice: uploaded by a user of the platform, which stores it only.", "disclaimer"),
    ("#青河汛情# #防汛#", "hashtag"),
    ("相关阅读：青河大堤是怎样修起来的", "recommended"),
    ("【广告】青河牌雨靴，原价八十元，今日四十元", "advertisement"),
    ("【中图分类号】TV87 【文献标识码】A", "metadata"),
    ("关键词：洪水；撤离；水库", "metadata"),
    ("Abstract: The river rose above the warning level and four districts were evacuated.", "abstract"),
    ("Резюме: уровень воды в реке превысил опасную отметку", "abstract"),
    ("* * *", "rule"),
    ("———————", "rule"),
]


@pytest.mark.parametrize(("line", "detail"), FURNITURE)
def test_a_line_of_furniture_is_boilerplate_wherever_it_stands(line: str, detail: str) -> None:
    for text in (f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}", f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{line}"):
        article = mark(text)
        assert details(article).get(line) == detail
        assert kept(article).count("\n") == 2


@pytest.mark.parametrize("line", [line for line, _ in FURNITURE if line[0] not in "!*—#pNAР"])
def test_furniture_is_found_in_traditional_characters_too(line: str) -> None:
    import opencc

    converted = opencc.OpenCC("s2tw").convert(line)
    article = mark(f"{FIRST}\n\n{SECOND}\n\n{converted}\n\n{THIRD}")
    assert details(article).get(converted)


KEPT = [
    "分享经济的规模有多大",
    "重点关注三类人群",
    "不少网友在评论区留言，说自家地下室进了水。",
    "嫌疑人要求对方加微信后转账三万元。",
    "通报称，这一事故不构成刑事案件。",
    "声明说，双方将在六月签署协议。",
    "图书馆损失图书四千册。",
    "最新统计显示，损失达两亿元。",
    "来源不明的汽油已经查封十二吨。",
    "作者在书中说，堤防建于一九五四年。",
    "“水来得太快了。”",
    "一、撤离情况",
    "④ 撤离的人数比去年多一倍。",
    "记者：死了多少人？",
    "（死亡人数截至十日为十二人）",
    "责任编辑部主任说，明天停刊。",
    "热门景点关闭了六处。",
    "完成撤离的有三个街道。",
]


@pytest.mark.parametrize("line", KEPT)
def test_a_sentence_of_the_article_stays(line: str) -> None:
    article = mark(f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}")
    assert line not in details(article)
    assert kept(article).count("\n") == 3


def test_a_recommended_list_with_dates_goes_to_the_end() -> None:
    items = "".join(
        f"外地新闻的标题之{n}，引发热议\n外地新闻的标题之{n}，引发热议\n某某频道\n2025-07-{n:02} 10:00:00\n" for n in range(1, 9)
    )
    menu = "体育要闻\n谁是冠军？\n军事要闻\n演习开始\n"
    article = mark(f"{FIRST}\n\n{SECOND}\n\n相关推荐\n热点推荐\n{items}{menu}")
    assert kept(article) == f"{FIRST}\n{SECOND}"
    unannounced = mark(f"{FIRST}\n\n{SECOND}\n\n{items}{menu}")
    assert kept(unannounced) == f"{FIRST}\n{SECOND}"


def test_a_list_in_the_middle_ends_where_the_article_goes_on() -> None:
    article = mark(f"{FIRST}\n\n相关阅读\n青河大桥昨天封闭\n学校停课三天\n\n{SECOND}\n\n居民很着急，都在等消息。\n\n{THIRD}")
    assert kept(article).split("\n") == [FIRST, SECOND, "居民很着急，都在等消息。", THIRD]


def test_a_chronicle_is_no_list_of_links() -> None:
    entries = ["2024年10月8日", "首批两千人抵达。", "2024年10月18日", "情报机构证实此事。", "2024年11月2日", "又有三千人抵达。"]
    article = mark("\n".join([FIRST, *entries]))
    assert kept(article).split("\n") == [FIRST, *entries]


def test_an_advertisement_ends_with_its_block() -> None:
    article = mark(f"{FIRST}\n\n———广告———\n雨靴第二双半价\n\n{SECOND}")
    assert kept(article) == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("width", [24, 30, 40])
def test_furniture_cut_at_the_margin_of_wrapped_text(width: int) -> None:
    advertisement = "【广告】青河牌雨靴，原价八十元，今日只要四十元，第二双半价，名额有限，先到先得，仅限本周"
    wrapped = "\n".join(part[at : at + width] for part in (FIRST, SECOND, advertisement) for at in range(0, len(part), width))
    assert kept(mark(wrapped)).replace("\n", "") == FIRST + SECOND


def test_a_list_of_sources_at_the_end() -> None:
    sources = "青河水位又上涨——青河晚报 2025-07-09\n市民撤离现场——江东电视台 2025-07-10"
    article = mark(f"{FIRST}\n\n{SECOND}\n\n信息来源：\n{sources}\n\n声明：个人原创")
    assert kept(article) == f"{FIRST}\n{SECOND}"


def test_notes_at_the_foot_of_a_page_do_not_cut_a_sentence() -> None:
    head, tail = THIRD[:26], THIRD[26:]
    notes = "① 罗小川：《青河水患史》，江东出版社2009年版，第31页。\n\n② Smith, J. Rivers and Floods. <https://www.example.org/floods>"
    article = mark(f"{FIRST[:-1]}<sup>①</sup>。{SECOND}②\n\n{head}\n\n{notes}\n\n{tail}")
    assert kept(article) == f"{FIRST}{SECOND}\n{THIRD}"
    shadow = make_shadow(article)
    at = shadow.text.index(THIRD)
    assert shadow.original(at, at + len(THIRD)).of(article.text) == f"{head}\n\n{notes}\n\n{tail}"


def test_paragraph_numbers_of_the_page_are_noise_and_figures_are_not() -> None:
    article = mark(f"1. {FIRST}\n2. {SECOND}\n![]()\n3. {THIRD}")
    assert kept(article).split("\n") == [FIRST, SECOND, THIRD]
    figures = mark(f"1.5万人已经撤离，{FIRST}\n\n2.3万人仍在原地，{SECOND}")
    assert kept(figures).startswith("1.5万人")


def test_readings_put_behind_characters_are_dropped() -> None:
    article = mark(
        "雙方已經(jīng)達(dá)成協(xié)議,戰(zhàn)場(chǎng)恢復平靜,這個(gè)消息由外交部發(fā)布,死亡人數(shù)(約三十人)沒有變化。"
    )
    assert kept(article) == "双方已经达成协议，战场恢复平静，这个消息由外交部发布，死亡人数（约三十人）没有变化。"


def slip(before: str, taken: str, reading: str, behind: str) -> str:
    """A page converted as GBK at the wrong place: the second byte of `before` and the first of what follows taken for `taken`."""
    data = (before + behind).encode("gbk")
    assert data[1:3] == taken.encode("gbk")
    return data[:2].decode("gbk") + "?" + reading + ")" + data[3:].decode("gbk")


def test_a_slip_of_bytes_is_repaired_by_the_reading() -> None:
    garbled = slip("變", "優", "yōu", "為現") + "(xiàn)實"
    article = mark(f"{FIRST}\n\n從理論{garbled},{SECOND}")
    assert f"从理论变为现实，{SECOND}" in kept(article)
    assert "text: 1 garbled places repaired for reading" in article.notes


def test_what_cannot_be_repaired_is_noted() -> None:
    article = mark(f"{FIRST}\n\n從理論變?zzá)實，損失\ufffd\ufffd萬元。")
    assert any("characters lost at" in note for note in article.notes)
    assert any(segment.detail == "lost" for segment in article.segments)


def test_the_headline_of_the_front_matter_is_inside_it() -> None:
    text = f'---\nsource: 青河晚报\ntitle: "青河：水位上涨"\npublished: 2025-07-09\n---\n# 青河：水位上涨\n\n{FIRST}\n'
    article = mark(text)
    headline = next(segment for segment in article.segments if segment.kind == "headline")
    assert headline.span.of(text) == "青河：水位上涨"
    assert headline.span.end < text.index("published")
    assert kept(article) == f"青河：水位上涨\n{FIRST}"
    assert (article.source, article.title) == ("青河晚报", "青河：水位上涨")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"# 青河水位上涨\n\n{FIRST}", "青河水位上涨"),
        (f"青河水位上涨 居民撤离\n\n{FIRST}\n\n{SECOND}", "青河水位上涨 居民撤离"),
        (f"首页 > 本地 > 正文\n青河水位上涨，居民撤离\n0\n分享至\n{FIRST}", "青河水位上涨，居民撤离"),
        (f"原标题：青河水位上涨\n\n{FIRST}", "青河水位上涨"),
        (f"（原标题：青河水位上涨）{FIRST}", "青河水位上涨"),
        (f"原标题：青河水位上涨 新华社青河7月9日电 {FIRST}", "青河水位上涨"),
    ],
)
def test_headlines(text: str, headline: str) -> None:
    article = mark(text)
    assert [segment.span.of(text) for segment in article.segments if segment.kind == "headline"] == [headline]
    assert article.title == headline
    assert FIRST in kept(article)


@pytest.mark.parametrize("text", [f"{FIRST}\n{SECOND}", f"“水来得太快了。”\n\n{FIRST}", f"据当地媒体报道，\n{FIRST}"])
def test_no_headline(text: str) -> None:
    assert not [segment for segment in mark(text).segments if segment.kind == "headline"]


def test_furniture_that_runs_on_in_one_line() -> None:
    article = mark(f"{FIRST}{SECOND}（编译/罗小川）来源：青河网返回首页，查看更多 责任编辑：")
    assert kept(article) == FIRST + SECOND
    article = mark(f"{FIRST}{SECOND}（原标题：水位上涨！居民撤离……）来源：青河网")
    assert kept(article) == FIRST + SECOND
    article = mark(f"{FIRST}（图源：青河发布）{SECOND} 【编辑:罗小川】 更多精彩内容请进入本地频道")
    assert kept(article) == FIRST + SECOND


@pytest.mark.parametrize(
    ("text", "source", "published"),
    [
        (f"水位上涨\n2025-07-09 08:30 来源：青河晚报\n\n{FIRST}", "青河晚报", "2025-07-09T08:30:00"),
        (f"水位上涨\n发布时间：2025年7月9日\n\n{FIRST}", None, "2025-07-09T00:00:00"),
        (f"江东社青河2025年7月9日电 {FIRST}", "江东社", "2025-07-09T00:00:00"),
        (f"江东社青河7月9日电 {FIRST}", "江东社", None),
        (FIRST, None, None),
    ],
)
def test_outlet_and_date_from_the_text_are_noted(text: str, source: str | None, published: str | None) -> None:
    article = mark(text)
    assert article.source == source
    assert (article.published.isoformat() if article.published else None) == published
    assert any(note.startswith("source:") for note in article.notes)
    assert any(note.startswith("published:") for note in article.notes)


def test_metadata_given_wins() -> None:
    article = mark(f"水位上涨\n2025-07-09 来源：青河晚报\n\n{FIRST}", source="江东社", published="2025-07-10")
    assert (article.source, article.published and article.published.day) == ("江东社", 10)
    assert article.notes == ()


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (FIRST, "hans"),
        ("這場戰爭讓經濟陷入衰退，學者們對此表示憂慮。", "hant"),
        ("這場戰爭讓经济陷入衰退，学者们对此表示憂慮。", "mixed"),
        ("Only English here.", "none"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert mark(text).script == script


PIECES = [
    FIRST,
    SECOND,
    "短句。",
    "![]()",
    "相关推荐",
    "2025-07-09 10:00:00",
    "① 注：《书》，2009年版。",
    "1. 甲",
    "<sup>①</sup>",
    "已經(jīng)",
]
PIECES += [
    "變?yōu)楝F",
    "---",
    "title: x",
    "广告",
    "来源：青河网",
    "# 题",
    "\r\n",
    "\n",
    "\n\n",
    " ",
    "　",
    "[1]",
    "**粗**",
    "(图)",
    "原标题：",
    "\ufffd",
]
PIECES += ["\ud800", "A", "?"]
pieces = st.sampled_from(PIECES)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.one_of(st.lists(pieces, max_size=25).map("".join), st.text(max_size=40)))
def test_segments_cover_the_text_but_for_white_space_and_marking_is_stable(text: str) -> None:
    article = mark(text)
    at = 0
    for segment in article.segments:
        assert segment.span.start >= at
        assert segment.span.end > segment.span.start
        assert not text[at : segment.span.start].strip()
        at = segment.span.end
    assert not text[at:].strip()
    assert mark_article(article) is article or not article.segments
    shadow = make_shadow(article)
    for index in range(len(shadow.text)):
        span = shadow.original(index, index + 1)
        assert 0 <= span.start < span.end <= len(text)


SEEDS = Path("/work/shared/seeds")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real articles are not on this machine")
class TestRealArticles:
    @pytest.fixture
    def articles(self) -> list[Article]:
        result = read_articles([SEEDS])
        assert not result.errors
        return list(result.articles)

    def test_no_furniture_is_left(self, articles: list[Article]) -> None:
        assert len(articles) == 5
        words = (
            "推荐",
            "要闻",
            "跟贴",
            "Abstract",
            "Аннотация",
            "https://",
            "声明:",
            "webp",
            "![",
            "<sup>",
            "①",
            "jīng",
            "分享至",
            "责任编辑",
            "作者简介",
            "2026-",
        )
        for article in articles:
            shadow = kept(article)
            assert not [word for word in words if word in shadow], article.path

    def test_no_paragraph_is_lost(self, articles: list[Article]) -> None:
        beginnings = ("【", "特別聲明", "特别声明", "参考资料", "<sup>", *"①②③④⑤⑥")
        for article in articles:
            shadow = kept(article)
            paragraphs = [
                line
                for line in re.sub("<sup>.</sup>|[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùü]+[)）]", "", article.text).splitlines()
                if line.endswith(("。", "？", "。”")) and len(line) > 45 and not line.startswith(beginnings)
            ]
            assert len(paragraphs) >= 15
            ends = [
                re.split("[。(，,]", re.sub(r"^[0-9]+[.] ", "", line).rstrip("。”？"))[0][-8:]
                for line in paragraphs
                if "，载《" not in line
            ]
            lost = [end for end in ends if shadow_text(end).text not in shadow]
            assert not lost, (article.path, lost)

    def test_sentences_cut_by_a_page_are_whole(self, articles: list[Article]) -> None:
        lines = kept(articles[2]).split("\n")
        assert all(line[-1] in "。！？”）" for line in lines if len(line) > 60)

    def test_only_the_paper_and_the_portal_page_have_a_headline(self, articles: list[Article]) -> None:
        assert [any(segment.kind == "headline" for segment in article.segments) for article in articles] == [
            False,
            False,
            True,
            False,
            True,
        ]

    def test_the_garbled_words_read_right(self, articles: list[Article]) -> None:
        assert any("repaired" in note for note in articles[1].notes)
        assert "?" not in kept(articles[1])
