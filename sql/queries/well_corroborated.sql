-- What several publishers report independently
-- Specific figures (a named subject or place, and unless a toll, a named place or known period) that at least so many publishers give alike within a week or for one period, copies of one story counted once.
-- $publishers BIGINT = 2: Fewest independent publishers.
SELECT figure, counted_as, comparator, low, high, unit, period, publisher_count, source_count, publishers, sources, first_published
FROM corroboration
WHERE publisher_count >= $publishers
ORDER BY publisher_count DESC, source_count DESC, figure, counted_as, low
