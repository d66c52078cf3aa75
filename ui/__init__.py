"""Greenroom's window."""
