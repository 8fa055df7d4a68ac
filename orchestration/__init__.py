"""Everything that runs the pipeline: settings, Dagster definitions, landing, the warehouse and the command line.

It sees `transforms`, `expectations` and `sql`; none of them sees it.
"""
