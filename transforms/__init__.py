"""Pure steps from documents to claims: text and Polars frames in, frames out; no Dagster, DuckDB, clock or network."""
