"""Which elements of a web page begin a line, and which are never shown."""

_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p plaintext pre
search section summary table tbody tfoot thead ul xmp
"""
_UNSEEN = """
audio canvas datalist embed head iframe link meta noembed noframes noscript object rp script select style svg
template textarea title video
"""
BLOCKS = frozenset(_BLOCKS.split())
UNSEEN = frozenset(_UNSEEN.split())
