"""How a number of things is said: `1 article`, `1,204 articles`."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return the number with its word; `many` where the plural is not one with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
