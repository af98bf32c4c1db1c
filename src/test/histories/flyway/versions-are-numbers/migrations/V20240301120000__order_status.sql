CREATE TYPE order_status AS ENUM ('new', 'paid; sent');
ALTER TABLE orders ADD COLUMN status order_status NOT NULL DEFAULT 'new';

CREATE FUNCTION open_orders(customer integer) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    -- a semicolon; in a comment
    RETURN (SELECT count(*) FROM orders WHERE customer_id = customer AND status = 'new');
END;
$$;
