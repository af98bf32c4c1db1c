-- atlas:txmode none

CREATE INDEX CONCURRENTLY authors_name ON authors (name);
CREATE INDEX CONCURRENTLY authors_mood ON authors (mood);
