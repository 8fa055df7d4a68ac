SELECT d.date_id, d.article_id, d.version
FROM dates d
WHERE NOT EXISTS (
    SELECT 1 FROM articles a WHERE a.article_id = d.article_id AND a.text_hash = d.text_hash AND a.version = d.version
)
