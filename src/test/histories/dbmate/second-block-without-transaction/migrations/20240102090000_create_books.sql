-- migrate:up
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors);

-- migrate:down
DROP TABLE books;

-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY books_author ON books (author_id);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY books_author;
