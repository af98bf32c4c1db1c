BEGIN;
DROP FUNCTION count_books(integer);
COMMIT;
