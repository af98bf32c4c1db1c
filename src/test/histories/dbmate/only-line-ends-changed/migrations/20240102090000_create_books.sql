-- migrate:up
CREATE TABLE books (
    id integer PRIMARY KEY,
    author_id integer NOT NULL REFERENCES authors,
    title text
);
CREATE INDEX books_title ON books (title);

-- migrate:down
DROP TABLE books;
