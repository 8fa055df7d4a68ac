-- One row a claim of a figure, with what comparing needs: who speaks, the value, the interval, and whether another article can mean the same.
--   source: Name of the source; the publisher where the article claims it itself.
--   speaker: Whose figure it is: the source_id, else the publisher.
--   given_on: Last day of stated_on, else the publication day.
--   source_is_named: Whether the source has a name of its own; null where the publisher speaks.
--   value: Middle of the interval, or its only end. Unit: the row's unit.
--   least: Lower end, a tenth lower where the number is meant as about; minus infinity where open. Unit: the row's unit.
--   most: Upper end, a tenth higher where the number is meant as about; infinity where open. Unit: the row's unit.
--   direction: The trend, where a rise or fall may be what the number counts; null for tolls, which are only told to rise.
--   counted_as: The thing counted, with its modifiers; "people" for people without any, as in deaths, victims and a death toll.
--   is_toll: Whether it counts people by what befell them (killed, wounded, casualties, missing, captured, displaced, affected).
--   is_specific: Whether another article can mean the same thing: its subject or place has a name, and, unless it is a toll, its place has or its period is known.
--   is_alone: Whether the speaker gives one value only for this figure, thing counted and period in the article; of several it is not known what they differ in.
--   figure: The figure in words.
CREATE OR REPLACE VIEW figure_claims AS
WITH spoken AS (
    SELECT w.*, coalesce(source_name, publisher) AS speaker_name,
        coalesce(source_id, 'publisher ' || publisher) AS speaker,
        coalesce(stated_last, published_on) AS given_on,
        coalesce((low + high) / 2, low, high) AS value,
        -- "about" allows a tenth to either side
        coalesce(low - CASE WHEN comparator = '~' THEN abs(low) / 10 ELSE 0 END, '-infinity'::DOUBLE) AS least,
        coalesce(high + CASE WHEN comparator = '~' THEN abs(high) / 10 ELSE 0 END, 'infinity'::DOUBLE) AS most,
        -- "civilian deaths" are not all deaths
        CASE
            WHEN counted_head IN ('person', 'man', 'victim', 'death', 'fatality', 'body') AND (NOT contains(counted, ' ') OR lower(counted) = 'death toll') THEN 'people'
            ELSE lower(counted)
        END AS counted_as
    FROM claims_wide w
    WHERE figure_id IS NOT NULL
)
SELECT
    claim_id, figure_id, figure, speaker_name AS source, speaker, source_id, source_is_named, publisher, article_id, story_id, is_story_origin,
    published_on, given_on, status, trend, comparator, low, high, number_text, unit, metric, counted, counted_head, subject, place,
    value, least, most, stated_first, stated_last, period, period_first, period_last, sentence, char_start, char_end,
    counted_as,
    metric IN ('killed', 'wounded', 'casualties', 'missing', 'captured', 'displaced', 'affected') AS is_toll,
    CASE WHEN NOT is_toll THEN trend END AS direction,
    -- "villages" and "the company" could be any, and the voters of a country are counted every day for another reason
    regexp_matches(concat_ws(' ', subject, place), '\p{Lu}')
        AND (is_toll OR period IS NOT NULL OR regexp_matches(coalesce(place, ''), '\p{Lu}')) AS is_specific,
    max(least) OVER same <= min(most) OVER same AS is_alone
FROM spoken
WINDOW same AS (PARTITION BY article_id, speaker, figure_id, counted_as, status, period);
