SELECT a.article_id, a.document_id
FROM articles a
WHERE NOT EXISTS (SELECT 1 FROM landed l WHERE l.document_id = a.document_id)
