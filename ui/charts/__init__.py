"""The words of the charts, translated, with days and numbers as the locale writes them."""
