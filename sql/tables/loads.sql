-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE loads (
    load_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ NOT NULL,
    outcome VARCHAR NOT NULL CHECK (outcome IN ('published', 'unchanged', 'stopped', 'failed')),
    message VARCHAR,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    extractor_version VARCHAR NOT NULL,
    package_versions VARCHAR NOT NULL,
    landed_count BIGINT NOT NULL,
    article_count BIGINT NOT NULL,
    mention_count BIGINT NOT NULL,
    date_count BIGINT NOT NULL,
    claim_count BIGINT NOT NULL,
    claims_added BIGINT NOT NULL,
    claims_removed BIGINT NOT NULL,
    quarantined_count BIGINT NOT NULL,
    word_count BIGINT NOT NULL,
    claims_per_1000_words DOUBLE,
    sourced_share DOUBLE,
    other_metric_share DOUBLE,
    PRIMARY KEY (load_id)
);
COMMENT ON TABLE loads IS 'One row is one load.';
COMMENT ON COLUMN loads.load_id IS 'The load: UTC time stamp and the Dagster run''s first characters.';
COMMENT ON COLUMN loads.run_id IS 'The Dagster run.';
COMMENT ON COLUMN loads.started_at IS 'When it started. Unit: UTC.';
COMMENT ON COLUMN loads.finished_at IS 'When it ended. Unit: UTC.';
COMMENT ON COLUMN loads.outcome IS 'How it ended.';
COMMENT ON COLUMN loads.message IS 'Why it stopped or failed.';
COMMENT ON COLUMN loads.first_day IS 'First day of arrival that it covered.';
COMMENT ON COLUMN loads.last_day IS 'Last day of arrival that it covered.';
COMMENT ON COLUMN loads.extractor_version IS 'Version of the extraction.';
COMMENT ON COLUMN loads.package_versions IS 'Versions of the packages that matter to the result, as JSON.';
COMMENT ON COLUMN loads.landed_count IS 'Documents in those days. Unit: document.';
COMMENT ON COLUMN loads.article_count IS 'Articles in those days. Unit: article.';
COMMENT ON COLUMN loads.mention_count IS 'Mentions in those days. Unit: mention.';
COMMENT ON COLUMN loads.date_count IS 'Time expressions in those days. Unit: time expression.';
COMMENT ON COLUMN loads.claim_count IS 'Claims in those days. Unit: claim.';
COMMENT ON COLUMN loads.claims_added IS 'Claims that the warehouse did not have. Unit: claim.';
COMMENT ON COLUMN loads.claims_removed IS 'Claims that were superseded. Unit: claim.';
COMMENT ON COLUMN loads.quarantined_count IS 'Rows put in quarantine. Unit: row.';
COMMENT ON COLUMN loads.word_count IS 'Words of the articles. Unit: word.';
COMMENT ON COLUMN loads.claims_per_1000_words IS 'Density of claims. Unit: claim per 1,000 words.';
COMMENT ON COLUMN loads.sourced_share IS 'Share of claims with a source. Unit: fraction.';
COMMENT ON COLUMN loads.other_metric_share IS 'Share of claims whose metric is other. Unit: fraction.';
