BEGIN;

CREATE OR REPLACE FUNCTION count_books(author integer) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM books WHERE author_id = author AND title <> '';
$$;

COMMIT;
