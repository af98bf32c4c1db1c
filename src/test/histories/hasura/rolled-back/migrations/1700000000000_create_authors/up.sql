CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm');
