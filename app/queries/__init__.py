"""Frozen rows for pages to show."""
