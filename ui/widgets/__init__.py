"""Parts that know no feature."""
