"""The charts, each made from rows of `domain/progress`: sentence, table, marks and drawing."""
