"""Fonts, icons, themes and content that ship with Greenroom."""
