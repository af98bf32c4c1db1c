CREATE TYPE mood AS ENUM ('grave', 'merry');
CREATE TABLE authors (
    id SERIAL PRIMARY KEY,
    name VARCHAR NOT NULL,
    mood mood NOT NULL DEFAULT 'grave'
);
