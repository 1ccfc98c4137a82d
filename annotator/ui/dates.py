"""How dates and times read in the window: "19 May 2016", "today, 14:32", "Tuesday", "3 Nov"."""

from __future__ import annotations

from datetime import date, datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS_BY_NAME = 7


def shown_date(published: str) -> str:
    """Return a date of publication as it is read; what is no `YYYY-MM-DD` stays as it is."""
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return published
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def shown_moment(moment: str, now: datetime) -> str:
    """Return when something was, seen from `now` (with a time zone); empty when the moment is not ISO 8601."""
    try:
        then = datetime.fromisoformat(moment).astimezone(now.tzinfo)
    except ValueError:
        return ""
    days = (now.date() - then.date()).days
    if days == 0:
        return f"today, {then:%H:%M}"
    if days == 1:
        return "yesterday"
    if 1 < days < DAYS_BY_NAME:
        return WEEKDAYS[then.weekday()]
    day = f"{then.day} {MONTHS[then.month - 1]}"
    return day if then.year == now.year else f"{day} {then.year}"
