-- How many independent publishers and sources give the same interval for a figure; copies of one story count once, for its origin.
--   figure: The figure in words.
--   story_count: Stories that give it. Unit: story.
--   publisher_count: Publishers that give it in a story of their own. Unit: publisher.
--   publishers: Those publishers.
--   copied_by: Publishers of copies of these stories.
--   sources: Names of the sources.
CREATE OR REPLACE VIEW corroboration AS
SELECT
    figure_id, any_value(figure ORDER BY claim_id) AS figure, comparator, low, high, unit, period,
    count(DISTINCT story_id) AS story_count,
    count(DISTINCT publisher) FILTER (is_story_origin) AS publisher_count,
    count(DISTINCT source_id) AS source_count,
    count(*) AS claim_count,
    list_sort(list(DISTINCT publisher) FILTER (is_story_origin)) AS publishers,
    list_sort(list(DISTINCT publisher) FILTER (NOT is_story_origin)) AS copied_by,
    list_sort(list(DISTINCT source_name) FILTER (source_name IS NOT NULL)) AS sources,
    min(published_on) AS first_published, max(published_on) AS last_published
FROM claims_wide
WHERE figure_id IS NOT NULL AND status = 'asserted'
GROUP BY figure_id, comparator, low, high, unit, period;
