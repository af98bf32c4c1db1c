CREATE TYPE "status" AS ENUM('open', 'paid');--> statement-breakpoint
CREATE TABLE "customers" (
	"id" serial PRIMARY KEY,
	"email" text NOT NULL UNIQUE
);
