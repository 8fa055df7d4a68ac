-- Claims that the article makes in its own voice: the first to check before they are repeated.
CREATE OR REPLACE VIEW unsourced_claims AS
SELECT claim_id, publisher, title, published_on, number_text, comparator, low, high, unit, counted, metric, subject, place, status, period, sentence, url, article_id
FROM claims_wide
WHERE source IS NULL;
