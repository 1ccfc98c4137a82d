"""How figures of agreement are printed: without the zero before the point, never rounded up to perfect."""

from __future__ import annotations

UNDEFINED = "–"  # where a figure has no value; why is said beside it
NO_INTERVAL = "none"
NOT_QUITE = 0.995  # from here on two decimals would print 1.00


def coefficient(value: float | None) -> str:
    """Return a coefficient with two decimals: `.31`, `−.01`, `1.00` only where agreement is perfect."""
    if value is None:
        return UNDEFINED
    held = min(value, 0.99) if value < 1 and value >= NOT_QUITE else value
    text = f"{abs(held):.2f}"
    sign = "−" if held < 0 and float(text) else ""
    return sign + text.removeprefix("0")


def percent(share: float | None) -> str:
    """Return a share from 0 to 1 as `97 %`; only what is whole is 100 %, only what is nothing is 0 %."""
    if share is None:
        return UNDEFINED
    whole = round(share * 100)
    if 0 < share < 1:
        whole = max(1, min(99, whole))
    return f"{whole} %"


def interval(low: float | None, high: float | None) -> str:
    """Return an interval as `.02 to .55`."""
    return NO_INTERVAL if low is None or high is None else f"{coefficient(low)} to {coefficient(high)}"
