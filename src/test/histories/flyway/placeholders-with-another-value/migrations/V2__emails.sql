CREATE VIEW plain_emails AS SELECT email AS email${suffix} FROM customers;
