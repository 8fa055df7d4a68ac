-- Figures that were revised
-- Every step by which a source changed a figure, biggest relative change first.
-- $since DATE = 1990-01-01: First day of the statements looked at.
SELECT figure, source, given_on, previous_value, value, change, change / nullif(abs(previous_value), 0) AS relative_change, days_since_previous, unit, claim_id
FROM figure_history
WHERE change <> 0 AND given_on >= $since
ORDER BY abs(relative_change) DESC NULLS LAST, given_on, claim_id
