-- The Up part is what follows.
-- +goose Up
CREATE TABLE books (
    id integer PRIMARY KEY,
    author_id integer NOT NULL REFERENCES authors, -- a comment; within
    title text
);

-- kept: buffer is empty
CREATE INDEX books_title ON books (title); CREATE INDEX books_author ON books (author_id);

-- +goose Down
DROP TABLE books;
