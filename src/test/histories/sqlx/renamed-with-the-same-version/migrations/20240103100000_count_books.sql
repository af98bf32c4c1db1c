CREATE FUNCTION count_books(author bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM books WHERE author_id = author;
$$;
