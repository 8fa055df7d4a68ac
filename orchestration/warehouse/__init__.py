"""The warehouse file: built aside by one load, audited, published for readers, rolled back, queried.

It never lands or extracts anything. The calls that others make:

    warehouse = Warehouse(settings().data_folder, settings().keep_versions, settings().duckdb_memory)   # folders.py
    load_record = LoadRecord(load_id, run_id, started_at, first_day, last_day, EXTRACTOR_VERSION)       # records.py
    load.load(warehouse, Frames(days, landed, articles, mentions, dates, claims, quarantine), load_record) -> LoadResult
    records.write_failure(warehouse, load_record, outcome, message)   a load that ended before `load`
    connect.connect(warehouse)             read-only connection to the published warehouse
    query.run(warehouse, sql), query.saved(warehouse, name, parameters), query.recent_loads(warehouse)   Polars frames
    publish.versions(warehouse), publish.rollback(warehouse, version, reason)
    forget.forget(warehouse, article id or URL, reason)
"""
