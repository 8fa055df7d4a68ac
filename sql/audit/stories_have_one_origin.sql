SELECT story_id, count(DISTINCT article_id) FILTER (is_story_origin) AS origins
FROM articles
WHERE is_current
GROUP BY story_id
HAVING origins <> 1
