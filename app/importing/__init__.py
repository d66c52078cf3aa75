"""Journals that people bring along."""
