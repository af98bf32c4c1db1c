DROP TABLE "tags";
ALTER TABLE "orders" DROP COLUMN "note";
ALTER TABLE "orders" DROP CONSTRAINT "orders_user_id_fkey";
DROP INDEX "orders_user_id_idx";
