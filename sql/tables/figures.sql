-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE figures (
    figure_id VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    metric VARCHAR NOT NULL CHECK (metric IN ('killed', 'wounded', 'casualties', 'missing', 'captured', 'displaced', 'affected', 'personnel', 'population', 'equipment', 'attacks', 'infrastructure', 'money', 'share', 'measure', 'other')),
    unit VARCHAR,
    counted_head VARCHAR,
    subject VARCHAR,
    place VARCHAR,
    claim_count BIGINT NOT NULL,
    article_count BIGINT NOT NULL,
    source_count BIGINT NOT NULL,
    first_published DATE,
    last_published DATE,
    PRIMARY KEY (figure_id)
);
COMMENT ON TABLE figures IS 'One row is one thing being counted, across articles.';
COMMENT ON COLUMN figures.figure_id IS 'Hash of metric, unit, counted head, subject and place.';
COMMENT ON COLUMN figures.label IS 'The figure in words.';
COMMENT ON COLUMN figures.metric IS 'The normalised kind of figure.';
COMMENT ON COLUMN figures.unit IS 'Unit of its numbers.';
COMMENT ON COLUMN figures.counted_head IS 'Lower-case singular head noun of the thing counted.';
COMMENT ON COLUMN figures.subject IS 'Whose figure it is.';
COMMENT ON COLUMN figures.place IS 'Where.';
COMMENT ON COLUMN figures.claim_count IS 'Claims about it. Unit: claim.';
COMMENT ON COLUMN figures.article_count IS 'Articles that give it. Unit: article.';
COMMENT ON COLUMN figures.source_count IS 'Different named sources that give it. Unit: source.';
COMMENT ON COLUMN figures.first_published IS 'Publication day of the first claim.';
COMMENT ON COLUMN figures.last_published IS 'Publication day of the last claim.';
