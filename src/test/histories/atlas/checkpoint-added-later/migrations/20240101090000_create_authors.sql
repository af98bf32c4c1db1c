-- Create enum type "mood"
CREATE TYPE "mood" AS ENUM ('calm', 'wild');
-- Create "authors" table
CREATE TABLE "authors" ("id" integer NOT NULL, "name" text NOT NULL, "mood" "mood" NULL DEFAULT 'calm', PRIMARY KEY ("id"));
