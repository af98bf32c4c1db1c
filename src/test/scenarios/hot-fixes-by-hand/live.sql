CREATE INDEX "orders_status_idx" ON "orders"("status") WHERE "status" = 'PAID';
ALTER TABLE "orders" ALTER COLUMN "status" SET DEFAULT 'PAID';
ALTER TABLE "orders" ADD CONSTRAINT "orders_sane" CHECK ("user_id" > 0);
CREATE VIEW "paid_orders" AS SELECT * FROM "orders" WHERE "status" = 'PAID';
CREATE FUNCTION "touch"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER "orders_touch" BEFORE UPDATE ON "orders" FOR EACH ROW EXECUTE FUNCTION "touch"();
