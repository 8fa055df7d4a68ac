SELECT c.claim_id, c.source, c.source_id
FROM claims c LEFT JOIN sources s USING (source_id)
WHERE (c.source IS NULL) <> (c.source_id IS NULL)
    OR (c.source_id IS NOT NULL AND s.name IS NULL)
    OR (c.source IS NOT NULL AND NOT list_contains(s.aliases, c.source))
