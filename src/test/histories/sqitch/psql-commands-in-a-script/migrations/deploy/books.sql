\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE :"shelf".books (id integer PRIMARY KEY);
\ir ../deploy/more.sql
COMMIT;
