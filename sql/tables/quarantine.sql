-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE quarantine (
    quarantine_id VARCHAR NOT NULL,
    stage VARCHAR NOT NULL CHECK (stage IN ('landed', 'articles', 'mentions', 'dates', 'claims', 'warehouse')),
    reason VARCHAR NOT NULL CHECK (reason IN ('unreadable', 'too_large', 'outside_inbox', 'archive_limit', 'truncated', 'unsupported_format', 'empty', 'binary', 'encoding', 'malformed', 'missing_field', 'wrong_type', 'no_text', 'no_date', 'date_out_of_range', 'language', 'no_publisher', 'timeout', 'forgotten', 'expectation', 'extraction_error')),
    detail VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    document_id VARCHAR,
    row_json VARCHAR NOT NULL,
    arrival_date DATE NOT NULL,
    load_id VARCHAR NOT NULL,
    PRIMARY KEY (quarantine_id)
);
COMMENT ON TABLE quarantine IS 'One row is something that could not be used, with the reason and all of it.';
COMMENT ON COLUMN quarantine.quarantine_id IS 'Hash of stage, reason, origin and row.';
COMMENT ON COLUMN quarantine.stage IS 'Where it was stopped.';
COMMENT ON COLUMN quarantine.reason IS 'Why, from a closed list.';
COMMENT ON COLUMN quarantine.detail IS 'The thing, the value, what was expected and what to do.';
COMMENT ON COLUMN quarantine.origin IS 'Path or URL, or the row''s key.';
COMMENT ON COLUMN quarantine.document_id IS 'The landed document, where there is one.';
COMMENT ON COLUMN quarantine.row_json IS 'The whole row as JSON.';
COMMENT ON COLUMN quarantine.arrival_date IS 'The day on which the document was found, in the configured time zone; the partition.';
COMMENT ON COLUMN quarantine.load_id IS 'The load that first wrote this row.';
