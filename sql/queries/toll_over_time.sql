-- A toll over time
-- How the numbers of one metric in one place or of one subject developed, by day, figure, thing counted ("civilian deaths" apart from all) and source.
-- $metric VARCHAR = killed: One of the metrics, such as killed, wounded, displaced.
-- $about VARCHAR = : A subject or place; all when empty.
SELECT h.given_on, h.figure, h.counted_as, h.source, h.comparator, h.low, h.high, h.change, h.publisher
FROM figure_history h JOIN figures f USING (figure_id)
WHERE f.metric = $metric
    AND ($about IS NULL OR contains(lower(coalesce(f.subject, '') || ' ' || coalesce(f.place, '')), lower($about)))
ORDER BY h.given_on, f.label, h.counted_as, h.source, h.low
