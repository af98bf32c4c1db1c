--liquibase formatted sql
--changeset ann:1
CREATE TABLE notes (id bigint PRIMARY KEY);
