"""The support a mentee asks for, wherever it is shown: on a goal, a stretch goal or a person."""
