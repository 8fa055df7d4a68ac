SELECT s.source_id, s.name, s.claim_count, s.article_count, n.claims, n.articles
FROM sources s
LEFT JOIN (SELECT source_id, count(*) AS claims, count(DISTINCT article_id) AS articles FROM claims GROUP BY source_id) n USING (source_id)
WHERE (s.claim_count, s.article_count) IS DISTINCT FROM (n.claims, n.articles)
