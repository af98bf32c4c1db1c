-- +goose Up
CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX books_title ON books (title);
-- +goose Down
DROP TABLE books;
