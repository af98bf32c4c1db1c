-- AlterTable
ALTER TABLE "movies" ADD COLUMN "tmdb_id" INTEGER,
ADD COLUMN "poster_path" TEXT,
ADD COLUMN "overview" TEXT,
ADD COLUMN "runtime" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "movies_tmdb_id_key" ON "movies"("tmdb_id");
