CREATE TYPE "public"."status" AS ENUM('open', 'paid');--> statement-breakpoint
CREATE TABLE "customers" (
	"id" serial PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	CONSTRAINT "customers_email_unique" UNIQUE("email")
);
