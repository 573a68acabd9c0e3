"""Classes of things by the ends of words (`data/kinds.tsv`): a 手枪 is one of the 枪支, a 货车 one of the 车辆.

Chinese nouns end in what they are. Who denies a class (未使用枪支) denies whatever belongs to it; the other way round nothing follows
(没有使用手枪 leaves rifles open), so that `is_kind_of` is not symmetric.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from factcheck.errors import ConfigError
from factcheck.language.script import simplify

__all__ = ["classes_of", "is_kind_of", "parse_kinds"]


@lru_cache(maxsize=65536)
def is_kind_of(told: str, denied: str) -> bool:
    """Whether a noun is a word for something of the class that another noun stands for, itself included. `denied` may be two class words in
    a row (枪支弹药). Both in the characters of the shadow text."""
    if told == denied:
        return True
    return any(len(told) >= len(end) and told.endswith(end) and told != word for word in _classes(denied) for end in _kinds()[word])


@lru_cache(maxsize=65536)
def classes_of(noun: str) -> frozenset[str]:
    """The class words that a noun stands for or belongs to: what two nouns must share for one to be of the other's kind."""
    return frozenset(_classes(noun)) | {word for word, ends in _kinds().items() if noun.endswith(ends)}


def _classes(noun: str) -> tuple[str, ...]:
    """The class words that a noun is, or is made of."""
    known = _kinds()
    if noun in known:
        return (noun,)
    return next(((noun[:cut], noun[cut:]) for cut in range(1, len(noun)) if noun[:cut] in known and noun[cut:] in known), ())


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """The ends of every class word."""
    return parse_kinds((resources.files("factcheck.language") / "data" / "kinds.tsv").read_text(encoding="utf-8"), name="kinds.tsv")


def parse_kinds(text: str, *, name: str) -> dict[str, tuple[str, ...]]:
    """The ends of each class word of a file of lines `word|word end end …`, parted by tabs; blank lines and lines of # say nothing. A word
    of several lines has the ends of all of them.

    Raises ConfigError with `name` and the line for a line without ends, an empty word, a word twice in a line, and a word that is not in
    the characters of the shadow text.
    """
    kinds: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{name}:{number}"
        head, *ends = line.split("\t")
        words = head.split("|")
        if not ends:
            raise ConfigError(
                "a class without ends", where=where, hint="write class words, a tab, and the ends of words for what belongs to it"
            )
        if any(not word or word != "".join(word.split()) for word in (*words, *ends)):
            raise ConfigError("holds an empty word or a blank", where=where, hint="part the words by one tab, the class words by |")
        if len(set(words)) < len(words) or len(set(ends)) < len(ends):
            raise ConfigError("holds a word twice", where=where)
        whole = "".join((*words, *ends))
        if simplify(whole) != whole:
            wrong = next(a for a, b in zip(whole, simplify(whole), strict=True) if a != b)
            raise ConfigError(f"{wrong} is not a character of the shadow text", where=where, hint="write simplified characters")
        for word in words:
            kinds[word] = tuple(dict.fromkeys((*kinds.get(word, ()), *ends)))
    return kinds
