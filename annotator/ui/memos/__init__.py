"""Memos: read formatted, written as Markdown, linked to passages."""
