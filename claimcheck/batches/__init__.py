"""Many articles: durable runs on DBOS, on SQLite in one process or on PostgreSQL with any number of workers."""
