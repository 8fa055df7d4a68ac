-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE articles (
    article_id VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    is_current BOOLEAN NOT NULL,
    document_id VARCHAR NOT NULL,
    document_index BIGINT NOT NULL,
    arrival_date DATE NOT NULL,
    url VARCHAR,
    canonical_url VARCHAR,
    publisher VARCHAR NOT NULL,
    publisher_origin VARCHAR NOT NULL CHECK (publisher_origin IN ('given', 'front_matter', 'fields', 'json_ld', 'open_graph', 'meta', 'feed', 'url', 'dateline', 'text', 'header', 'host', 'file_time', 'folder', 'detected')),
    title VARCHAR,
    authors VARCHAR[] NOT NULL,
    section VARCHAR,
    language VARCHAR NOT NULL,
    language_origin VARCHAR NOT NULL CHECK (language_origin IN ('given', 'front_matter', 'fields', 'json_ld', 'open_graph', 'meta', 'feed', 'url', 'dateline', 'text', 'header', 'host', 'file_time', 'folder', 'detected')),
    published_on DATE NOT NULL,
    published_at TIMESTAMPTZ,
    published_text VARCHAR,
    published_origin VARCHAR NOT NULL CHECK (published_origin IN ('given', 'front_matter', 'fields', 'json_ld', 'open_graph', 'meta', 'feed', 'url', 'dateline', 'text', 'header', 'host', 'file_time', 'folder', 'detected')),
    modified_at TIMESTAMPTZ,
    text VARCHAR NOT NULL,
    text_hash VARCHAR NOT NULL,
    marked_spans VARCHAR NOT NULL,
    word_count BIGINT NOT NULL,
    story_id VARCHAR NOT NULL,
    is_story_origin BOOLEAN NOT NULL,
    is_example BOOLEAN NOT NULL,
    load_id VARCHAR NOT NULL,
    PRIMARY KEY (article_id, version)
);
COMMENT ON TABLE articles IS 'One row is a readable article, one version of it.';
COMMENT ON COLUMN articles.article_id IS 'The article: hash of publisher and canonical URL, or of publisher and text where there is no URL.';
COMMENT ON COLUMN articles.version IS 'Version of the article, from 1 in order of arrival; a changed text is the next one.';
COMMENT ON COLUMN articles.is_current IS 'Whether it is the newest version of the article.';
COMMENT ON COLUMN articles.document_id IS 'The landed document that it was read from.';
COMMENT ON COLUMN articles.document_index IS 'Position within the document, where one holds several articles.';
COMMENT ON COLUMN articles.arrival_date IS 'The day on which the document was found, in the configured time zone; the partition.';
COMMENT ON COLUMN articles.url IS 'Address as found.';
COMMENT ON COLUMN articles.canonical_url IS 'Address without tracking parameters and variants.';
COMMENT ON COLUMN articles.publisher IS 'Who published it.';
COMMENT ON COLUMN articles.publisher_origin IS 'What evidence gave the publisher.';
COMMENT ON COLUMN articles.title IS 'Headline.';
COMMENT ON COLUMN articles.authors IS 'Authors as named.';
COMMENT ON COLUMN articles.section IS 'Section of the publication.';
COMMENT ON COLUMN articles.language IS 'ISO 639-1 code of the text''s language.';
COMMENT ON COLUMN articles.language_origin IS 'What evidence gave the language.';
COMMENT ON COLUMN articles.published_on IS 'Publication day in the publisher''s zone.';
COMMENT ON COLUMN articles.published_at IS 'Publication time, where the evidence gives one. Unit: UTC.';
COMMENT ON COLUMN articles.published_text IS 'The publication date as written.';
COMMENT ON COLUMN articles.published_origin IS 'What evidence gave the publication date.';
COMMENT ON COLUMN articles.modified_at IS 'When the publisher says it was changed. Unit: UTC.';
COMMENT ON COLUMN articles.text IS 'Title, blank line, body; never changed after landing; all offsets are into it.';
COMMENT ON COLUMN articles.text_hash IS 'SHA-256 of articles.text: with article_id it names one version, whatever was loaded before.';
COMMENT ON COLUMN articles.marked_spans IS 'JSON list of [start, end, reason] of page furniture that makes no claims.';
COMMENT ON COLUMN articles.word_count IS 'Words of the text. Unit: word.';
COMMENT ON COLUMN articles.story_id IS 'Group of near-identical articles (syndicated copies); its own article_id when alone.';
COMMENT ON COLUMN articles.is_story_origin IS 'Whether it is the likely origin of its story.';
COMMENT ON COLUMN articles.is_example IS 'Whether it is one of the examples that come with the product.';
COMMENT ON COLUMN articles.load_id IS 'The load that first wrote this row.';
