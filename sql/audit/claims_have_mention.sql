SELECT c.claim_id, c.mention_id
FROM claims c
WHERE NOT EXISTS (SELECT 1 FROM mentions m WHERE m.mention_id = c.mention_id AND m.is_claim)
