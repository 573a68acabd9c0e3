"""What an article teaches about its own names: short forms it declares or that follow from full ones, and where a
name stands again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from factcheck.mentions.names.identity import canonical_key, place_parts, strip_company_form
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import Lexicon, industry_words, known_names, listed_words, suffixes

__all__ = ["learn_short_names", "spread_names"]

_DECLARED = re.compile(
    r"[）)》”]?[（(](?:以下)?(?:简称|下称|统称|英文简称|英文缩写|又称|又名|缩写)[为是：:]?[“「\"《]?([^”」\"》）)，,；;\n]{2,14})[”」\"》]?[^）)\n]{0,6}[）)]"
)
_INITIALS = re.compile(r"[（(]([A-Z][A-Za-z&-]{1,9})(?:[，,；;][^）)\n]{0,20})?[）)]")
_PLACE_HEAD = re.compile(r"^[\u4e00-\u9fff]{2,4}?(?:省|市|县|自治区|特别行政区)")


def learn_short_names(reading: Reading, accepted: list[Candidate]) -> dict[str, tuple[str, str]]:
    """Short forms of the names that were found: surface to (type, key).

    One that two names share is left out (瑞舟 where 瑞舟精密 and 瑞舟科技 stand).
    """
    text = reading.text
    learnt: dict[str, set[tuple[str, str]]] = defaultdict(set)
    surfaces = {text[c.start : c.end] for c in accepted}
    places = {text[c.start : c.end] for c in accepted if c.type in ("GPE", "LOC")}
    plain = {t.text for t in reading.tokens if t.tag not in ("PROPN", "X")}
    for c in accepted:
        name = text[c.start : c.end]
        declared = _DECLARED.match(text, c.end) or (_INITIALS.match(text, c.end) if c.type in ("ORG", "PRODUCT", "WORK") else None)
        if declared:
            learnt[declared.group(1)].add((c.type, c.key))
        for short in set(_short_forms(name, c.type)):
            if (
                short == name
                or (c.type == "ORG" and short in places)
                or (short in known_names() and c.type != "GPE")
                or (len(short) < 4 and c.type == "ORG" and short in plain)
            ):
                continue
            if _occurs_alone(text, short, name, surfaces):
                learnt[short].add((c.type, c.key))
        if c.type in ("GPE", "LOC"):
            for outer in place_parts(name)[:-1]:
                key = canonical_key(outer, "GPE")
                for surface in {outer, key}:
                    if surface not in known_names() and len(surface) >= 2 and _occurs_alone(text, surface, name, surfaces):
                        learnt[surface].add(("GPE", key))
    for surface, key in _level_names(surfaces, accepted, text):
        learnt[surface].add(("ORG", key))
    kept: dict[str, tuple[str, str]] = {}
    for short, targets in sorted(learnt.items()):
        if len({key for _, key in targets}) == 1:
            kept[short] = min(targets)
    return kept


def spread_names(
    reading: Reading, accepted: list[Candidate], learnt: dict[str, tuple[str, str]], titled: frozenset[int]
) -> Iterator[Candidate]:
    """Candidates where a name that was found once, or a learnt short form, stands again. `titled` are the places inside titles."""
    text = reading.text
    votes: dict[str, Counter[tuple[str, str, int]]] = defaultdict(Counter)
    for c in accepted:
        name = text[c.start : c.end]
        if len(name) >= 2 and c.type != "MISC":
            votes[name][c.type, c.key, c.weight] += 1
    entries: dict[str, tuple[str, str, int]] = {}
    for name, counted in votes.items():
        # structure outweighs the backend's guesses; among guesses the commonest type
        best, count = max(sorted(counted.items()), key=lambda kv: (kv[0][2] if kv[0][2] > 52 else 0, kv[1], kv[0][2]))
        entries[name] = (best[0], best[1], best[2] + (1 if best[2] <= 52 and count > 1 else 0))
    for short, (type_, key) in learnt.items():
        entries[short] = (type_, key, 54)

    def stands(start: int, end: int) -> bool:
        if text[start].isascii() and text[start].isalnum() and start and text[start - 1].isascii() and text[start - 1].isalnum():
            return False
        if text[end - 1].isascii() and text[end - 1].isalnum() and end < len(text) and text[end].isascii() and text[end].isalnum():
            return False
        if end in titled and end - 1 in titled:
            return False
        if text[start:end] in learnt and learnt[text[start:end]][0] == "ORG" and end - start <= 3 and not _ends_clear(reading, end):
            return False
        if end - start >= 3 and entries[text[start:end]][0] == "PER":
            return True  # a person's whole name is found however the words were cut
        if end - start <= 2 and end not in reading.closes:
            last = reading.token_at(end - 1)
            if last is not None and last.start < end < last.end and last.tag not in ("PROPN", "X") and last.end - last.start <= 3:
                return False
        return not reading.splits_word(start, end)

    for start, end, (type_, key, weight) in Lexicon(sorted(entries.items())).find(text, stands):
        yield Candidate(start, end, type_, max(45, weight), key=key)


def _level_names(surfaces: set[str], accepted: list[Candidate], text: str) -> Iterator[tuple[str, str]]:
    """省防指, 市卫健委 and the like, with the key of the full name they shorten or of the article's one place of that level."""
    bodies = sorted({(text[c.start : c.end], c.key) for c in accepted if c.type == "ORG"})
    places = {text[c.start : c.end] for c in accepted if c.type == "GPE"} | {b for b, _ in bodies}
    for surface in sorted(surfaces):
        level, rest = surface[:1], surface[1:]
        if level not in "省市县区州" or len(rest) < 2:
            continue
        full = {key for name, key in bodies if name != surface and level in name and _abbreviates(rest, name[name.index(level) + 1 :])}
        owners = {name for name in (_owner(place, level) for place in places) if name}
        if len(full) == 1:
            yield surface, full.pop()
        elif not full and len(owners) == 1:
            yield surface, canonical_key(owners.pop() + rest, "ORG")


def _abbreviates(short: str, full: str) -> bool:
    """Whether a short form takes characters of the full one in their order, from its first on (防指 of 防汛抗旱指挥部)."""
    if not full or short[0] != full[0]:
        return False
    rest = iter(full)
    return all(char in rest for char in short)


def _owner(place: str, level: str) -> str:
    """The place of a level that a name begins with or is: 福建省 for 福建 and 省, "" for none."""
    if level == "省":
        for length in (3, 2):
            if known_names().get(place[:length] + "省") is not None:
                return place[:length] + "省"
    cut = place.find(level)
    if cut < 2 or cut > 6:
        return ""
    for other in "省市":
        if other != level and other in place[:cut] and place.index(other) >= 2:
            return place[place.index(other) + 1 : cut + 1] if cut - place.index(other) > 2 else ""
    return place[: cut + 1]


def _ends_clear(reading: Reading, end: int) -> bool:
    """Whether what follows a short form cannot be more of a name (瑞舟|汽电 may be another company)."""
    token = reading.token_at(end) if end < len(reading.text) else None
    return token is None or (token.start == end and token.tag in ("VERB", "ADP", "ADV", "PUNCT", "PART", "NUM", "CCONJ"))


def _short_forms(name: str, type_: str) -> Iterator[str]:
    """What a full name may be called later."""
    if type_ == "PER":
        parts = name.split("·")
        if len(parts) > 1:
            yield parts[-1]
            if len(parts) > 2:
                yield "·".join(parts[:1] + parts[-1:])
    elif type_ == "ORG":
        bare = strip_company_form(name)
        yield bare
        headless = _PLACE_HEAD.sub("", bare)
        if headless != bare and len(headless) >= 4:
            yield headless
            yield strip_company_form(headless)
        if bare != name or _ends_with_trade(bare):
            yield bare[:2]
            if len(bare) >= 5:
                yield bare[:3]
        last = next((bare[-n:] for n in range(6, 1, -1) if suffixes().get(bare[-n:], ("",))[0] == "body"), "")
        if last and bare[: len(bare) - len(last)] in ("中央", "国家", "最高", "联邦", "全国", "皇家"):
            yield last
    elif type_ in ("GPE", "LOC"):
        key = canonical_key(name, type_)
        if len(key) >= 2:
            yield key
        for length in (3, 2, 1):
            if suffixes().get(name[-length:], ("",))[0] == "place" and len(name) - length >= 2:
                yield name[:-length]
                break


def _ends_with_trade(name: str) -> bool:
    return len(name) == 4 and name[-2:] in industry_words() - listed_words("common")


def _occurs_alone(text: str, short: str, name: str, surfaces: set[str]) -> bool:
    """Whether the short form stands somewhere that no longer known name covers."""
    if len(short) < 2:
        return False
    longer = sorted((s for s in surfaces if short in s and s != short), key=len, reverse=True)
    rest = text
    for s in longer:
        rest = rest.replace(s, "\n")
    return short in rest
