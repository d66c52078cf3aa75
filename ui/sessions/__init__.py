"""Sessions with somebody: the list, preparing, meeting, and what comes after."""
