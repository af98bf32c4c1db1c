BEGIN;
CREATE TABLE books (id integer PRIMARY KEY);
COMMIT;
BEGIN;
CREATE INDEX books_title ON books (title);
COMMIT;
