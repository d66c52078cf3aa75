"""Measures of goals and stretch goals: their values, and the words for them."""
