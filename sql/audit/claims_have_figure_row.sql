SELECT c.claim_id, c.figure_id
FROM claims c LEFT JOIN figures f USING (figure_id)
WHERE c.figure_id IS NOT NULL AND f.label IS NULL
