"""Somebody's Markdown: parsed into blocks, counted, shortened, and written as harmless HTML."""

from __future__ import annotations

from app.prose.counting import WordCount
from app.prose.html import to_html
from app.prose.images import Mention, mentions, pictured, reference, worded
from app.prose.lines import hiding, lines, rebuilt, says_anything, with_images
from app.prose.parsing import parse, trimmed
from app.prose.passages import find_passage, has_words
from app.prose.plain import plain, snippet, words
from app.prose.prompts import Template, kept_lines, prompts, without_prompts
from app.prose.reading import paragraphs
from app.prose.tasks import toggle_box, toggle_task, with_task_toggled

__all__ = [
    "Mention",
    "Template",
    "WordCount",
    "find_passage",
    "has_words",
    "hiding",
    "kept_lines",
    "lines",
    "mentions",
    "paragraphs",
    "parse",
    "pictured",
    "plain",
    "prompts",
    "rebuilt",
    "reference",
    "says_anything",
    "snippet",
    "to_html",
    "toggle_box",
    "toggle_task",
    "trimmed",
    "with_images",
    "with_task_toggled",
    "without_prompts",
    "worded",
    "words",
]
