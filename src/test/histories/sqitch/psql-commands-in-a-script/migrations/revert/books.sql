-- Revert shop:books from pg

BEGIN;

-- XXX Add DDLs here.

COMMIT;
