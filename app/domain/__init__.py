"""Frozen records and the rules about them."""
