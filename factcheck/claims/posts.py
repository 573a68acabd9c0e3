"""What a title says: the post it names, its rank, and the words that tell of which body (松原铁路公司|工会|副|主席).

Titles are an open class: a head (主席, 长, 总监 …) behind whatever it is the head of. `data/posts.yml` holds the heads; 首席…官, …长,
…部长 are read by their shape, and where none of these fits, whoever is called the chief of a kind (总顾问, 首席摄影师, 裁判长).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.datafile import read_data
from factcheck.errors import ConfigError
from factcheck.mentions.names.persons import CHIEF_OF_SOME

__all__ = ["HEADED", "Post", "Posts", "load_posts", "read_title"]

_REACHES = {"affair", "body", "state"}
HEADED = "院校局厅处科所馆站台社行厂店园署司庭室矿关部团"
"""What a person may be the …长 of; the body's name ends in the same character or in a word of its kind."""
_CHIEF = re.compile(rf"{CHIEF_OF_SOME}$|(?<![分副组队])(?P<made>(?![分副正原前现老任某])[\u4e00-\u9fff]{{2}}长)$")
"""Whoever is chief of a kind that no list holds, 长 behind a word for what they do (指令长) included."""
_NO_CHIEF = re.compile(rf"[{HEADED}市县区镇乡村州省队组班会家学首酋探身特成增生延全总船舰机车舍票]长$")
"""Words in 长 that are read otherwise, or are no post (家长, 增长)."""
_DEPUTY = re.compile(r"(?:常务|第一|执行|资深|高级)?(?:副|助理|联席|共同|联合|荣誉|名誉|见习)$|(?:常务|第一)$")
_FORMER = re.compile(r"(?:此前|前任|前|原|退休|荣休|原任|时任|曾任|已故|卸任|退任|候任|候选|当选|下任|首任|历任|上任|上届|拟任)(?:的)?$")
_EARLIER = re.compile(r"此前|前任|前|原|已故|时任|卸任|上一?届|上一?任|往届|历届|前几届|去届")
_ACTING = re.compile(r"(?:代理|署理|临时|暂代|暂任|代)$")
_NEW = re.compile(r"(?:新任|继任|接任|新)(?:的)?$")
_SERVING = re.compile(
    r"(?:现任|在任|当值|当班|涉事|执飞的?|该案|本案|本次|这次|此次|总|资深|知名|著名|青年|中年|老|老牌|新锐|新晋|新生代|实力派|华裔|旅[美日欧法英德]|留[美日欧法英德]归来的?)$"
)


@dataclass(frozen=True, slots=True)
class Posts:
    """`words`: head -> post; `reach`: post -> affair, body or state; `fields`: word -> field; `several`: heads that many hold."""

    words: dict[str, str]
    reach: dict[str, str]
    fields: dict[str, str]
    several: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Post:
    """One post: `kind` (post, or chief:field, minister:field, or the head itself), `reach` as in the data, `head` the word, `lead` what
    stands before it without rank (公司, 松原铁路公司工会), `rank`: "" for the post itself, or deputy, former, acting, new."""

    kind: str
    reach: str
    head: str
    lead: str
    rank: str
    start: int


@cache
def load_posts() -> Posts:
    """The shipped posts. Raises ConfigError (path:line) for a word in two posts or an unknown reach."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "posts.yml") as path:
        file = read_data(Path(path))
    words: dict[str, str] = {}
    reach: dict[str, str] = {}
    for post, entry in file.data["heads"].items():
        if entry["reach"] not in _REACHES:
            place = f"{file.name}:{file.position(('heads', post, 'reach')).line}"
            raise ConfigError(f"unknown reach {entry['reach']!r} of {post}", where=place, hint=f"one of {', '.join(sorted(_REACHES))}")
        reach[post] = entry["reach"]
        for index, word in enumerate(entry["words"]):
            if word in words:
                place = f"{file.name}:{file.position(('heads', post, 'words', index)).line}"
                raise ConfigError(f"{word} stands in {words[word]} and in {post}", where=place, hint="a word belongs to one post")
            words[word] = post
    fields = {word: name for name, group in file.data["fields"].items() for word in group}
    several = frozenset(file.data["several"])
    chief = "|".join(map(re.escape, sorted(fields, key=lambda w: (-len(w), w))))
    listed = "|".join(map(re.escape, sorted({*words, *several}, key=lambda w: (-len(w), w))))
    shaped = (
        rf"首席(?P<officer>[\u4e00-\u9fff]{{2,6}}?)官|(?P<minister>{chief})(?:部部长|部长|大臣|相)|(?P<chief>{chief})(?:长|总监|总裁)"
        rf"|(?P<headed>[{HEADED}])长"
    )
    return Posts(words, reach, fields, several, re.compile(rf"(?:(?P<listed>{listed})|{shaped})$"))


def read_title(title: str) -> Post | None:
    """The post that a title ends with; None where it ends with none that one person holds (发言人, 副总裁 is a deputy and is told so)."""
    posts = load_posts()
    match = _last_head(title)
    if match is None:
        return _read_chief(title)
    head = match.group()
    if head in posts.several:
        chief = _read_chief(title)
        return chief if chief is not None and chief.head != head else None  # 顾问 are many, the 总顾问 is one
    if match["listed"]:
        kind = posts.words[head]
        reach = posts.reach[kind]
    elif match["officer"]:
        kind, reach = f"chief:{posts.fields.get(match['officer'], match['officer'])}", "body"
    elif match["minister"]:
        kind, reach = f"minister:{posts.fields[match['minister']]}", "state"
    elif match["chief"]:
        short = len(match["chief"]) == 1
        kind, reach = f"{'minister' if short else 'chief'}:{posts.fields[match['chief']]}", "state" if short else "body"
    else:
        kind, reach = head, "body"
    return _ranked(title, match.start(), kind, reach, head)


def _read_chief(title: str) -> Post | None:
    """The post of a title that no list and no other shape holds; None where it is none. Of a 首席 every body has its own, of the others an
    affair has one."""
    match = _CHIEF.search(title)
    if match is None or _NO_CHIEF.search(title):
        return None
    return _ranked(title, match.start(), match.group(), "body" if match.group().startswith("首席") else "affair", match.group())


def _ranked(title: str, at: int, kind: str, reach: str, head: str) -> Post | None:
    """The post whose head begins at `at`, with what stands before it told apart into rank and body; None for one of many."""
    lead, rank = title[:at], ""
    if head.startswith("副") and kind != "vice_president":
        return None
    if lead.endswith("分"):
        return None  # 分局长, 分行行长: one of many
    for _ in range(3):
        for pattern, name in ((_FORMER, "former"), (_DEPUTY, "deputy"), (_ACTING, "acting"), (_NEW, "new"), (_SERVING, "")):
            found = pattern.search(lead)
            if found:
                lead, rank = lead[: found.start()], name or rank
                break
        else:
            break
    earlier = _EARLIER.match(lead)
    if earlier is not None and not rank:
        rank, lead = "former", lead[earlier.end() :]
    return Post(kind, reach, head, lead.strip("的、，"), rank, at)


def _last_head(title: str) -> re.Match[str] | None:
    """The longest head that the title ends with."""
    for start in range(max(0, len(title) - 10), len(title)):
        match = load_posts().pattern.match(title, start)
        if match is not None:
            return match
    return None
