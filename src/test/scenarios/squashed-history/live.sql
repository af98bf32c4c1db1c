CREATE TABLE "activity_logs" ("id" INTEGER PRIMARY KEY);
