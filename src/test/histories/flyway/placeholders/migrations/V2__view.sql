CREATE VIEW ${flyway:defaultSchema}.emails${suffix} AS SELECT email FROM customers;
COMMENT ON VIEW emails${SUFFIX} IS 'for ${reader}, by ${flyway:filename}, see ${flyway:table}';
