CREATE TABLE "tags" ("id" INTEGER PRIMARY KEY);
ALTER TABLE "orders" ADD COLUMN "note" TEXT;
CREATE INDEX "orders_note_idx" ON "orders"("note");
ALTER TABLE "tags" ADD COLUMN "name" TEXT NOT NULL;
CREATE UNIQUE INDEX "tags_name_key" ON "tags"("name");
