SELECT f.figure_id, f.label, f.claim_count, f.article_count, n.claims, n.articles
FROM figures f
LEFT JOIN (SELECT figure_id, count(*) AS claims, count(DISTINCT article_id) AS articles FROM claims GROUP BY figure_id) n USING (figure_id)
WHERE (f.claim_count, f.article_count) IS DISTINCT FROM (n.claims, n.articles)
