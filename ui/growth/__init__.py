"""How one has grown: what was seen over time, each chart with its sentence and table."""
