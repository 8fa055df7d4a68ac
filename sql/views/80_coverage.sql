-- Articles, words and claims for each day of publication and publisher, and how many articles make no claim at all.
--   copy_count: Articles that copy another's story. Unit: article.
--   articles_without_claim: Articles in which no number claims anything. Unit: article.
--   article_count: Current articles. Unit: article.
--   claim_count: Their claims. Unit: claim.
--   word_count: Their words. Unit: word.
CREATE OR REPLACE VIEW coverage AS
WITH counted AS (
    SELECT a.published_on, a.publisher, a.word_count, a.is_story_origin, count(c.claim_id) AS claims, count(c.source) AS sourced
    FROM articles a
    LEFT JOIN claims c ON c.article_id = a.article_id AND c.text_hash = a.text_hash
    WHERE a.is_current
    GROUP BY a.article_id, a.published_on, a.publisher, a.word_count, a.is_story_origin
)
SELECT
    published_on, publisher,
    count(*) AS article_count,
    count(*) FILTER (NOT is_story_origin) AS copy_count,
    count(*) FILTER (claims = 0) AS articles_without_claim,
    sum(word_count)::BIGINT AS word_count,
    sum(claims)::BIGINT AS claim_count,
    sum(claims) * 1000.0 / nullif(sum(word_count), 0) AS claims_per_1000_words,
    sum(sourced) / nullif(sum(claims), 0) AS sourced_share
FROM counted
GROUP BY published_on, publisher;
