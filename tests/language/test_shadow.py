"""The shadow text: canonical forms, the map back, and what must hold for any text."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.articles import mark_article
from factcheck.language.shadow import Shadow, make_shadow, shadow_text
from factcheck.model import Article, Segment, Span

QUIET = settings(max_examples=150, deadline=None, derandomize=True)

CONVERTERS = [opencc.OpenCC(variant) for variant in ("s2t", "s2tw", "s2hk")]

VOCABULARY = [
    "政府",
    "宣布",
    "计划",
    "投资",
    "建设",
    "铁路",
    "医院",
    "学校",
    "工人",
    "居民",
    "记者",
    "据报道",
    "发言人",
    "表示",
    "目前",
    "已经",
]
VOCABULARY += [
    "造成",
    "损失",
    "大约",
    "超过",
    "增长",
    "下降",
    "今年",
    "去年",
    "显著",
    "隧道",
    "桥梁",
    "台风",
    "地震",
    "受伤",
    "死亡",
    "转移",
    "群众",
]
VOCABULARY += [
    "消防",
    "救援",
    "现场",
    "经济",
    "贸易",
    "协议",
    "签署",
    "会谈",
    "总统",
    "部长",
    "军队",
    "导弹",
    "演习",
    "舰艇",
    "飞机",
    "关税",
    "出口",
]
VOCABULARY += ["进口", "亿元", "万人", "著名", "学者"]
MARKS = ["，", "。", "；", "：", "、", "！", "？"]
FIGURES = ["3", "12.5%", "1,200", "2024年9月", "18:30", "1.5万", "３０", "2018-2019年"]

words = st.lists(st.sampled_from(VOCABULARY + MARKS + FIGURES), max_size=30).map("".join)
wild = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            list("，。,.:;?!()（）「」『』\"'“”…—–-~～①②⑩⒈㈠½²³㎡℃％％１２３　 \t\r\n\u200b\ufeff\u0301ﾊﾟ著發后裏著名○〇零年第图")
        ),
        st.sampled_from(list("人民报道2024萬1")),
    ),
    max_size=60,
)


@QUIET
@given(wild)
def test_every_text_has_a_shadow_whose_characters_come_from_somewhere_in_order(text: str) -> None:
    shadow = shadow_text(text)
    last = (0, 0)
    for at in range(len(shadow.text)):
        span = shadow.original(at, at + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert (span.start, span.end) >= last
        assert span.end >= last[1]
        last = (span.start, span.end)


@QUIET
@given(wild)
def test_a_shadow_is_its_own_shadow(text: str) -> None:
    once = shadow_text(text).text
    assert shadow_text(once).text == once


@QUIET
@given(wild, st.data())
def test_what_is_found_covers_what_was_sought(text: str, data: st.DataObject) -> None:
    shadow = shadow_text(text)
    if not shadow.text:
        return
    start = data.draw(st.integers(0, len(shadow.text) - 1))
    end = data.draw(st.integers(start + 1, len(shadow.text)))
    span = shadow.original(start, end)
    low, high = shadow.find(span)
    assert low <= start
    assert end <= high
    assert shadow.original(low, high).contains(span)


@QUIET
@given(words)
def test_both_scripts_have_one_shadow(text: str) -> None:
    simple = shadow_text(text).text
    for converter in CONVERTERS:
        assert shadow_text(converter.convert(text)).text == simple


@QUIET
@given(st.lists(st.sampled_from([*VOCABULARY, *MARKS, "3", "12.5%", "1,200", "2024年9月", "18:30", "1.5万"]), max_size=30).map("".join))
def test_both_widths_have_one_shadow(text: str) -> None:
    half = text.translate({ord(wide): narrow for wide, narrow in zip("，；：！？", ",;:!?", strict=True)})
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in half)
    assert shadow_text(wide).text == shadow_text(half).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023 年 9 月, 代表团 访问 该国", "2023年9月，代表团访问该国"),
        ("１２，３４５人，約１．５萬名", "12,345人，约1.5万名"),
        ("增至100，200人受傷", "增至100，200人受伤"),
        ("①98%的人支持；②其余反对。③弃权2%", "98%的人支持；其余反对。弃权2%"),
        ("要点①98%支持②2%反对", "要点；98%支持；2%反对"),
        ("見圖①所示，第②條規定", "见图1所示，第2条规定"),
        ('他說:"會去",然後離開.', "他说：“会去”，然后离开。"),
        ("「外層『內層』外層」", "“外层‘内层’外层”"),
        ("隨著戰事升級，著名學者著作等身", "随着战事升级，著名学者著作等身"),
        ("顯著增加，沿著河岸，執著追求", "显著增加，沿着河岸，执着追求"),
        ("戰后重建，鐘錶工業", "战后重建，钟表工业"),
        ("12：30至13:45，比分3：2", "12:30至13:45，比分3:2"),
        ("GDP 增长 5 %，iPhone 15 Pro", "GDP增长5%，iPhone 15 Pro"),
        ("10 km²，25㎡，10²", "10 km2，25m2，10^2"),
        ("CO₂排放，據統計¹增加", "CO2排放，据统计增加"),
        ("二○二五年", "二〇二五年"),
        ("3½小時與½", "3又1/2小时与1/2"),
        ("2018—2019年，5%–10%，6～8月，零下−5℃", "2018-2019年，5%-10%，6~8月，零下-5°C"),
        ("好……好...好。。。", "好……好……好……"),
        ("弗拉基米爾•普京", "弗拉基米尔·普京"),
        ("https://a.example/x?a=1,b(2)--c...d 网址", "https://a.example/x?a=1,b(2)--c...d网址"),
        ("He said, yes; no (maybe).", "He said, yes; no（maybe）."),
        ("本報訊　市政府宣布", "本报讯，市政府宣布"),
        ("与会者：张　三、李　四", "与会者：张三、李四"),
        ("〔2023〕15号", "[2023]15号"),
        ("\u200b零宽\ufeff字符\x00", "零宽字符"),
        ("", ""),
        (" \n\t\r\n", ""),
    ],
)
def test_canonical_form(text: str, expected: str) -> None:
    assert shadow_text(text).text == expected


def test_the_tight_span_of_a_figure_is_what_was_written() -> None:
    text = "報導說,約 １．５　萬 名士兵(含工兵)抵達。"
    shadow = shadow_text(text)
    at = shadow.text.index("1.5万")
    assert shadow.original(at, at + 4).of(text) == "１．５　萬"
    assert shadow.find(Span(text.index("士"), text.index("士") + 2)) == (shadow.text.index("士兵"), shadow.text.index("士兵") + 2)


def test_offsets_out_of_range_are_an_error_and_empty_ranges_are_empty() -> None:
    shadow = shadow_text("三个字")
    assert shadow.original(1, 1) == Span(1, 1)
    assert shadow.original(3, 3) == Span(3, 3)
    with pytest.raises(IndexError):
        shadow.original(0, 4)
    assert shadow_text("").original(0, 0) == Span(0, 0)


def test_names_keep_their_wording() -> None:
    assert shadow_text("烏茲別克斯坦與寮國、紐西蘭").text == "乌兹别克斯坦与寮国、纽西兰"


PARAGRAPHS = (
    "市交通局五日公布，新建的跨江大桥全长三千二百米，总投资四十八亿元，预计明年十月通车，届时两岸往来的时间由四十分钟缩短到十分钟。",
    "负责施工的企业说，桥面铺装已经完成九成，其余工程受汛期影响推迟了两周，但总工期不变，参与建设的工人最多的时候有两千六百人。",
    "沿线居民对通车后的噪声有所担心，环保部门答复说将在靠近住宅的一侧安装总长一千一百米的隔音屏障，费用已经列入预算之中。",
)


@pytest.mark.parametrize("width", [20, 25, 33, 40])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_hard_wrapped_text_reads_as_before(width: int, gap: str) -> None:
    wrapped = gap.join("\n".join(paragraph[at : at + width] for at in range(0, len(paragraph), width)) for paragraph in PARAGRAPHS)
    assert shadow_text(wrapped).text.replace("\n", "") == "".join(PARAGRAPHS)
    sentences = shadow_text(wrapped).text.split("\n")
    assert all(line[-1] in "。，" for line in sentences)
    assert len(sentences) <= len(PARAGRAPHS) + 1


def test_headings_and_lists_are_not_joined_to_paragraphs() -> None:
    text = f"大桥明年通车\n{PARAGRAPHS[0]}\n居民的担心\n{PARAGRAPHS[2]}\n- 隔音屏障\n- 限速"
    assert shadow_text(text).text.split("\n") == ["大桥明年通车", PARAGRAPHS[0], "居民的担心", PARAGRAPHS[2], "-隔音屏障", "-限速"]


def test_a_line_that_stops_at_a_comma_goes_on() -> None:
    assert shadow_text("昨天下午，\n两地同时下雨，\n\n道路中断。\n次日恢复。").text == "昨天下午，两地同时下雨，道路中断。\n次日恢复。"


def test_the_shadow_of_an_article_leaves_out_what_is_marked() -> None:
    text = "标题在此\n广告\n正文一[1]，共3人。\n页脚\n正文二。"
    parts = [
        ("标题在此", "headline", ""),
        ("广告", "boilerplate", ""),
        ("正文一", "body", ""),
        ("[1]", "noise", ""),
        ("，共3人。", "body", ""),
    ]
    parts += [("页脚", "boilerplate", ""), ("正文二。", "body", "")]
    segments = tuple(
        Segment(Span(text.index(words), text.index(words) + len(words)), kind, "", repair)  # type: ignore[arg-type]
        for words, kind, repair in parts
    )
    article = Article(id="a", text=text, segments=segments)
    shadow = make_shadow(article)
    assert shadow.text == "标题在此\n正文一，共3人。\n正文二。"
    for at in range(len(shadow.text)):
        span = shadow.original(at, at + 1)
        assert span.start < span.end
        assert shadow.text[at] in ("\n", span.of(text))


def test_a_repair_reads_as_put_in_and_maps_to_the_garbled_place() -> None:
    text = "局勢由理論?yōu)楝F(xiàn)實。"
    start, end = text.index("?"), text.index("(")
    segments = (
        Segment(Span(0, start), "body"),
        Segment(Span(start, end), "noise", "scraper", "為現"),
        Segment(Span(end, text.index("實")), "noise", "scraper"),
        Segment(Span(text.index("實"), len(text)), "body"),
    )
    shadow = make_shadow(Article(id="a", text=text, segments=segments))
    assert shadow.text == "局势由理论为现实。"
    at = shadow.text.index("为")
    assert shadow.original(at, at + 1) == Span(start, end)


def test_one_space_in_a_headline_parts_two_clauses() -> None:
    article = mark_article(Article.from_text(f"大桥明年通车 居民担心噪声\n\n{PARAGRAPHS[0]}", id="a"))
    assert make_shadow(article).text.split("\n")[0] == "大桥明年通车，居民担心噪声"


def test_an_article_of_nothing_but_furniture_has_an_empty_shadow() -> None:
    article = Article.from_text("分享到微信\n", id="a")
    assert make_shadow(article).text == ""
    assert isinstance(make_shadow(Article.from_text("", id="b")), Shadow)


def test_large_texts_cost_in_proportion() -> None:
    """Not a timing: a text a hundred times as long gives a hundred times the shadow, which quadratic work would not finish."""
    once = shadow_text(PARAGRAPHS[0] + "\n").text
    many = shadow_text((PARAGRAPHS[0] + "\n") * 3000).text
    assert many == "\n".join([once] * 3000)
