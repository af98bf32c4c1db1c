-- Up Migration
CREATE TYPE status AS ENUM ('open', 'paid');
CREATE TABLE customers (
    id serial PRIMARY KEY,
    email text NOT NULL UNIQUE
);

-- Down Migration
DROP TABLE customers;
DROP TYPE status;
