-- Who leaves numbers without a source
-- Publishers by the share of claims that no source stands behind.
-- $at_least BIGINT = 1: Fewest claims of a publisher to be listed.
SELECT publisher, count(*) AS claims, count(*) FILTER (source IS NULL) AS unsourced, round(avg((source IS NULL)::INTEGER), 3) AS unsourced_share
FROM claims_wide
GROUP BY publisher
HAVING count(*) >= $at_least
ORDER BY unsourced_share DESC, claims DESC, publisher
