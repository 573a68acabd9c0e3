"""Claims about persons: who holds an office, who did something, whether somebody is in office now or was before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import make_claim
from factcheck.claims.happenings import find_happenings
from factcheck.claims.holders import extract_holders, title_start
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.posts import read_title
from factcheck.claims.themes import theme_words
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document
from factcheck.mentions.types import EntityMention
from factcheck.model import Claim, Family, Frame, Name, Polarity, Scope

__all__ = ["extract_people", "office_of"]

_NOW = re.compile(r"(?:现任|在任|现职)[^，。、]{0,12}$")
_FORMER = re.compile(r"(?:前任|前|原|卸任|已故|退任)(?:任)?[^，。、前后]{0,10}$")
_ACTING = re.compile(r"副|助理|代理|候任|候选|署理|前|原|荣誉|名誉|当选|时任|曾任|发言人|办公室")
# What one person does for a body. Who attends and who scores are several: two names there are no disagreement.
_DONE_BY = {"sign", "ratify", "initial", "win", "convict", "discover", "publish", "hold", "try_case", "found", "shoot"}


def office_of(title: str) -> str:
    """The unique office a title names (`data/events.yml`), "" when it names none: deputies, spokespersons and candidates hold no
    unique office."""
    return load_event_words().offices.get(_office_word(title), "")


def _office_word(title: str) -> str:
    """The word for the office at the end of a title."""
    words = load_event_words()
    matches = list(words.office_pattern.finditer(title))
    if not matches:
        return ""
    last = matches[-1]
    if _ACTING.search(title[: last.end()]) and words.offices[last.group()] != "vice_president":
        return ""
    return last.group() if last.end() >= len(title) - 2 else ""


def extract_people(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> list[Claim]:
    """All claims about persons, in reading order."""
    claims: list[Claim] = extract_holders(document, clauses)
    for clause in clauses:
        persons = [e for e in clause.entities if e.type == "PER"]
        for person in persons:
            claims.extend(_status_claims(document, clause, person))
            claims.extend(_title_claims(document, clause, person))
        claims.extend(_agent_claims(document, clauses, clause, persons, times))
    return claims


def _frame(clauses: Sequence[Clause], clause: Clause, concept: str, person: EntityMention, word: tuple[int, int]) -> Frame:
    words, _ = theme_words(clauses, clause, [(person.start - len(person.title), person.end), word])
    return Frame(
        concept=concept,
        participants=tuple(k for k in clause.participants if k != person.key),
        context=clause.context,
        places=clause.places,
        words=words,
    )


def _status_claims(document: Document, clause: Clause, person: EntityMention) -> Iterator[Claim]:
    """前总统特朗普 against 现任总统特朗普: whether a person holds an office now. Only what is said outright counts."""
    if not person.title:
        return
    text = document.shadow.text
    at = text.rfind(person.title, clause.start, person.start + 1)
    if at < 0:
        return
    lead = text[max(clause.start, at - 8) : at]
    core = re.sub(r"^(?:现任|前任|前|原|卸任)", "", person.title)
    prefix = person.title[: len(person.title) - len(core)]
    now, former = (
        bool(_NOW.search(lead + prefix)),
        bool(re.search(r"(?:前任|前|卸任|已故)$", prefix) or re.search(r"(?:前任|卸任|(?<![之以日目此从])前)[^，。、的]{0,4}$", lead)),
    )
    office = office_of(core)
    if not office or now == former:
        return
    start = max(
        clause.start, at - (len(lead) - max(lead.rfind("现"), lead.rfind("前"), lead.rfind("卸"), 0)) if lead and not prefix else at
    )
    yield make_claim(
        document,
        clause,
        start=start,
        end=person.end,
        family=Family.OFFICE,
        attribute=f"in_office|{office}",
        value=Polarity(now, lead[-2:] + prefix),
        subject=person.key,
        subject_text=person.text,
        attribute_text=core,
        scope=Scope(of=person.of),
        frame=Frame(concept=office, participants=(person.key,), context=clause.context, words=clause.content_words()),
        time_behaviour="stock",
    )


_HEADS = re.compile(
    r"(?P<deputy>副|助理|常务副)?(?P<head>主任|局长|厅长|处长|科长|部长|司长|署长|院长|所长|馆长|校长|园长|站长|台长|社长|行长|厂长|店长|会长|理事长|董事长"
    r"|总经理|经理|总裁|市长|县长|区长|镇长|乡长|村长|省长|州长|队长|支队长|大队长|总监|总编辑|主编|主席|秘书长|总工程师|总教练|主教练|司令|参谋长)$"
)
_PAST = re.compile(r"前任?|原|时任|曾任|已故|卸任|退任|候任|代理|署理|荣誉|名誉|当选")


def _title_claims(document: Document, clause: Clause, person: EntityMention) -> Iterator[Claim]:
    """副馆长闻仲良: the post a title gives a person, as of publication."""
    match = _HEADS.search(person.title)
    text = document.shadow.text
    at = text.rfind(person.title, clause.start, person.start + 1) if person.title else -1
    if match is None or at < 0 or _PAST.search(text[max(clause.start, at - 6) : at] + person.title[: match.start()]):
        return
    start = text.rfind(person.of, clause.start, at) if person.of else at
    start = start if start >= 0 and at - start <= 12 else at
    yield make_claim(
        document,
        clause,
        start=start,
        end=person.end,
        family=Family.OFFICE,
        attribute="title",
        value=Name(text[start : person.start], person.title, "TITLE"),
        subject=person.key,
        subject_text=person.text,
        attribute_text="职务",
        scope=Scope(of=person.of, qualifiers=("deputy",) if match["deputy"] else ()),
        frame=Frame(concept=match["head"], participants=(person.key,), context=clause.context, words=clause.content_words()),
        time_behaviour="stock",
    )


_GENERIC_LEAD = re.compile(r"(?:该|本|我|其|两|双|各|新|时任|现任|前)[国方省市]?|双方|外交|国防|财政|政府")


def _nation_of(clause: Clause, person: EntityMention, agents: Sequence[EntityMention]) -> str:
    """The state or place a titled person acts for: the one named before the title and after the person before; else the body of the
    title."""
    if not person.title:
        return ""
    floor = max((p.end for p in agents if p.end <= person.start), default=clause.content_start)
    side = re.match(
        r"[^，。；]{0,4}?代表(?P<side>[^，。；的]{2,10}?)(?:政府|方面|一方)?(?:签|在|于|与|和|落笔|画押)",
        clause.text[person.end - clause.start :],
    )
    if side is not None and side["side"] not in {"双方", "己方", "两国", "各自", "政府", "该国", "本国"}:
        at = person.end + side.start("side")
        return next((e.key for e in clause.entities if e.start <= at < e.end), side["side"])
    places = [
        e.key
        for e in clause.entities
        if e.type in {"GPE", "LOC"} and floor <= e.start and e.end <= person.start and person.start - e.end <= 16
    ]
    begin = title_start(clause, person.start)
    post = read_title(clause.text[begin - clause.start : person.start - clause.start]) or read_title(person.title)
    if (
        post is not None
        and len(post.lead) >= 2
        and not _GENERIC_LEAD.fullmatch(post.lead)
        and not any(e.start >= begin and e.key in places for e in clause.entities)
    ):
        return re.sub(r"(?:政府|[\u4e00-\u9fff]{1,4}部)$", "", post.lead) or post.lead  # 诺瓦利亚外交部部长: a state that no table has
    return places[0] if places else person.of


def _agent_claims(
    document: Document, clauses: Sequence[Clause], clause: Clause, persons: Sequence[EntityMention], times: ClauseTimes
) -> Iterator[Claim]:
    """Who did it: the titled persons before an event word done by persons, each for the body he or she acts for."""
    for happening in find_happenings(clause):
        if happening.type not in _DONE_BY or happening.negated or happening.pending:
            continue
        agents = [p for p in persons if p.end <= happening.start and p.start >= clause.content_start]
        for person in agents:
            body = _nation_of(clause, person, agents)
            if not body:
                continue
            yield make_claim(
                document,
                clause,
                start=max(clause.start, person.start - len(person.title) - len(person.of)),
                end=person.end,
                family=Family.MEETING,
                attribute=f"who|{happening.type}",
                value=Name(person.text, person.key, "PER"),
                subject=body,
                subject_text=body,
                attribute_text=happening.word,
                scope=Scope(of=body, period=times.period_at(clause, happening.start)),
                frame=_frame(clauses, clause, happening.type, person, (happening.start, happening.start + len(happening.word))),
                time_behaviour="fixed",
            )
        if agents:
            return
