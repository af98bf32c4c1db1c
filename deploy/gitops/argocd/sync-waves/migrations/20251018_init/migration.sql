CREATE TABLE "orders" (
    "id" SERIAL PRIMARY KEY,
    "total" INTEGER NOT NULL
);
