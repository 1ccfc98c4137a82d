"""Annotator: code passages of articles by hand, review a colleague's coding, export the extracts."""

from importlib.metadata import version

__version__ = version("annotator")
