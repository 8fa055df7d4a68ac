-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE landed (
    document_id VARCHAR NOT NULL,
    arrival_date DATE NOT NULL,
    found_at TIMESTAMPTZ NOT NULL,
    origin_kind VARCHAR NOT NULL CHECK (origin_kind IN ('file', 'inbox', 'stdin', 'feed', 'page', 'sitemap', 'archive_member', 'warc_record')),
    origin VARCHAR NOT NULL,
    stored_path VARCHAR NOT NULL,
    size_bytes BIGINT NOT NULL,
    media_type VARCHAR NOT NULL,
    http_status BIGINT,
    headers VARCHAR,
    given_publisher VARCHAR,
    given_published VARCHAR,
    given_country VARCHAR,
    given_zone VARCHAR,
    modified_at TIMESTAMPTZ,
    is_example BOOLEAN NOT NULL,
    load_id VARCHAR NOT NULL,
    PRIMARY KEY (document_id)
);
COMMENT ON TABLE landed IS 'One row is a document as it was found.';
COMMENT ON COLUMN landed.document_id IS 'SHA-256 of the document''s bytes and of what was said about them from outside.';
COMMENT ON COLUMN landed.arrival_date IS 'The day on which the document was found, in the configured time zone; the partition.';
COMMENT ON COLUMN landed.found_at IS 'When it was found. Unit: UTC.';
COMMENT ON COLUMN landed.origin_kind IS 'How it came.';
COMMENT ON COLUMN landed.origin IS 'Path or URL where it was found; members of archives as archive!member.';
COMMENT ON COLUMN landed.stored_path IS 'Where its bytes lie, relative to the landing folder.';
COMMENT ON COLUMN landed.size_bytes IS 'Size of the document. Unit: byte.';
COMMENT ON COLUMN landed.media_type IS 'Format recognised from the content.';
COMMENT ON COLUMN landed.http_status IS 'Status of the response that brought it.';
COMMENT ON COLUMN landed.headers IS 'Headers of the response that brought it, as JSON.';
COMMENT ON COLUMN landed.given_publisher IS 'Publisher named by who brought it (option, feed list).';
COMMENT ON COLUMN landed.given_published IS 'Publication date named by who brought it, as given.';
COMMENT ON COLUMN landed.given_country IS 'Publisher''s country named by the feed list, ISO 3166 alpha-2.';
COMMENT ON COLUMN landed.given_zone IS 'Publisher''s time zone named by the feed list, IANA name.';
COMMENT ON COLUMN landed.modified_at IS 'The file''s own modification time. Unit: UTC.';
COMMENT ON COLUMN landed.is_example IS 'Whether it is one of the examples that come with the product.';
COMMENT ON COLUMN landed.load_id IS 'The load that first wrote this row.';
