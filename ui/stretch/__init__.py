"""Stretch goals."""
