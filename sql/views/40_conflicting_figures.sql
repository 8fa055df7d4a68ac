-- Two sources whose numbers for one thing cannot both be true: in two stories of about one day for a figure with a named subject or place, or in one article for one figure or where the text says that it is disputed.
--   basis: How it is known that both mean one thing: "one figure" or, in one article, "disputed in the text".
--   figure: The figure in words, as the lower value has it.
--   source_a: Who gives the lower value; the publisher where the article claims it itself.
--   comparator_a: How the lower number is meant.
--   low_a: Lower end of the lower value.
--   high_a: Upper end of the lower value.
--   number_a: The lower number as written.
--   publisher_a: Who published the lower value.
--   published_a: Publication day of the lower value.
--   period_a: The time that the lower value is about.
--   sentence_a: The sentence of the lower value.
--   claim_id_a: The claim of the lower value.
--   figure_id_a: The figure of the lower value.
--   source_b: Who gives the higher value; the publisher where the article claims it itself.
--   comparator_b: How the higher number is meant.
--   low_b: Lower end of the higher value.
--   high_b: Upper end of the higher value.
--   number_b: The higher number as written.
--   publisher_b: Who published the higher value.
--   published_b: Publication day of the higher value.
--   period_b: The time that the higher value is about.
--   sentence_b: The sentence of the higher value.
--   claim_id_b: The claim of the higher value.
--   figure_id_b: The figure of the higher value.
CREATE OR REPLACE VIEW conflicting_figures AS
WITH spoken AS (
    SELECT f.*,
        -- no period: about the day when it was said; a period open at one end reaches as far as it can
        CASE WHEN period IS NULL THEN coalesce(stated_first, published_on) ELSE coalesce(period_first, DATE '0001-01-01') END AS about_first,
        CASE WHEN period IS NULL THEN coalesce(stated_last, published_on) ELSE coalesce(period_last, DATE '9999-12-31') END AS about_last,
        -- how long it counts; "since March" counts until now, "by January" from nobody says when. Unit: day
        coalesce(period_last, published_on) - period_first + 1 AS days_counted,
        regexp_replace(unit, '/(day|week|month|year)$', '') AS unit_without_time,
        unit <> unit_without_time AS has_time,
        -- a name that was read as the thing counted says nothing of it ("Spokesman Chris Dale put it at 8 million")
        CASE WHEN contains(lower(source), counted_head) THEN NULL ELSE counted_head END AS head,
        counted_as = 'people' AS is_just_people
    FROM (
        -- whether the speaker gives one value only whatever is counted: of "100 deaths, 30 civilian deaths" it is not known which one a loosely like number disputes
        SELECT *, max(least) OVER same <= min(most) OVER same AS is_only
        FROM figure_claims
        WINDOW same AS (PARTITION BY article_id, speaker, figure_id, status, period)
    ) f
    -- the claims of copies are those of the story's origin
    WHERE is_story_origin AND is_alone AND status <> 'denied'
),
between_stories AS (
    SELECT a.claim_id AS one, b.claim_id AS other, 'one figure' AS basis
    FROM spoken a JOIN spoken b ON a.figure_id = b.figure_id AND a.story_id <> b.story_id AND a.claim_id < b.claim_id
    WHERE a.is_specific AND b.is_specific AND a.status = 'asserted' AND b.status = 'asserted'
        AND a.counted_as IS NOT DISTINCT FROM b.counted_as
        AND (a.is_toll OR (a.period IS NOT DISTINCT FROM b.period AND coalesce(a.source_id, b.source_id) IS NOT NULL))
        AND a.published_on BETWEEN b.published_on - 31 AND b.published_on + 31
        AND CASE
            WHEN a.period IS NOT NULL AND b.period IS NOT NULL THEN a.about_first <= b.about_last AND b.about_first <= a.about_last
            -- what is told without a period grows from day to day
            ELSE a.published_on BETWEEN b.published_on - 1 AND b.published_on + 1 AND a.about_first <= b.about_last + 1 AND b.about_first <= a.about_last + 1
        END
),
ends AS (
    SELECT claim_id, lag(char_end) OVER (PARTITION BY article_id ORDER BY char_start) AS previous_end FROM claims
),
pairs_in_article AS (
    SELECT a.claim_id AS one, b.claim_id AS other, a.char_start AS at,
        -- of one time, or told in one breath; two polls of other days may both be right
        a.figure_id = b.figure_id AND a.counted_as IS NOT DISTINCT FROM b.counted_as AND a.status = 'asserted' AND b.status = 'asserted' AND (a.subject IS NOT NULL OR a.place IS NOT NULL)
            AND (a.period = b.period OR (a.metric <> 'share' AND b.char_start - a.char_end < 200)) AS is_one_figure,
        -- what leads to the later number from the one before it, at most about two sentences, and what its sentence adds
        substring(t.text, greatest(e.previous_end, b.char_start - 200) + 1, b.char_start - greatest(e.previous_end, b.char_start - 200)) AS words_before,
        substring(t.text, b.char_end + 1, c.sentence_end - b.char_end) AS words_after
    FROM spoken a
    JOIN spoken b ON a.article_id = b.article_id AND a.char_start < b.char_start AND a.source_id IS NOT NULL AND b.source_id IS NOT NULL
    JOIN ends e ON e.claim_id = b.claim_id
    JOIN claims c ON c.claim_id = b.claim_id
    JOIN articles t ON t.article_id = c.article_id AND t.text_hash = c.text_hash
    WHERE a.speaker <> b.speaker AND (a.most < b.least OR b.most < a.least)
        AND (a.period IS NULL OR b.period IS NULL OR (a.about_first <= b.about_last AND b.about_first <= a.about_last))
        -- numbers of another size count something else
        AND greatest(abs(a.value), abs(b.value)) <= 10 * least(abs(a.value), abs(b.value))
        AND ((a.figure_id = b.figure_id AND a.counted_as IS NOT DISTINCT FROM b.counted_as) OR (
            -- loosely the same and not far
            a.is_only AND b.is_only AND b.char_start - a.char_end < 1500
            AND (a.subject IS NULL OR b.subject IS NULL OR a.subject = b.subject)
            AND (a.place IS NULL OR b.place IS NULL OR a.place = b.place OR NOT regexp_matches(a.place, '\p{Lu}') OR NOT regexp_matches(b.place, '\p{Lu}'))
            AND CASE
                WHEN a.is_just_people OR b.is_just_people
                -- people against the miners who they are, not against some of them
                THEN (contains(a.counted_as || b.counted_as, ' ') IS NOT TRUE)
                    AND NOT list_has_any([a.counted_head, b.counted_head], ['child', 'woman', 'girl', 'boy', 'baby', 'civilian', 'officer', 'soldier'])
                    AND a.metric IN ('killed', 'wounded', 'casualties', 'missing', 'captured', 'displaced', 'affected', 'population', 'personnel')
                    AND (a.metric = b.metric
                        OR (a.metric = 'population' AND b.metric IN ('missing', 'captured', 'displaced', 'affected', 'personnel'))
                        OR (b.metric = 'population' AND a.metric IN ('missing', 'captured', 'displaced', 'affected', 'personnel')))
                WHEN a.metric = 'money' AND b.metric = 'money'
                THEN (a.unit = b.unit OR (a.unit_without_time = b.unit_without_time AND a.has_time <> b.has_time))
                    AND (a.head IS NOT DISTINCT FROM b.head OR a.head IS NULL OR b.head IS NULL
                        OR a.head IN ('cost', 'sum', 'amount', 'price', 'bill', 'total', 'value') OR b.head IN ('cost', 'sum', 'amount', 'price', 'bill', 'total', 'value'))
                ELSE a.metric = b.metric AND a.unit = b.unit AND a.head = b.head
            END
        ))
),
within_article AS (
    SELECT p.one, p.other, CASE WHEN p.is_one_figure THEN 'one figure' ELSE 'disputed in the text' END AS basis
    FROM pairs_in_article p
    WHERE p.is_one_figure
        OR regexp_matches(p.words_before, '(?i)\b(disput(e|es|ed|ing)|den(y|ies|ied|ying)|reject(s|ed|ing)?|contradict(s|ed|ing)?|contest(s|ed|ing)?|challeng(es|ed|ing)|refut(es|ed|ing)|rebut(s|ted)|countered|disagree(s|d|ing)?|argu(es|ed|ing)|insist(s|ed|ing)?|dismiss(es|ed|ing)?|inflated|exaggerat(e|es|ed|ing)|under(estimat|count|stat)\w+|overstat\w+|wrong|false|untrue|mislead(ing|s)?|(far|much|considerably|significantly) (higher|lower|larger|smaller|bigger|more|fewer|less)|(true|real|actual) (number|figure|toll|count|cost|total|sum|size|price|rate|share|extent)|put (it|(the|that|this|its|their) (number|figure|toll|count|cost|total|sum|size|price)) at)\b')
        OR regexp_matches(p.words_after, '(?i)\b(disput|contradict|refut|rebutt|challeng|reject|dismiss)(es|s|ed|ing)\b')
    -- the nearest before it is what it disputes
    QUALIFY basis = 'one figure' OR row_number() OVER (PARTITION BY p.other, basis ORDER BY p.at DESC) = 1
),
pairs AS (
    FROM between_stories UNION ALL FROM within_article
)
SELECT
    p.basis, a.figure, a.unit,
    a.source AS source_a, a.comparator AS comparator_a, a.low AS low_a, a.high AS high_a, a.number_text AS number_a,
    a.publisher AS publisher_a, a.published_on AS published_a, a.period AS period_a, a.sentence AS sentence_a,
    b.source AS source_b, b.comparator AS comparator_b, b.low AS low_b, b.high AS high_b, b.number_text AS number_b,
    b.publisher AS publisher_b, b.published_on AS published_b, b.period AS period_b, b.sentence AS sentence_b,
    a.claim_id AS claim_id_a, b.claim_id AS claim_id_b, a.figure_id AS figure_id_a, b.figure_id AS figure_id_b
FROM pairs p
JOIN spoken a ON a.claim_id IN (p.one, p.other)
JOIN spoken b ON b.claim_id IN (p.one, p.other) AND b.claim_id <> a.claim_id
WHERE a.most < b.least
    AND a.speaker <> b.speaker AND lower(a.source) <> lower(b.source)
    -- two polls may both be right
    AND NOT (a.metric = 'share' AND regexp_matches(a.source, '(?i)poll|survey') AND regexp_matches(b.source, '(?i)poll|survey'))
    AND a.direction IS NOT DISTINCT FROM b.direction
    -- sixteen in a day say nothing against hundreds since December
    AND (a.period IS NULL OR b.period IS NULL OR a.days_counted IS NULL OR b.days_counted IS NULL OR greatest(a.days_counted, b.days_counted) <= 2 * least(a.days_counted, b.days_counted));
