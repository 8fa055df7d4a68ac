SELECT article_id, list_sort(list(version)) AS versions
FROM articles
GROUP BY article_id
HAVING min(version) <> 1 OR max(version) <> count(*)
