"""The characters that stand for parts while striprtf reads: no text may hold them, Unicode says."""

CELL = "\ufdd2"
LIST_ITEM = "\ufdd3"
NOTE = "\ufdd4"
HEADING = "\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda"  # of level 1 to 6
HEAD = "\ufddb"
FOOT = "\ufddc"
SIGNS = CELL + LIST_ITEM + NOTE + HEADING + HEAD + FOOT


def written(sign: str) -> str:
    """Return the sign as Rich Text writes a character, in a group of its own so that nothing else changes."""
    return f"{{\\uc0\\u{ord(sign) - 0x10000} }}"
