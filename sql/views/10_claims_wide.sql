-- One row a claim, with what the tables around it say of its article, source and figure: the view to start with.
--   source_name: The source's commonest full name across articles.
--   source_kind: What kind of source it is.
--   source_is_named: Whether it has a name of its own; who has none is a source of one article only.
--   figure: The figure in words.
CREATE OR REPLACE VIEW claims_wide AS
SELECT
    c.claim_id, a.publisher, a.title, a.url, c.published_on,
    c.number_text, c.comparator, c.low, c.high, c.trend, c.unit, c.counted, c.counted_head, c.metric, c.subject, c.place, c.status,
    c.source, s.name AS source_name, s.kind AS source_kind, s.is_named AS source_is_named, c.source_chain, c.quote, c.stated_on, c.period, c.sentence,
    f.label AS figure, c.stated_first, c.stated_last, c.period_first, c.period_last, c.char_start, c.char_end,
    c.article_id, c.version, c.source_id, c.figure_id, a.story_id, a.is_story_origin, a.is_example, c.arrival_date,
    c.extractor_version, c.load_id
FROM claims c
JOIN articles a ON a.article_id = c.article_id AND a.text_hash = c.text_hash
LEFT JOIN sources s ON s.source_id = c.source_id
LEFT JOIN figures f ON f.figure_id = c.figure_id;
