INSERT INTO authors (name) VALUES ('Nobody');
