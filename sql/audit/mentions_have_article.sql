SELECT m.mention_id, m.article_id, m.version
FROM mentions m
WHERE NOT EXISTS (
    SELECT 1 FROM articles a WHERE a.article_id = m.article_id AND a.text_hash = m.text_hash AND a.version = m.version
)
