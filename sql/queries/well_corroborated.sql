-- What several publishers report independently
-- Figures that at least so many publishers give alike, copies of one story counted once.
-- $publishers BIGINT = 2: Fewest independent publishers.
SELECT figure, comparator, low, high, unit, period, publisher_count, source_count, publishers, sources, first_published
FROM corroboration
WHERE publisher_count >= $publishers
ORDER BY publisher_count DESC, source_count DESC, figure, low
