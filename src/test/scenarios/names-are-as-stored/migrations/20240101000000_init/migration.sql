CREATE TABLE "User Accounts" ("Id" INTEGER PRIMARY KEY, "e-mail" TEXT);
CREATE TABLE "user accounts" ("Id" INTEGER PRIMARY KEY);
