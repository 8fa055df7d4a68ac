-- Figures that were revised
-- Every step by which a source with a name, or a publisher, changed a specific figure from one story to a later one, biggest relative change first.
-- Not seen are changes told within one article, and numbers about other times: those are in figure_history and toll_over_time.
-- $since DATE = 1990-01-01: First day of the statements looked at.
SELECT figure, source, given_on, previous_value, value, change, change / nullif(abs(previous_value), 0) AS relative_change, days_since_previous, unit, counted_as, direction, claim_id
FROM figure_history
WHERE change <> 0 AND given_on >= $since
ORDER BY abs(relative_change) DESC NULLS LAST, given_on, claim_id
