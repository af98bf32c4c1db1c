ALTER TABLE "customers" ADD COLUMN "name" text;--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email_lower" ON "customers" (lower("email"));
