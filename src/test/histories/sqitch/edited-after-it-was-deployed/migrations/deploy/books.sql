BEGIN;

CREATE TABLE books (
    id integer PRIMARY KEY,
    author_id integer NOT NULL REFERENCES authors (id),
    title varchar(80) NOT NULL
);
CREATE INDEX books_title ON books (title);

COMMIT;
