"""Which experiences matter now, told without reading them all."""

from __future__ import annotations

from app.storage.rows import Reader


def overlapping(reader: Reader, first: str, last: str) -> list[str]:
    """The ids of those of which some lies in a range of days, both ends included."""
    sql = (
        'SELECT id FROM experience WHERE deleted IS NULL AND coalesce(start, "end") <= ?2 '
        'AND ("end" IS NULL OR "end" >= ?1)'
    )
    return [str(row[0]) for row in reader.rows(sql, (first, last))]


def foremost(reader: Reader, day: str, limit: int) -> list[str]:
    """The ids of a few: first what is under way on a day, then planned, then the newest done.

    An experience without dates is planned; one day alone is done on it.
    """
    sql = (
        "SELECT id FROM (SELECT id, coalesce(start, \"end\", '9999-12-31') AS day, "
        'CASE WHEN start IS NULL AND "end" IS NULL OR start > ?1 THEN 1 '
        'WHEN "end" <= ?1 THEN 2 ELSE 0 END AS phase FROM experience WHERE deleted IS NULL) '
        "ORDER BY phase, iif(phase = 2, '', day), iif(phase = 2, '', id), day DESC, id DESC "
        "LIMIT ?2"
    )
    return [str(row[0]) for row in reader.rows(sql, (day, limit))]
