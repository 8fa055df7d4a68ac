-- The sources behind most numbers
-- Each source with its kind, its claims, and how often it is contradicted by others.
-- $kind VARCHAR = : One of person, organisation, document, group, anonymous, unknown; all when empty.
SELECT name, kind, claim_count, article_count, publisher_count, commonest_metric, round(direct_share, 2) AS direct_share, contradicted_count
FROM source_profile
WHERE $kind IS NULL OR kind = $kind
ORDER BY claim_count DESC, name
