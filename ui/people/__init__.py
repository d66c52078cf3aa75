"""People, and the support map."""
