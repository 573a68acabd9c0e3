"""The words that put one step before another, as patterns over the shadow text."""

from __future__ import annotations

import re

__all__ = [
    "ADVERBS",
    "AFTER",
    "ALREADY",
    "AS_OF_NOW",
    "BEFORE",
    "BESIDE",
    "COMPARED",
    "CONDITION",
    "DONE",
    "DONE_JUST",
    "EARLY",
    "EVENT_NOUN",
    "EVEN_SO",
    "FIRST",
    "FIRST_THEN",
    "FOUND",
    "JUST",
    "LAST",
    "LATER",
    "LEADING",
    "LENGTH",
    "NEXT_DAY",
    "NOT_YET",
    "ONLY_THEN",
    "ORDERED",
    "PREDICATED",
    "PREP",
    "REFUSED",
    "SAME_AFTER",
    "SOON",
    "SOONER",
    "THAN",
    "TIMED",
    "UNTIL",
    "WHEN",
]

_NUMBER = r"[一二两三四五六七八九十百半几数多\d.]+"
LENGTH = (
    rf"(?:(?:过了|隔了|不到|不足|大?约|近|将近|整整|足足|至少|超过|逾|差不多|仅仅?|才|短短|前后|拖了|等了)*{_NUMBER}个?多?半?"
    r"(?:小时|钟头|分钟|刻钟|秒钟?|天|日|晚|夜|周|星期|礼拜|月|年|季度?)(?:多|左右|许|半|有余)?)"
)
"""A length of time: 两个多小时, 约半年."""
_WHILE = r"(?:老半天|大半天|好?半天|一会儿?|好?一阵子?|许久|良久|好久|很久|不久|没多久|没过多久|片刻|不多时)"
"""A length that no number tells."""
NEXT_DAY = r"(?:的?(?:第[二三四五]天|次日|翌日|隔[天日]|转天|第二日|隔天|同日稍晚|当晚|隔周|次周|翌周))"
AFTER = re.compile(r"(?<![随其此今最然尔而])(?:之后|以后|过后|后)(?!来|天|果|续|的(?!第|次日|翌|当|[\d一二三四五六七八九十两几数]))")
SAME_AFTER = re.compile(rf"(?:的(?=次日|翌日))?{NEXT_DAY}")
BEFORE = re.compile(r"(?<![目此])(?:之前|以前|(?<![以之])前(?!夕))(?!往|来|线|锋|任|景|途|提|述|身|去|进|总|所未|不久|[三五十]名)")
PREP = re.compile(
    r"(?:早在|远在|就在|还在|是在|抢在|赶在|直到|等到|紧接在|紧随|发生[在于]|出现在|开始于|始于|在|于|自从|自|从|当|继|待|等|距离?|是)"
)
LEADING = re.compile(
    r"(?:但是?|而且?|不过|并且?|且|同时|据悉|其实|原来|只是|所以|因此|于是|也就是说|结果|可|然而|当时|那天|那晚|是|，|、|\s)*"
)
ADVERBS = re.compile(
    r"(?:才(?!能|华|干)|方才|方(?=[开始可])|这才|立即|立刻|当即|马上|随即|随后|即|就|便|便即|继而|接着|再(?!次|度)|已经?|早已|早就|曾|还|都|均|也|先行|先(?!生)|是|"
    r"仅仅?|的|了|，|迅速|火速|第一时间|主动|开始|着手|动手|双方|各方|有关方面|方面|一直)*"
)
PREDICATED = re.compile(r"已|就|便|才|再|曾")
"""Adverbs that stand before a predicate only."""
_FIRST_WORDS = r"(?:首先|最先|率先|起先|先行|先是|(?<![领优率最首起原争祖事预早此])先)"
_NOT_FIRST = (
    r"(?!生|后|前|锋|导|驱|行者|天|例|河|烈|贤|祖|父|母|兆|机|声|人|手|期|于|达到|知(?!会|道|情)|进(?!入|了|行|场|球|门|村|城|站|攻|屋|驻)|"
    r"发(?=制人|球员|投手|名单|阵容|门将|五))"
)
"""What makes 先 part of another word: 先生, 先进, 先发阵容."""
_BEHIND = r"(?!果|续|来|者|方|台|勤|卫|院|面|备|期|市|代|人|座|门|天)"
"""What makes 后 part of another word where it is an adverb (先A后B): 后续, 后者."""
FIRST = re.compile(rf"(?:{_FIRST_WORDS}|起初|第一时间|头几天|最早){_NOT_FIRST}")
FIRST_THEN = re.compile(
    rf"{_FIRST_WORDS}{_NOT_FIRST}(?P<a>[^，。]{{2,20}}?)[、；]?(?:然后|随后|其后|之后(?!的)|接着|最后|再(?!次|度)|才|(?<![随其之最])后{_BEHIND})"
    r"(?P<b>[^，。；]{2,}?)(?=的?(?:程序|顺序|次序|步骤|流程|原则|办法|方式)|[，。；]|$)"
)
LATER = re.compile(
    rf"(?:紧接着|紧跟着|随后|其后|此后|嗣后|然后|而后|尔后|继而|接着|随即|旋即|后来|之后(?!的)|{LENGTH}(?:之后|以后|过后|后)|事隔{LENGTH}|"
    rf"(?:过了|隔了|又过了|再过|等了)(?:{LENGTH}|{_WHILE})|{_WHILE}(?:之后|以后|过后|后)|次日|翌日|隔[天日]|转天|第二天)"
)
"""Words that put their clause after the one before it."""
_SIDE = r"(?<![资警校院军官对双各多中美俄英法德日韩馆厂店房客买卖甲乙丙主己敌我劳院控辩医患])"
"""What is before 方才 where 方 belongs to it: 资方才递交."""
JUST = re.compile(rf"(?:这才|{_SIDE}方才|最后才|才)(?!能|华|干|艺|女|子|俊|智|\d|[一二三四五六七八九十百两几半]|不|是|会|可|对|好|行|刚)")
EARLY = re.compile(r"早在|早于|早已|即已|就已|便已|早就")
"""Words beside a date that stress how early something was done."""
ONLY_THEN = re.compile(r"才|方始")
"""The same where a step is known to follow."""
DONE_JUST = re.compile(
    r"(?P<a>[^，。]{2,16}?(?:完了?|好了?|毕|光了?|(?<![过为除到隔])了(?!解)|过了(?=才)))(?P<who>[^，。]{0,6}?)"
    rf"(?:这才|{_SIDE}方才|才)(?!能|会|是|可|算)(?P<b>[^，。]+?)(?:的|了)?$"
)
"""A完了(S)才B within one clause."""
LAST = re.compile(
    rf"(?:最后|最终|末了|因此|因而|于是|遂(?!平|宁|溪|昌)|再(?!次|度|三|也|生|现|者|说|婚|无)|(?<![随其之最然以今此])后(?=[\u4e00-\u9fff]){_BEHIND})"
)
"""Words that put their clause last where another is told as first."""
DONE = re.compile(r"了|完|后|已|都|先|等|直到|到了|毕|好|过")
"""What a clause must hold for 才 in the next one to mean "only then"."""
CONDITION = re.compile(r"只有|除非|必须|如果|若|因为|由于|正因|为了|只要|凡|要想|需要?")
UNTIL = re.compile(
    r"(?:一?直到|直至|等到|待到|拖到|拖至|(?<![招接对期看优有])待(?!遇|命|定|业|产|查)|(?<![平相同高中初上下低])等(?!级|待|候|于|同|人|因|多|，))"
)
TIMED = re.compile(r"[之以]?[前后](?!来|者|往)|才|先|随即|继而")
NOT_YET = re.compile(r"(?:未等|没等|不等|不待|还没等|还没有?|尚未|还未|仍未|仍没有?|都还没有?|未及|来不及)")
EVEN_SO = re.compile(r"早就|早已|已经|(?:都|就|已).*了")
"""A clause that stresses that something was done already, before one that tells what was not yet (钱都打过去了，合同还没签)."""
AS_OF_NOW = re.compile(r"目前|至今|迄今|截至|现在|现时|[还仍]有")
"""A clause that tells how far things are when the article is written: 3人已获救了，目前还没找到其他人 is no order."""
WHEN = re.compile(r"(?:之时|的?时候|(?<![小及当届同临准暂随平按历即有此])时|之际|当口|当儿)$")
FOUND = re.compile(
    r"(?P<a>[^，。]{2,16}?)(?P<when>之时|的?时候|(?<![小及当届同临准暂随平按历即有此])时|之际)[^，。]{0,10}?"
    r"(?P<state>早已|早就|已经|就已|已|(?:根本|压根儿?|都|也|还|仍|并|从来?|却)*(?:尚未|未曾|未|没有?)(?!来|必|免|知|料)|还没有?)(?P<b>[^，。]{2,})"
)
"""A时B已…, A时B尚未… within one clause."""
ALREADY = re.compile(r"早已|早就|已经?|就已|先已|便已")
SOON = re.compile(r"就|便|即|已")
REFUSED = re.compile(
    r"并非|不是|绝非|而非|是否|究竟|到底|吗(?=[?？”]|$)|[?？]|谁先|孰先|无论|不管|不论|如果|一旦|倘若|如若|若是|假如|"
    r"每次|每当|通常|一般|往往|先后|以为"
)
"""Words that make the clause no report of an order: denied, asked, supposed, or told of what always is so."""
BESIDE = re.compile(r"(?<![故善丧闹肇从])事(?P<side>[先前后])(?!任|例|锋)")
COMPARED = re.compile(r"(?P<c>早于|先于|早过|晚于|迟于|后于|迟过)")
SOONER = frozenset({"早于", "先于", "早过", "早", "先", "提前", "提早"})
"""Those of COMPARED and THAN that put what they are said of first."""
THAN = re.compile(rf"比(?P<a>[^，]{{2,18}}?)(?P<c>早|晚|迟|先|提前|提早|推迟)了?{LENGTH}?")
ORDERED = re.compile(r"(?:发生|出现)?在(?P<c>先|前|后)$")
EVENT_NOUN = re.compile(
    r"(?:会|赛|礼|仪式|战|案|事故|事件|地震|台风|大火|火灾|灾|风波|手术|选举|大选|投票|谈判|考试|行动|演习|调查|检查|试验|意外|通知|公告|裁决|判决|"
    r"交易|协议|比赛|决赛|庭审|首映|签约|停电|停工|罢工|辞职|裁员|抽检|验收|融资|并购|交割|体检|尸检|解封|封锁|警报|预警)$"
)
"""Ends of nouns that name something that happens: 股东大会前, 停电后."""
