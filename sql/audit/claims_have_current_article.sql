SELECT c.claim_id, c.article_id, c.version
FROM claims c
WHERE NOT EXISTS (
    SELECT 1 FROM articles a
    WHERE a.article_id = c.article_id AND a.text_hash = c.text_hash AND a.version = c.version AND a.is_current
)
