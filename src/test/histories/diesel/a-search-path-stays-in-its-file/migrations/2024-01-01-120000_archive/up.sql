CREATE SCHEMA archive;
SET search_path TO archive;
CREATE TABLE notes (id INTEGER PRIMARY KEY);
SET search_path TO DEFAULT;
