"""What a date may leave out, remembered: the dates already told in the sentence, the paragraph, the article, and the day of publication.

The order in which a missing part is taken is fixed: sentence, paragraph, article so far, publication. Plausibility can overrule it:
news speaks of the days around its publication, so a date of years ago told as background does not lend its month to a following bare
27日 when the article also speaks of the last days.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from factcheck.mentions.calendar_windows import day_of
from factcheck.mentions.times_model import Resolved
from factcheck.model import Origin

__all__ = ["WEAK", "Context", "Scope", "weaker"]

_RANK = {origin: rank for rank, origin in enumerate(Origin)}
CURRENT_DAYS = 20
"""An article with a date no further than this from its publication is about the days around it."""
GOES_ON_DAYS = 10
"""A forecast goes on for days from the last day told, not for weeks."""
AHEAD_DAYS = 60
"""A day without a year that far ahead of the publication is that day rather than the one almost a year back."""
AHEAD_MONTH_DAYS = 45
"""The same for a month told without a day: 11月销量 told in September is last year's."""


WEAK = 1
"""A cue of the future that counts only where the coming day is the nearer one (27日将, against 将于27日, which is 2)."""


WEEKS_AHEAD = 31
"""Days after the publication from which on a day told is no longer what 当天 and bare hours of later sentences point to."""


def weaker(first: Origin, second: Origin) -> Origin:
    """The one of two origins that stands on less."""
    return first if _RANK[first] >= _RANK[second] else second


@dataclass(slots=True)
class Scope:
    """The last year, month and day told in a stretch of text, each with the origin of that date."""

    year: tuple[int, Origin] | None = None
    month: tuple[int, int, Origin] | None = None
    day: tuple[date, Origin] | None = None
    near_day: tuple[date, Origin] | None = None
    """The last day told that does not lie weeks ahead of the publication."""

    def clear(self) -> None:
        """Forget what was told."""
        self.year = self.month = self.day = self.near_day = None


@dataclass(slots=True)
class Context:
    """Where reading stands in an article. `reference` is the day of publication (naive); `dateline` the day of its dispatch line
    (9月4日电).

    `latest` is the latest year and month written out anywhere in a text without publication date: it then stands in for it where a
    date lacks its year. `evening` is the day of the last hour told in the paragraph, where that was of an evening: small hours after
    it are of the next day. `bare_month` is the last month told whose year is not known. `days`: the days told, in the order of the text.
    """

    reference: datetime | None
    sentence: Scope = field(default_factory=Scope)
    paragraph: Scope = field(default_factory=Scope)
    article: Scope = field(default_factory=Scope)
    near: int = 0
    far: int = 0
    minguo: bool = False
    latest: tuple[int, int] | None = None
    evening: date | None = None
    bare_month: int | None = None
    days: list[tuple[date, Origin]] = field(default_factory=list)

    def enter_sentence(self) -> None:
        self.sentence.clear()

    def enter_paragraph(self) -> None:
        self.sentence.clear()
        self.paragraph.clear()
        self.evening = None

    def tell(self, start: datetime, level: str, origin: Origin, *, background: bool = False) -> None:
        """Remember a date told; `level`: year, month or day. `background`: it does not show which days the article is about."""
        year = (start.year, origin)
        month = None if level == "year" else (start.year, start.month, origin)
        day = (start.date(), origin) if level == "day" else None
        for scope in (self.sentence, self.paragraph, self.article):
            scope.year, scope.month = year, month
            if day is not None:
                scope.day = day
                if self.reference is None or start - self.reference <= timedelta(days=WEEKS_AHEAD):
                    scope.near_day = day
        if day is not None:
            self.days.append(day)
        if self.reference is not None and not background:
            distance = abs((start - self.reference).days)
            if level == "day" and distance <= CURRENT_DAYS:
                self.near += 1
            elif distance > 2 * CURRENT_DAYS and (level == "day" or start.year != self.reference.year):
                self.far += 1

    @property
    def historical(self) -> bool:
        """Whether the article so far speaks only of times well away from its publication."""
        return self.reference is None or (self.far > 0 and self.near == 0)

    def last_day(self) -> tuple[date, Origin] | None:
        """The last day told, nearest scope first; beyond the sentence one that lies weeks ahead only where no other was told
        (2027年1月1日生效。… 当天, of what the article is about)."""
        for scope, origin in ((self.sentence, Origin.SENTENCE), (self.paragraph, Origin.PARAGRAPH), (self.article, Origin.ARTICLE)):
            day = scope.day if scope is self.sentence else scope.near_day or scope.day
            if day is not None:
                return day[0], weaker(origin, day[1])
        return None

    def day_before(self, day: date) -> tuple[date, Origin] | None:
        """The day told last of those before `day`."""
        return next(((told, weaker(Origin.ARTICLE, origin)) for told, origin in reversed(self.days) if told < day), None)

    def last_year(self) -> tuple[int, Origin] | None:
        """The last year told, nearest scope first, else that of the publication."""
        for scope, origin in ((self.sentence, Origin.SENTENCE), (self.paragraph, Origin.PARAGRAPH), (self.article, Origin.ARTICLE)):
            if scope.year is not None:
                return scope.year[0], weaker(origin, scope.year[1])
        return (self.reference.year, Origin.PUBLICATION) if self.reference is not None else None

    def last_month(self) -> tuple[int, int, Origin] | None:
        """The last month told, nearest scope first, else that of the publication."""
        for scope, origin in ((self.sentence, Origin.SENTENCE), (self.paragraph, Origin.PARAGRAPH), (self.article, Origin.ARTICLE)):
            if scope.month is not None:
                return scope.month[0], scope.month[1], weaker(origin, scope.month[2])
        return (self.reference.year, self.reference.month, Origin.PUBLICATION) if self.reference is not None else None

    # -------------------------------------------------------------- the year of a month or of a month and day

    def pick_year(self, month: int, day: int | None, ahead: int) -> tuple[int, Origin] | None:
        """The year of a date that gives only month (and day)."""
        near = self._year_by_publication(month, day, ahead)
        for scope, origin in ((self.sentence, Origin.SENTENCE), (self.paragraph, Origin.PARAGRAPH)):
            if scope.year is None:
                continue
            year = self._year_beside(scope, month, day, ahead)
            if year is None:
                continue
            if origin is Origin.PARAGRAPH and near is not None and near[0] != year and self._is_close(near[0], month, day):
                continue
            if ahead > WEAK and near is not None and not self._lies_ahead(year, month, day) and self._lies_ahead(near[0], month, day):
                continue  # 去年销量下跌……将于7月22日开庭: what is to come is not of the year gone by
            return year, weaker(origin, scope.year[1])
        if near is not None and not (
            self.historical and self.article.year is not None and not ahead and not self._is_close(near[0], month, day)
        ):
            return near
        if self.reference is None and self.latest is not None:
            return self.latest[0] - (month > self.latest[1]), Origin.ARTICLE
        if self.article.year is not None:
            year = self._year_beside(self.article, month, day, ahead)
            if year is not None:
                return year, weaker(Origin.ARTICLE, self.article.year[1])
        return near

    def begins_later(self, found: Resolved | None) -> bool:
        """Whether a time begins after the publication."""
        return self.reference is not None and found is not None and found.start is not None and found.start > self.reference

    def _is_close(self, year: int, month: int, day: int | None) -> bool:
        found = day_of(year, month, day or 1)
        return self.reference is not None and found is not None and abs((found - self.reference.date()).days) <= CURRENT_DAYS

    def _lies_ahead(self, year: int, month: int, day: int | None) -> bool:
        found = day_of(year, month, day or 28)
        return self.reference is not None and found is not None and found >= self.reference.date()

    def _is_ahead(self, found: date) -> bool:
        return self.reference is not None and found > self.reference.date() + timedelta(days=1)

    def _year_beside(self, scope: Scope, month: int, day: int | None, ahead: int) -> int | None:
        """The year of `scope`, or the one before or after where the story runs over New Year (12月25日 ... 1月3日)."""
        assert scope.year is not None
        year = scope.year[0]
        same = day_of(year, month, day or 1)
        if scope.month is not None and same is not None:
            told = scope.day[0] if scope.day is not None else date(scope.month[0], scope.month[1], 15)
            if abs((same - told).days) > 270:
                other = year + (1 if same < told else -1)
                found = day_of(other, month, day or 1)
                if found is not None and abs((found - told).days) < 95 and (ahead or not self._is_ahead(found)):
                    return other
        if same is None:
            return None
        return None if self._is_ahead(same) and not ahead and scope is not self.sentence else year

    def _year_by_publication(self, month: int, day: int | None, ahead: int) -> tuple[int, Origin] | None:
        if self.reference is None:
            return None
        year = _find_year(self.reference.date(), month, day, ahead)
        return None if year is None else (year, Origin.PUBLICATION)

    # -------------------------------------------------------------- the month of a bare day

    def pick_month(self, day: int, ahead: int) -> tuple[int, int, Origin] | None:
        """The year and month of a date that gives only the day."""
        near = self._month_by_publication(day, ahead)
        for scope, origin in ((self.sentence, Origin.SENTENCE), (self.paragraph, Origin.PARAGRAPH)):
            if scope.month is None:
                continue
            found = self._month_beside(scope, day, ahead)
            if found is None:
                continue
            if (
                near is not None
                and (near.year, near.month) != (found.year, found.month)
                and self._prefers_publication(scope, origin, found, near)
            ):
                continue
            return found.year, found.month, weaker(origin, scope.month[2])
        if near is not None and not (self.historical and self.article.month is not None):
            return near.year, near.month, Origin.PUBLICATION
        if self.article.month is not None:
            found = self._month_beside(self.article, day, ahead)
            if found is not None:
                return found.year, found.month, weaker(Origin.ARTICLE, self.article.month[2])
        return (near.year, near.month, Origin.PUBLICATION) if near is not None else None

    def _prefers_publication(self, scope: Scope, origin: Origin, found: date, near: date) -> bool:
        """Whether a bare day just before the publication is that one, and not one of the month told: where only a month was told
        (7月的人数……，8日), or another paragraph's sentence told a day long ago as background."""
        assert self.reference is not None
        today = self.reference.date()
        if not 0 <= (today - near).days <= 10:
            return False
        month_only = scope.day is None or (scope.month is not None and (scope.day[0].year, scope.day[0].month) != scope.month[:2])
        if month_only:
            return True
        return origin is Origin.PARAGRAPH and not self.historical and abs((today - found).days) > 2 * CURRENT_DAYS

    def _month_beside(self, scope: Scope, day: int, ahead: int) -> date | None:
        """`day` in the month of `scope`, or in the one beside it where that is much closer to the day told (7月31日 ... 1日)."""
        assert scope.month is not None
        year, month, _ = scope.month
        told = scope.day[0] if scope.day is not None and (scope.day[0].year, scope.day[0].month) == (year, month) else None
        same = day_of(year, month, day)
        if told is None:
            return same if same is None or ahead or not self._is_ahead(same) or scope is self.sentence else None
        if (
            same is not None
            and abs((same - told).days) <= GOES_ON_DAYS
            and (ahead or not self._is_ahead(same) or self._goes_on(told, same))
        ):
            return same
        candidates = [same] if same is not None else []
        for shift in (-1, 1):
            index = year * 12 + month - 1 + shift
            if 12 <= index < 9998 * 12 and (found := day_of(index // 12, index % 12 + 1, day)) is not None:
                candidates.append(found)
        good = [found for found in candidates if ahead or not self._is_ahead(found) or self._goes_on(told, found)] or candidates
        if not good:
            return None
        best = min(good, key=lambda found: (abs((found - told).days), found != same))
        return same if same in good and best != same and abs((best - told).days) > 10 else best

    def _goes_on(self, told: date, found: date) -> bool:
        """Whether a day ahead of the publication goes on from one told that is not past either (预计7日起减弱，8日至10日转晴)."""
        return self.reference is not None and told >= self.reference.date() and 0 <= (found - told).days <= GOES_ON_DAYS

    def _month_by_publication(self, day: int, ahead: int) -> date | None:
        return None if self.reference is None else _find_month(self.reference.date(), day, ahead)


@lru_cache(maxsize=4096)
def _find_year(today: date, month: int, day: int | None, ahead: int) -> int | None:
    """The year of a month (and day) by the day of publication alone."""
    reach = 8 if (month, day) == (2, 29) else 1
    days = [
        found
        for year in range(today.year - reach, today.year + reach + 1)
        if 1 <= year <= 9998 and (found := day_of(year, month, day or 1)) is not None
    ]
    if not days:
        return None
    limit = today + timedelta(days=1)
    past = [found for found in days if found <= limit]
    later = [found for found in days if found > limit]
    if ahead == WEAK and past and later and today - past[-1] <= later[0] - today:
        ahead = 0
    if ahead:
        same_month = [found for found in past if not day and (found.year, found.month) == (today.year, today.month)]
        chosen = (same_month or later or past)[0]
        if past and past[-1] >= today:
            chosen = past[-1]
    elif not past or (later and (later[0] - today).days <= (AHEAD_DAYS if day else AHEAD_MONTH_DAYS) and (today - past[-1]).days > 300):
        chosen = later[0]
    else:
        chosen = past[-1]
    return chosen.year


@lru_cache(maxsize=4096)
def _find_month(today: date, day: int, ahead: int) -> date | None:
    """The date of a bare day by the day of publication alone."""
    limit = today + timedelta(days=1)
    index = today.year * 12 + today.month - 1
    months = [day_of(i // 12, i % 12 + 1, day) for i in range(max(12, index - 3), min(index + 4, 9998 * 12))]
    days = [found for found in months if found is not None]
    if ahead:
        coming = [found for found in days if found >= today]
        before = [found for found in days if found <= limit]
        if coming and not (ahead == WEAK and before and today - before[-1] <= coming[0] - today):
            return coming[0]
    past = [found for found in days if found <= limit]
    return past[-1] if past else days[0] if days else None
