insert into authors (name) values ('Ada');
