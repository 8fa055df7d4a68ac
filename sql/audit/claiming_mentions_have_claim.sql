SELECT m.mention_id, m.article_id, m.number_text
FROM mentions m JOIN articles a ON a.article_id = m.article_id AND a.text_hash = m.text_hash AND a.is_current
WHERE m.is_claim
    AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.mention_id = m.mention_id)
    AND NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.stage = 'claims' AND q.origin = m.mention_id)
