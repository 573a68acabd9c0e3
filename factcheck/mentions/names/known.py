"""Names the data files know, one-character forms of countries, and names that speak for a country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import Lexicon, known_names, metonyms, say_words, stop_words, territories

__all__ = ["PAIR_WEIGHT", "find_known", "speaks_at"]

# The weight of one country of a pair (俄乌), by which a backend's reading of the pair as one name is set aside.
PAIR_WEIGHT = 59

# What follows the one-character form of a country: it is part of the name (美方), or an office or body of its own (美 国防部).
_SIDES = "方军媒"
_OFFICES = (
    "外长|防长|财长|总统|总理|首相|外相|防相|国防部|外交部|财政部|商务部|国会|议会|政府|当局|外交官|使馆|大使|官员|空军|海军|舰队|"
    "战机|军机|军舰|航母|驻华|两军|联军|军方|警方"
)
_TOGETHER = (
    "两国|三国|四国|五国|双方|三方|各方|关系|会谈|峰会|首脑|冲突|战争|战场|战区|边境|边界|领导人|元首|外长|防长|联合|之间|贸易|经贸|协议|条约|军演|"
    "联军|停火|和谈|谈判|对话|合作|局势|同盟|联盟|部队|两军|军队|官员|代表|海军|空军|局势|问题|首次|峰会|会晤"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    singles = "".join(sorted(territories().single))
    initials = singles + "".join(sorted({k[0] for k in territories().countries}))
    return (
        re.compile(f"([{singles}])(?:([{_SIDES}])|(?={_OFFICES}))"),
        re.compile(f"([{initials}]{{2,4}})(?={_TOGETHER})"),
    )


def find_known(reading: Reading, title_starts: frozenset[int] = frozenset()) -> Iterator[Candidate]:
    """Known names where they stand as words, and the countries behind 美方, 俄军, 韩外长, 朝俄关系, 莫斯科称."""
    text = reading.text
    only_speakers = metonyms()

    def stands(start: int, end: int) -> bool:
        if text[start:end].isascii():
            return not _is_latin(text[start - 1 : start]) and not _is_latin(text[end : end + 1])
        if text[start - 1 : start + 1] in stop_words():
            return False  # 沿海|地区 where the segmenter saw 海地
        return not reading.splits_word(start, end)

    for start, end, entry in known_names().find(text, stands):
        name = text[start:end]
        metonym = only_speakers.get(name)
        if metonym and metonym[1] and speaks_at(text, end):
            yield Candidate(start, end, metonym[0].type, 62, key=metonym[0].of, of=metonym[0].of)
        else:
            yield Candidate(start, end, entry.type, 60 if end - start > 2 else 58, key=entry.key, of=entry.of)
    yield from _find_abbreviated(reading, title_starts)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def speaks_at(text: str, position: int) -> bool:
    """Whether a verb of saying follows, with a little between (莫斯科方面30日表示)."""
    window = text[position : position + 12]
    lead = re.match(
        r"(?:方面|当局|官方|当天|当日|随后|则|也|已|曾|又|周[一二三四五六日天]|昨[日天晚]|今[日天早]|\d{1,2}月)?(?:\d{1,2}日)?", window
    )
    rest = window[lead.end() if lead else 0 :]
    return rest.startswith(say_words())


def _find_abbreviated(reading: Reading, title_starts: frozenset[int]) -> Iterator[Candidate]:
    text = reading.text
    countries = _article_countries(text)
    side, together = _patterns()
    for match in side.finditer(text):
        start = match.start()
        if start not in reading.opens and not _loose(reading, start):
            continue
        country = _country_of(match.group(1), countries)
        if country is None or (start and text[start - 1] in territories().single and not match.group(2)):
            continue
        if not match.group(2) and _is_particle(reading, start):
            continue
        if match.group(2) == "军":
            yield Candidate(start, match.end(), "ORG", 61, key=country + "军队", of=country)
        elif match.group(2) == "媒":
            yield Candidate(start, match.end(), "ORG", 61, key=country + "媒体", of=country)
        else:
            yield Candidate(start, match.end() if match.group(2) else start + 1, "GPE", 61, key=country)
    for begin in sorted(title_starts):
        if (
            begin
            and text[begin - 1] in territories().single
            and not _is_particle(reading, begin - 1)
            and (begin - 1 in reading.opens or _loose(reading, begin - 1))
        ):
            country = _country_of(text[begin - 1], countries)
            if country is not None:
                yield Candidate(begin - 1, begin, "GPE", 61, key=country)
    named = {(n.start, n.end) for n in reading.document.names if 2 <= n.end - n.start <= 4}
    runs = {(m.start(1), m.end(1)) for m in together.finditer(text)} | {
        (start, end) for start, end in named if all(c in territories().single or c in countries for c in text[start:end])
    }
    pairs: set[str] = set()
    places: set[int] = set()
    for start, end in sorted(runs):
        run = text[start:end]
        cover = reading.token_at(start)
        if cover is None or cover.tag in ("VERB", "ADV", "ADP", "CCONJ", "ADJ", "PRON", "NUM") or run in known_names():
            continue
        if (start, end) not in named and start not in reading.opens and not _loose(reading, start):
            continue
        found = [_country_of(c, countries) for c in run]
        if None not in found and len(set(found)) == len(found) and any(c in territories().single for c in run):
            pairs.add(run)
            places.update(range(start, end))
    # a pair once seen is read wherever it stands
    whole = Lexicon([(run, run) for run in sorted(pairs)])
    for start, end, _ in whole.find(text, lambda a, b: a in reading.opens and b in reading.closes):
        places.update(range(start, end))
    beside = territories().beside
    for i in sorted(places):
        pair = next((beside[text[i], text[k]] for k in (i - 1, i + 1) if k in places and (text[i], text[k]) in beside), None)
        yield Candidate(i, i + 1, "GPE", PAIR_WEIGHT, key=pair or _country_of(text[i], countries) or "")


def _loose(reading: Reading, position: int) -> bool:
    """Whether the word that covers a position is not of the dictionary."""
    token = reading.token_at(position)
    return token is None or token.tag == "X"


def _is_particle(reading: Reading, position: int) -> bool:
    """Whether the character is a word with a grammar of its own here (以大使的身份)."""
    token = reading.token_at(position)
    return token is not None and token.end - token.start == 1 and token.tag in ("ADP", "VERB", "ADV", "CCONJ", "PART", "NUM", "PRON")


def _article_countries(text: str) -> dict[str, set[str]]:
    """Countries the text names in full, by first character: what an ambiguous one-character form may stand for."""
    found: dict[str, set[str]] = {}
    names = territories().names
    for key in territories().countries:
        if key in text:
            found.setdefault(key[0], set()).add(names.get(key, key))
    return found


def _country_of(char: str, countries: dict[str, set[str]]) -> str | None:
    """The country a character stands for: the usual one, unless the article names only another that begins with it."""
    usual = territories().single.get(char)
    named = countries.get(char, set())
    if usual not in named and len(named) == 1:
        return next(iter(named))
    return usual
