CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX books_title ON books (title);
