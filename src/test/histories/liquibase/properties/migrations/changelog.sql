--liquibase formatted sql
--property name:text.type value:varchar(80)
--property name:text.type value:clob dbms:oracle

--changeset ann:customers
CREATE TABLE ${table.name} (id integer PRIMARY KEY, email ${text.type}, note text DEFAULT '${unknown}');
