-- The newest asserted value of each figure, thing counted and direction from each source.
--   counted_as: The thing counted, with its modifiers; "people" for people without any (figure_claims).
--   direction: The trend, where a rise or fall may be what the number counts; null for tolls, which are only told to rise.
--   source: Name of the source; the publisher where the article claims it itself.
--   given_on: Last day of stated_on, else the publication day.
--   value: Middle of the interval, or its only end. Unit: the row's unit.
--   previous_value: The value that the same source gave before.
--   change: value minus previous_value.
--   figure: The figure in words.
CREATE OR REPLACE VIEW latest_figures AS
SELECT figure_id, figure, counted_as, direction, source, source_id, given_on, comparator, low, high, value, unit, previous_value, change, publisher, number_text, period, claim_id
FROM figure_history
WHERE status = 'asserted'
QUALIFY row_number() OVER (PARTITION BY figure_id, counted_as, direction, coalesce(source_id, 'publisher ' || publisher) ORDER BY given_on DESC, period DESC NULLS LAST, claim_id) = 1;
