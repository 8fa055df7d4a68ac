-- A figure over time by source: one row a day on which a source gave it for a thing counted, direction, status and period, with the value before, the change and the days between.
--   counted_as: The thing counted, with its modifiers; "people" for people without any (figure_claims).
--   direction: The trend, where a rise or fall may be what the number counts; null for tolls, which are only told to rise.
--   source: Name of the source; the publisher where the article claims it itself.
--   given_on: Last day of stated_on, else the publication day.
--   value: Middle of the interval, or its only end. Unit: the row's unit.
--   previous_value: What the same source said of the same before: on an earlier day, in another story, of the same status, not about another period, at most 31 days before where the period is not given; null where the figure is not specific (figure_claims), and where one article gives several values.
--   change: value minus previous_value.
--   days_since_previous: Days from the previous value to this one. Unit: day.
--   figure: The figure in words.
CREATE OR REPLACE VIEW figure_history AS
WITH daily AS (
    -- of several claims of a day of one thing the one published last counts, of one article the last one
    SELECT * FROM figure_claims
    WHERE status IN ('asserted', 'projected')
    QUALIFY row_number() OVER (
        PARTITION BY figure_id, counted_as, direction, speaker, status, period, given_on ORDER BY published_on DESC, article_id, char_start DESC
    ) = 1
),
before AS (
    SELECT d.claim_id, max_by(b.value, (b.given_on, b.claim_id)) AS previous_value, max(b.given_on) AS previous_day
    FROM daily d
    JOIN daily b ON b.figure_id = d.figure_id AND b.speaker = d.speaker AND b.status = d.status AND b.given_on < d.given_on
        AND b.story_id <> d.story_id AND b.direction IS NOT DISTINCT FROM d.direction
        AND (b.period = d.period OR ((b.period IS NULL OR d.period IS NULL) AND b.given_on >= d.given_on - 31))
        AND b.counted_as IS NOT DISTINCT FROM d.counted_as
    WHERE d.is_specific AND b.is_specific AND d.is_alone AND b.is_alone
    GROUP BY d.claim_id
)
SELECT
    figure_id, figure, counted_as, direction, source, source_id, status, period, given_on,
    comparator, low, high, value, unit,
    previous_value,
    value - previous_value AS change,
    date_diff('day', previous_day, given_on) AS days_since_previous,
    publisher, number_text, claim_id
FROM daily LEFT JOIN before USING (claim_id);
