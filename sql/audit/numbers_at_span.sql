SELECT c.claim_id, c.number_text, c.char_start, c.char_end
FROM claims c JOIN articles a ON a.article_id = c.article_id AND a.text_hash = c.text_hash
WHERE c.load_id = coalesce(getvariable('load_id')::VARCHAR, c.load_id)
    AND substring(a.text, c.char_start + 1, c.char_end - c.char_start) <> c.number_text
