-- atlas:checkpoint

CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm');
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors, title text);
CREATE INDEX books_title ON books (title);
