-- How many independent publishers and sources give one interval for a specific figure and thing counted (figure_claims), within a week of one another where no period is given; copies of one story count once, for its origin.
--   figure: The figure in words.
--   counted_as: The thing counted, with its modifiers; "people" for people without any (figure_claims).
--   direction: The trend, where a rise or fall may be what the number counts.
--   story_count: Stories that give it. Unit: story.
--   publisher_count: Publishers that give it in a story of their own. Unit: publisher.
--   publishers: Those publishers.
--   copied_by: Publishers of copies of these stories.
--   source_count: Sources with a name that give it. Unit: source.
--   sources: Names of the sources.
CREATE OR REPLACE VIEW corroboration AS
WITH steps AS (
    SELECT *, period IS NULL AND published_on - lag(published_on) OVER same > 7 AS is_later
    FROM figure_claims
    WHERE status = 'asserted' AND is_specific
    WINDOW same AS (PARTITION BY figure_id, counted_as, comparator, low, high, unit, direction, period ORDER BY published_on, claim_id)
),
runs AS (
    SELECT *, count(*) FILTER (is_later) OVER (PARTITION BY figure_id, counted_as, comparator, low, high, unit, direction, period ORDER BY published_on, claim_id) AS run
    FROM steps
)
SELECT
    figure_id, any_value(figure ORDER BY claim_id) AS figure, counted_as, comparator, low, high, unit, direction, period,
    count(DISTINCT story_id) AS story_count,
    count(DISTINCT publisher) FILTER (is_story_origin) AS publisher_count,
    count(DISTINCT source_id) FILTER (source_is_named) AS source_count,
    count(*) AS claim_count,
    list_sort(list(DISTINCT publisher) FILTER (is_story_origin)) AS publishers,
    list_sort(list(DISTINCT publisher) FILTER (NOT is_story_origin)) AS copied_by,
    list_sort(list(DISTINCT source) FILTER (source_id IS NOT NULL)) AS sources,
    min(published_on) AS first_published, max(published_on) AS last_published
FROM runs
GROUP BY figure_id, counted_as, comparator, low, high, unit, direction, period, run;
