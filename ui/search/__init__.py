"""Search: the palette over any page, and the page of search."""
