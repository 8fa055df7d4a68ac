-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE dates (
    date_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    text_hash VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    arrival_date DATE NOT NULL,
    char_start BIGINT NOT NULL,
    char_end BIGINT NOT NULL,
    date_text VARCHAR NOT NULL,
    timex_type VARCHAR NOT NULL CHECK (timex_type IN ('DATE', 'TIME', 'DURATION', 'SET')),
    timex_value VARCHAR,
    first_day DATE,
    last_day DATE,
    precision VARCHAR NOT NULL CHECK (precision IN ('time', 'day', 'week', 'weekend', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'century', 'unknown')),
    anchor VARCHAR NOT NULL CHECK (anchor IN ('none', 'publication', 'named')),
    sentence_start BIGINT NOT NULL,
    sentence_end BIGINT NOT NULL,
    extractor_version VARCHAR NOT NULL,
    load_id VARCHAR NOT NULL,
    PRIMARY KEY (date_id)
);
COMMENT ON TABLE dates IS 'One row is a time expression at one place.';
COMMENT ON COLUMN dates.date_id IS 'Hash of article, text and span.';
COMMENT ON COLUMN dates.article_id IS 'The article: hash of publisher and canonical URL, or of publisher and text where there is no URL.';
COMMENT ON COLUMN dates.text_hash IS 'SHA-256 of articles.text: with article_id it names one version, whatever was loaded before.';
COMMENT ON COLUMN dates.version IS 'Version of the article, from 1 in order of arrival; a changed text is the next one.';
COMMENT ON COLUMN dates.arrival_date IS 'The day on which the document was found, in the configured time zone; the partition.';
COMMENT ON COLUMN dates.char_start IS 'Where it starts in articles.text, 0-based. Unit: code point.';
COMMENT ON COLUMN dates.char_end IS 'Where it ends in articles.text, exclusive. Unit: code point.';
COMMENT ON COLUMN dates.date_text IS 'The expression as written.';
COMMENT ON COLUMN dates.timex_type IS 'TIMEX3 type.';
COMMENT ON COLUMN dates.timex_value IS 'TIMEX3 value.';
COMMENT ON COLUMN dates.first_day IS 'First day meant; null when open or unknown.';
COMMENT ON COLUMN dates.last_day IS 'Last day meant; null when open or unknown.';
COMMENT ON COLUMN dates.precision IS 'How precise the text is.';
COMMENT ON COLUMN dates.anchor IS 'What it was resolved against.';
COMMENT ON COLUMN dates.sentence_start IS 'Where its sentence starts in articles.text, 0-based. Unit: code point.';
COMMENT ON COLUMN dates.sentence_end IS 'Where its sentence ends in articles.text, exclusive. Unit: code point.';
COMMENT ON COLUMN dates.extractor_version IS 'Version of the extraction that read this row out of the text.';
COMMENT ON COLUMN dates.load_id IS 'The load that first wrote this row.';
