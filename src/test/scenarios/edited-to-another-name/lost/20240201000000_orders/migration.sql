CREATE TABLE "orders" ("id" INTEGER PRIMARY KEY, "client_id" INTEGER);
