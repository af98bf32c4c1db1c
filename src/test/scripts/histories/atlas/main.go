// Runs Atlas's own library (its executor, splitter, directory and hashes) in the order in which the commands
// "atlas migrate apply", "set", "hash" and "status" do (cmd/atlas/internal/cmdapi/migrate.go). The commands themselves are
// no importable package; what is ours is the table's reader and writer (revisions.go) and this loop.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"ariga.io/atlas/sql/migrate"
	_ "ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/sqlclient"
	"ariga.io/atlas/sql/sqltool"
	_ "github.com/lib/pq"
)

const operator = "Atlas CLI v0.32.1"

type flags struct {
	url, dir, format, schema, tx, baseline, order, to string
	dirty                                             bool
	count                                             int
}

func main() {
	var f flags
	command := os.Args[1]
	set := flag.NewFlagSet(command, flag.ExitOnError)
	set.StringVar(&f.url, "url", "", "database")
	set.StringVar(&f.dir, "dir", "migrations", "directory")
	set.StringVar(&f.format, "format", "atlas", "of the directory")
	set.StringVar(&f.schema, "revisions-schema", "", "of the history table")
	set.StringVar(&f.tx, "tx-mode", "file", "none, file or all")
	set.StringVar(&f.baseline, "baseline", "", "version")
	set.StringVar(&f.order, "exec-order", "linear", "linear, linear-skip or non-linear")
	set.StringVar(&f.to, "to", "", "version (set)")
	set.BoolVar(&f.dirty, "allow-dirty", false, "")
	set.IntVar(&f.count, "n", 0, "how many files")
	_ = set.Parse(os.Args[2:])
	if err := run(context.Background(), command, f); err != nil {
		fmt.Println("Error:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, command string, f flags) error {
	dir, err := open(f)
	if err != nil {
		return err
	}
	if command == "hash" {
		sum, err := dir.Checksum()
		if err != nil {
			return err
		}
		return migrate.WriteSumFile(dir, sum)
	}
	if command != "set" {
		if err := migrate.Validate(dir); err != nil {
			return explained(err)
		}
	}
	client, err := sqlclient.Open(ctx, f.url)
	if err != nil {
		return err
	}
	defer client.Close()
	unlock, err := client.Driver.Lock(ctx, "atlas_migrate_execute", time.Second)
	if err != nil {
		return err
	}
	defer func() { _ = unlock() }()
	if f.schema == "" {
		f.schema = client.URL.Schema
	}
	if f.schema == "" {
		f.schema = "atlas_schema_revisions"
	}
	revisions := &table{client, f.schema}
	if err := revisions.create(ctx); err != nil {
		return err
	}
	switch command {
	case "apply":
		return apply(ctx, client, dir, revisions, f)
	case "set":
		return setVersion(ctx, dir, revisions, f.to)
	default:
		return status(ctx, client, dir, revisions)
	}
}

func open(f flags) (migrate.Dir, error) {
	switch f.format {
	case "golang-migrate":
		return sqltool.NewGolangMigrateDir(f.dir)
	case "goose":
		return sqltool.NewGooseDir(f.dir)
	default:
		return migrate.NewLocalDir(f.dir)
	}
}

func explained(err error) error {
	var sum *migrate.ChecksumError
	if errors.As(err, &sum) {
		return fmt.Errorf("%w: %s was %s (atlas.sum line %d)", err, sum.File, sum.Reason, sum.Line)
	}
	return err
}

func executor(client migrate.Driver, dir migrate.Dir, revisions migrate.RevisionReadWriter, f flags) (*migrate.Executor, error) {
	order := map[string]migrate.ExecOrder{
		"linear": migrate.ExecOrderLinear, "linear-skip": migrate.ExecOrderLinearSkip, "non-linear": migrate.ExecOrderNonLinear,
	}[f.order]
	options := []migrate.ExecutorOption{migrate.WithOperatorVersion(operator), migrate.WithExecOrder(order)}
	if f.baseline != "" {
		options = append(options, migrate.WithBaselineVersion(f.baseline))
	}
	if f.dirty {
		options = append(options, migrate.WithAllowDirty(true))
	}
	return migrate.NewExecutor(client, dir, revisions, options...)
}

func apply(ctx context.Context, client *sqlclient.Client, dir migrate.Dir, revisions *table, f flags) error {
	ex, err := executor(client.Driver, dir, revisions, f)
	if err != nil {
		return err
	}
	pending, err := ex.Pending(ctx)
	if errors.Is(err, migrate.ErrNoPendingFiles) {
		fmt.Println("No migration files to execute")
		return nil
	}
	if err != nil {
		return err
	}
	if f.count > 0 && f.count < len(pending) {
		pending = pending[:f.count]
	}
	var all *sqlclient.TxClient
	for _, file := range pending {
		mode, err := modeOf(file, f.tx)
		if err != nil {
			return err
		}
		if mode == "none" {
			ex, err := executor(client.Driver, dir, revisions, f)
			if err != nil {
				return err
			}
			if err := ex.Execute(ctx, file); err != nil {
				return err
			}
			continue
		}
		tx := all
		if tx == nil {
			if tx, err = client.Tx(ctx, nil); err != nil {
				return err
			}
		}
		ex, err := executor(tx.Driver, dir, &table{tx.Client, f.schema}, f)
		if err != nil {
			return err
		}
		if err := ex.Execute(ctx, file); err != nil {
			return errors.Join(err, tx.Rollback())
		}
		if mode == "all" {
			all = tx
		} else if err := tx.Commit(); err != nil {
			return err
		}
	}
	if all != nil {
		return all.Commit()
	}
	return nil
}

// modeOf is the file's directive "-- atlas:txmode", else what the command was told.
func modeOf(file migrate.File, mode string) (string, error) {
	local, ok := file.(*migrate.LocalFile)
	if !ok {
		return mode, nil
	}
	directives := local.Directive("txmode")
	switch {
	case len(directives) == 0:
		return mode, nil
	case len(directives) > 1 || directives[0] == "all" || mode == "all" && directives[0] != "all":
		return "", fmt.Errorf("txmode %q in %s", directives, local.Name())
	default:
		return directives[0], nil
	}
}

// setVersion is what "atlas migrate set" does to the table.
func setVersion(ctx context.Context, dir migrate.Dir, revisions *table, version string) error {
	before, err := revisions.ReadRevisions(ctx)
	if err != nil {
		return err
	}
	last := ""
	for _, r := range before {
		switch {
		case r.Version > version:
			err = revisions.DeleteRevision(ctx, r.Version)
		case r.Version == version && (r.Error != "" || r.Total != r.Applied):
			r.Type = migrate.RevisionTypeExecute | migrate.RevisionTypeResolved
			err = revisions.WriteRevision(ctx, r)
			last = r.Version
		default:
			last = r.Version
		}
		if err != nil {
			return err
		}
	}
	files, err := dir.Files()
	if err != nil {
		return err
	}
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	for _, file := range files {
		if file.Version() <= last || file.Version() > version {
			continue
		}
		hash, err := sum.SumByName(file.Name())
		if err != nil {
			return err
		}
		if err := revisions.WriteRevision(ctx, &migrate.Revision{
			Version: file.Version(), Description: file.Desc(), Type: migrate.RevisionTypeResolved,
			ExecutedAt: time.Now(), Hash: hash, OperatorVersion: operator,
		}); err != nil {
			return err
		}
	}
	return nil
}

func status(ctx context.Context, client *sqlclient.Client, dir migrate.Dir, revisions *table) error {
	applied, err := revisions.ReadRevisions(ctx)
	if err != nil {
		return err
	}
	for _, r := range applied {
		fmt.Printf("%s  %s  %d of %d statements  %s\n", r.Version, r.Type, r.Applied, r.Total, strings.Split(r.Error, "\n")[0])
	}
	ex, err := executor(client.Driver, dir, revisions, flags{order: "linear", dirty: true})
	if err != nil {
		return err
	}
	pending, err := ex.Pending(ctx)
	if err != nil && !errors.Is(err, migrate.ErrNoPendingFiles) {
		return err
	}
	names := make([]string, 0, len(pending))
	for _, file := range pending {
		names = append(names, file.Name())
	}
	fmt.Printf("Pending: %s\n", strings.Join(names, " "))
	return nil
}
