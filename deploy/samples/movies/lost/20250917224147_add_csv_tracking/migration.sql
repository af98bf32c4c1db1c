-- CreateTable
CREATE TABLE "csv_imports" (
    "id" SERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "imported_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "csv_imports_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "user_movies" ADD COLUMN "csv_import_id" INTEGER;

-- AddForeignKey
ALTER TABLE "csv_imports" ADD CONSTRAINT "csv_imports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_movies" ADD CONSTRAINT "user_movies_csv_import_id_fkey" FOREIGN KEY ("csv_import_id") REFERENCES "csv_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;
