ALTER TABLE "orders" ADD COLUMN "note" TEXT;
UPDATE "orders" SET "note" = 'none' WHERE "note" IS NULL;
ALTER TABLE "orders" ALTER COLUMN "note" SET NOT NULL;
