SELECT c.claim_id, c.stated_date_id, c.period_date_id
FROM claims c
WHERE (c.stated_date_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates d WHERE d.date_id = c.stated_date_id))
    OR (c.period_date_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates d WHERE d.date_id = c.period_date_id))
