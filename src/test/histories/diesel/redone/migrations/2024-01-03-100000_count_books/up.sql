CREATE FUNCTION count_books(author INTEGER) RETURNS BIGINT LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM books WHERE author_id = author;
$$;
