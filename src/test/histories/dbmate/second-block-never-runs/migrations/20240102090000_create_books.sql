-- migrate:up
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors);

-- migrate:down
DROP TABLE books;

-- migrate:up
CREATE TABLE reviews (id integer PRIMARY KEY, book_id integer NOT NULL REFERENCES books);

-- migrate:down
DROP TABLE reviews;
