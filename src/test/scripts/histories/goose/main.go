// goose with one migration in Go, built into the program as its documentation asks for.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
)

func fill(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "ALTER TABLE authors ADD COLUMN born date")
	return err
}

func empty(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "ALTER TABLE authors DROP COLUMN born")
	return err
}

func main() {
	goose.AddNamedMigrationContext("00002_born.go", fill, empty)
	db, err := goose.OpenDBWithDriver("postgres", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if err := goose.RunContext(context.Background(), os.Args[3], db, os.Args[2]); err != nil {
		log.Fatal(err)
	}
}
