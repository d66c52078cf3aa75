"""Feedback that came back, in a PDF or as text: hostile until proven, taken apart elsewhere."""

from __future__ import annotations

from app.replies.message import as_text
from app.replies.reading import read_file, read_text
from app.replies.reply import Ignored, Reply, Way, What

__all__ = ["Ignored", "Reply", "Way", "What", "as_text", "read_file", "read_text"]
