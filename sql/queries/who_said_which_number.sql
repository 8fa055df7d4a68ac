-- Who said which number
-- The claims about a subject, newest first, each with its source and sentence.
-- $subject VARCHAR = : Whose figures, or where; all when empty.
SELECT published_on, coalesce(source_name, publisher || ' (own voice)') AS who, comparator, number_text, counted, metric, subject, place, status, stated_on, period, sentence
FROM claims_wide
WHERE $subject IS NULL OR contains(lower(coalesce(subject, '') || ' ' || coalesce(place, '')), lower($subject))
ORDER BY published_on DESC, article_id, char_start
