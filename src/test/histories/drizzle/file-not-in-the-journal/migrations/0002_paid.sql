CREATE FUNCTION paid(customer integer) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT count(*) FROM orders WHERE customer_id = customer AND status = 'paid');
END;
$$;
COMMENT ON FUNCTION paid(integer) IS 'how many; of one customer';
--> statement-breakpoint
ALTER TABLE orders ADD COLUMN note text;
