-- +goose Up
CREATE TABLE books (id integer PRIMARY KEY, author_id integer REFERENCES authors);
-- +goose Down
DROP TABLE books;
