CREATE INDEX orders_customer_idx ON orders (customer_id);
CREATE FUNCTION order_count(c bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT count(*) FROM orders WHERE customer_id = c);
END
$$;
