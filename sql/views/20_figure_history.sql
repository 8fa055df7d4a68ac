-- A figure over time by source: one row a day on which a source gave it, with the value before, the change and the days between.
--   source: Name of the source; the publisher where the article claims it itself.
--   given_on: Last day of stated_on, else the publication day.
--   value: Middle of the interval, or its only end. Unit: the row's unit.
--   previous_value: The value that the same source gave before, of the same status.
--   change: value minus previous_value.
--   days_since_previous: Days from the previous value to this one. Unit: day.
--   figure: The figure in words.
CREATE OR REPLACE VIEW figure_history AS
WITH dated AS (
    SELECT *, coalesce(stated_last, published_on) AS given_on, coalesce((low + high) / 2, low, high) AS value,
        coalesce(source_id, 'publisher ' || publisher) AS speaker
    FROM claims_wide
    WHERE figure_id IS NOT NULL AND status IN ('asserted', 'projected')
),
daily AS (
    -- of several claims of a day the one published last counts, of one article the last one
    SELECT * FROM dated
    QUALIFY row_number() OVER (
        PARTITION BY figure_id, speaker, status, period, given_on ORDER BY published_on DESC, article_id, char_start DESC
    ) = 1
)
SELECT
    figure_id, figure, coalesce(source_name, publisher) AS source, source_id, status, period, given_on,
    comparator, low, high, value, unit,
    lag(value) OVER earlier AS previous_value,
    value - lag(value) OVER earlier AS change,
    date_diff('day', lag(given_on) OVER earlier, given_on) AS days_since_previous,
    publisher, number_text, claim_id
FROM daily
WINDOW earlier AS (PARTITION BY figure_id, speaker, status ORDER BY given_on, period, claim_id);
