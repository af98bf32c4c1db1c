CREATE TABLE "invoices" ("id" INTEGER PRIMARY KEY);
INSERT INTO "invoices" SELECT "no_such_column" FROM "users";
