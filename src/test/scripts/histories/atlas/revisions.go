package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqlclient"
)

// table is atlas_schema_revisions as cmd/atlas/internal/migrate declares it: columns and types of ent/migrate/schema.go, the
// row that it keeps for itself left out, rows replaced by version.
type table struct {
	client *sqlclient.Client
	schema string
}

func (t *table) name() string { return `"` + t.schema + `"."atlas_schema_revisions"` }

func (t *table) create(ctx context.Context) error {
	for _, statement := range []string{
		`CREATE SCHEMA IF NOT EXISTS "` + t.schema + `"`,
		`CREATE TABLE IF NOT EXISTS ` + t.name() + ` (
			"version" character varying NOT NULL,
			"description" character varying NOT NULL,
			"type" bigint NOT NULL DEFAULT 2,
			"applied" bigint NOT NULL DEFAULT 0,
			"total" bigint NOT NULL DEFAULT 0,
			"executed_at" timestamptz NOT NULL,
			"execution_time" bigint NOT NULL,
			"error" text NULL,
			"error_stmt" text NULL,
			"hash" character varying NOT NULL,
			"partial_hashes" jsonb NULL,
			"operator_version" character varying NOT NULL,
			PRIMARY KEY ("version"))`,
	} {
		if _, err := t.client.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) Ident() *migrate.TableIdent {
	return &migrate.TableIdent{Name: "atlas_schema_revisions", Schema: t.schema}
}

const columns = `version, description, type, applied, total, executed_at, execution_time,
	coalesce(error, ''), coalesce(error_stmt, ''), hash, partial_hashes, operator_version`

func (t *table) ReadRevisions(ctx context.Context) ([]*migrate.Revision, error) {
	return t.read(ctx, `SELECT `+columns+` FROM `+t.name()+` WHERE version <> '.atlas_cloud_identifier' ORDER BY version`)
}

func (t *table) ReadRevision(ctx context.Context, version string) (*migrate.Revision, error) {
	found, err := t.read(ctx, `SELECT `+columns+` FROM `+t.name()+` WHERE version = $1`, version)
	if err == nil && len(found) == 0 {
		return nil, migrate.ErrRevisionNotExist
	}
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

func (t *table) read(ctx context.Context, query string, args ...any) (found []*migrate.Revision, err error) {
	rows, err := t.client.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		r, partial := &migrate.Revision{}, sql.NullString{}
		if err := rows.Scan(&r.Version, &r.Description, &r.Type, &r.Applied, &r.Total, &r.ExecutedAt, &r.ExecutionTime,
			&r.Error, &r.ErrorStmt, &r.Hash, &partial, &r.OperatorVersion); err != nil {
			return nil, err
		}
		if partial.Valid {
			if err := json.Unmarshal([]byte(partial.String), &r.PartialHashes); err != nil {
				return nil, err
			}
		}
		found = append(found, r)
	}
	return found, rows.Err()
}

func (t *table) WriteRevision(ctx context.Context, r *migrate.Revision) error {
	partial, err := json.Marshal(r.PartialHashes)
	if err != nil {
		return err
	}
	_, err = t.client.ExecContext(ctx, `INSERT INTO `+t.name()+` VALUES
		($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
		ON CONFLICT (version) DO UPDATE SET type = excluded.type, applied = excluded.applied, total = excluded.total,
			execution_time = excluded.execution_time, error = excluded.error, error_stmt = excluded.error_stmt,
			hash = excluded.hash, partial_hashes = excluded.partial_hashes, operator_version = excluded.operator_version`,
		r.Version, r.Description, int64(r.Type), r.Applied, r.Total, r.ExecutedAt, int64(r.ExecutionTime),
		r.Error, r.ErrorStmt, r.Hash, partial, r.OperatorVersion)
	return err
}

func (t *table) DeleteRevision(ctx context.Context, version string) error {
	_, err := t.client.ExecContext(ctx, `DELETE FROM `+t.name()+` WHERE version = $1`, version)
	return err
}
