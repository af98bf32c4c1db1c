-- atlas:txmode none

CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX CONCURRENTLY books_title ON books (id);
