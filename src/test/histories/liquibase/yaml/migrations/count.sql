CREATE OR REPLACE FUNCTION customer_count() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    -- a comment that stays
    RETURN (SELECT count(*) FROM customers);
END;
$$;
