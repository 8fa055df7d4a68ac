-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE article_arrivals (
    article_id VARCHAR NOT NULL,
    text_hash VARCHAR NOT NULL,
    arrival_date DATE NOT NULL,
    found_at TIMESTAMPTZ,
    document_id VARCHAR NOT NULL,
    document_index BIGINT NOT NULL,
    PRIMARY KEY (article_id, text_hash, arrival_date)
);
COMMENT ON TABLE article_arrivals IS 'One row is a text of an article as found on one day; the earliest day owns the text''s rows in the other tables.';
COMMENT ON COLUMN article_arrivals.article_id IS 'The article: hash of publisher and canonical URL, or of publisher and text where there is no URL.';
COMMENT ON COLUMN article_arrivals.text_hash IS 'SHA-256 of articles.text: with article_id it names one version, whatever was loaded before.';
COMMENT ON COLUMN article_arrivals.arrival_date IS 'The day on which the document was found, in the configured time zone; the partition.';
COMMENT ON COLUMN article_arrivals.found_at IS 'When its document was found. Unit: UTC.';
COMMENT ON COLUMN article_arrivals.document_id IS 'The landed document that it was read from.';
COMMENT ON COLUMN article_arrivals.document_index IS 'Position within the document, where one holds several articles.';
