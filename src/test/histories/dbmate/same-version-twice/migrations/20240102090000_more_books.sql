-- migrate:up
CREATE TABLE reviews (id integer PRIMARY KEY);
-- migrate:down
DROP TABLE reviews;
