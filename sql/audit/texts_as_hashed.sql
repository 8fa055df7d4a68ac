SELECT article_id, text_hash
FROM articles
WHERE load_id = coalesce(getvariable('load_id')::VARCHAR, load_id) AND sha256(text) <> text_hash
