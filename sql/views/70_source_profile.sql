-- Each source: how much it claims, of what, how firmly, how often quoted directly and how often contradicted.
--   publisher_count: Publishers that quote it. Unit: publisher.
--   figure_count: Different figures that it gives. Unit: figure.
--   commonest_metric: The metric of most of its claims.
--   direct_share: Share of its claims in quotation marks. Unit: fraction.
--   projected_share: Share of its claims about the future. Unit: fraction.
--   denial_count: Claims of others that it denies. Unit: claim.
--   hedged_share: Share of its claims that are not exact. Unit: fraction.
--   second_hand_share: Share of its claims that came through others. Unit: fraction.
--   contradicted_count: Claims of it that another source's value contradicts. Unit: claim.
CREATE OR REPLACE VIEW source_profile AS
WITH contradicted AS (
    SELECT source_id, count(DISTINCT claim_id) AS contradicted_count
    FROM claims JOIN (
        SELECT claim_id_a AS claim_id FROM conflicting_figures UNION SELECT claim_id_b FROM conflicting_figures
    ) USING (claim_id)
    GROUP BY source_id
)
SELECT
    s.source_id, s.name, s.kind, s.aliases, s.claim_count, s.article_count,
    count(DISTINCT a.publisher) AS publisher_count,
    count(DISTINCT c.figure_id) AS figure_count,
    mode(c.metric) AS commonest_metric,
    avg((c.quote = 'direct')::INTEGER) AS direct_share,
    avg((c.status = 'projected')::INTEGER) AS projected_share,
    count(*) FILTER (c.status = 'denied') AS denial_count,
    avg((c.comparator <> '=')::INTEGER) AS hedged_share,
    avg((len(c.source_chain) > 1)::INTEGER) AS second_hand_share,
    coalesce(any_value(x.contradicted_count), 0) AS contradicted_count,
    s.first_published, s.last_published
FROM sources s
JOIN claims c ON c.source_id = s.source_id
JOIN articles a ON a.article_id = c.article_id AND a.text_hash = c.text_hash
LEFT JOIN contradicted x ON x.source_id = s.source_id
GROUP BY ALL;
