-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`
CREATE TABLE check_results (
    load_id VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    check_name VARCHAR NOT NULL,
    "partition" VARCHAR NOT NULL,
    column_name VARCHAR,
    severity VARCHAR NOT NULL CHECK (severity IN ('error', 'warning')),
    is_row_level BOOLEAN NOT NULL,
    passed BOOLEAN NOT NULL,
    observed_value VARCHAR,
    failing_count BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    sample_json VARCHAR,
    checked_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (load_id, table_name, check_name, "partition")
);
COMMENT ON TABLE check_results IS 'One row is one expectation in one load.';
COMMENT ON COLUMN check_results.load_id IS 'The load that ran the check.';
COMMENT ON COLUMN check_results.table_name IS 'The table that was checked.';
COMMENT ON COLUMN check_results.check_name IS 'The expectation''s name.';
COMMENT ON COLUMN check_results."partition" IS 'Day or range of days that was checked; empty for the warehouse.';
COMMENT ON COLUMN check_results.column_name IS 'The column it is about.';
COMMENT ON COLUMN check_results.severity IS 'What a failure means.';
COMMENT ON COLUMN check_results.is_row_level IS 'Whether failing rows are quarantined rather than the load stopped.';
COMMENT ON COLUMN check_results.passed IS 'Whether it held.';
COMMENT ON COLUMN check_results.observed_value IS 'What was observed.';
COMMENT ON COLUMN check_results.failing_count IS 'Rows that broke it. Unit: row.';
COMMENT ON COLUMN check_results.row_count IS 'Rows that were checked. Unit: row.';
COMMENT ON COLUMN check_results.sample_json IS 'A few failing rows as JSON.';
COMMENT ON COLUMN check_results.checked_at IS 'When it ran. Unit: UTC.';
