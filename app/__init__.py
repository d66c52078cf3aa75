"""Greenroom without its window: vault, records, rules, PDF and command line. Never imports Qt."""
