-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE ${BOOKS:-books} (id integer PRIMARY KEY, title text DEFAULT '$TITLE');
-- +goose ENVSUB OFF
CREATE FUNCTION price() RETURNS text LANGUAGE sql AS $$ SELECT '${PRICE}' $$;
-- +goose Down
DROP TABLE books;
