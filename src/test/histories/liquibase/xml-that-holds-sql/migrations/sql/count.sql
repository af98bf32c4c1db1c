CREATE FUNCTION order_count() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    -- counted
    RETURN (SELECT count(*) FROM orders);
END;
$$;
