DROP TABLE "temporary";
