SELECT article_id, count(*) FILTER (is_current) AS current_versions, max(version) AS newest
FROM articles
GROUP BY article_id
HAVING current_versions <> 1 OR max(version) FILTER (is_current) <> newest
