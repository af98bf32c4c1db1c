create index concurrently authors_name on authors (name);
