CREATE TABLE refunds (id bigint PRIMARY KEY);
ALTER TABLE no_such_table ADD x int;
