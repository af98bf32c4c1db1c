SET statement_timeout = 60000;
