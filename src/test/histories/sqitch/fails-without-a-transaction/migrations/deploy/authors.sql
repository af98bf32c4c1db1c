BEGIN;

CREATE TYPE mood AS ENUM ('grave', 'merry');
CREATE TABLE authors (
    id integer PRIMARY KEY,
    name text NOT NULL,
    mood mood NOT NULL DEFAULT 'grave'
);

COMMIT;
