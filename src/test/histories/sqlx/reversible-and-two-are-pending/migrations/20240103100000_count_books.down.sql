DROP FUNCTION count_books(bigint);
