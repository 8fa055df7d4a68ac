-- Two sources, one figure with a subject or place, overlapping periods (the day of the statement where none is given), intervals that do not meet.
--   figure: The figure in words.
--   source_a: Who gives the lower value; the publisher where the article claims it itself.
--   comparator_a: How the lower number is meant.
--   low_a: Lower end of the lower value.
--   high_a: Upper end of the lower value.
--   number_a: The lower number as written.
--   publisher_a: Who published the lower value.
--   published_a: Publication day of the lower value.
--   period_a: The time that the lower value is about.
--   claim_id_a: The claim of the lower value.
--   source_b: Who gives the higher value; the publisher where the article claims it itself.
--   comparator_b: How the higher number is meant.
--   low_b: Lower end of the higher value.
--   high_b: Upper end of the higher value.
--   number_b: The higher number as written.
--   publisher_b: Who published the higher value.
--   published_b: Publication day of the higher value.
--   period_b: The time that the higher value is about.
--   claim_id_b: The claim of the higher value.
CREATE OR REPLACE VIEW conflicting_figures AS
WITH spoken AS (
    SELECT *,
        coalesce(source_id, 'publisher ' || publisher) AS speaker,
        coalesce(source_name, publisher) AS source_shown,
        -- no period: about the day when it was said; a period open at one end reaches as far as it can
        CASE WHEN period IS NULL THEN coalesce(stated_first, published_on) ELSE coalesce(period_first, DATE '0001-01-01') END AS about_first,
        CASE WHEN period IS NULL THEN coalesce(stated_last, published_on) ELSE coalesce(period_last, DATE '9999-12-31') END AS about_last,
        -- "about" allows a tenth to either side
        coalesce(low - CASE WHEN comparator = '~' THEN abs(low) / 10 ELSE 0 END, '-infinity'::DOUBLE) AS least,
        coalesce(high + CASE WHEN comparator = '~' THEN abs(high) / 10 ELSE 0 END, 'infinity'::DOUBLE) AS most
    FROM claims_wide
    WHERE figure_id IS NOT NULL AND status = 'asserted' AND (subject IS NOT NULL OR place IS NOT NULL)
)
SELECT
    a.figure_id, a.figure, a.unit,
    a.source_shown AS source_a, a.comparator AS comparator_a, a.low AS low_a, a.high AS high_a, a.number_text AS number_a,
    a.publisher AS publisher_a, a.published_on AS published_a, a.period AS period_a,
    b.source_shown AS source_b, b.comparator AS comparator_b, b.low AS low_b, b.high AS high_b, b.number_text AS number_b,
    b.publisher AS publisher_b, b.published_on AS published_b, b.period AS period_b,
    a.claim_id AS claim_id_a, b.claim_id AS claim_id_b
FROM spoken a
JOIN spoken b ON a.figure_id = b.figure_id AND a.speaker <> b.speaker AND a.trend IS NOT DISTINCT FROM b.trend
    AND a.about_first <= b.about_last AND b.about_first <= a.about_last
    AND (a.most < b.least OR b.most < a.least)
    -- each pair once, the lower one first
    AND (a.least, a.most, a.claim_id) < (b.least, b.most, b.claim_id);
