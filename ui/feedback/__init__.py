"""The page of feedback: asking for it, reading what came back, and what one makes of it."""
