-- migrate:up transaction:false
CREATE UNIQUE INDEX CONCURRENTLY authors_name ON authors (name);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY authors_name;
