ALTER TYPE "Status" ADD VALUE 'REFUNDED';
CREATE TABLE "tags" ("id" INTEGER PRIMARY KEY);
ALTER TABLE "orders" ADD COLUMN "note" TEXT;
CREATE INDEX "orders_note_idx" ON "orders"("note");
