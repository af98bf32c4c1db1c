CREATE UNIQUE INDEX CONCURRENTLY authors_name ON authors (name);
