#!/bin/bash
# Histories as Ecto leaves them. Ecto itself is NOT run: it is not in the registries that this was recorded from. Its table and its rows
# are made by its own statements, as read in elixir-ecto/ecto_sql 3.13 (lib/ecto/migration/schema_migration.ex, lib/ecto/migrator.ex,
# lib/ecto/adapters/postgres/connection.ex), and what migrations do by the SQL that they hold; status.txt says what mix ecto.migrations
# would print (lib/mix/tasks/ecto.migrations.ex).
#
#   SERVER=postgresql://user@host:port bash record-ecto.sh
. "$(dirname "$0")/recording.sh"

# prefix: the schema that repo.config sets, where it sets one
prefix=public

# ensure_schema_migrations_table!
table() {
    by_hand "CREATE TABLE IF NOT EXISTS $prefix.${1:-schema_migrations} (version bigint, inserted_at timestamp(0), PRIMARY KEY (version))"
}

# migration <version_name> <module> <sql>
migration() {
    write "priv/repo/migrations/$1.exs" <<ELIXIR
defmodule Shop.Repo.Migrations.$2 do
  use Ecto.Migration
$(printf '%s' "${4:-}")
  def up do
    execute """
$(sed 's/^/    /' <<<"$3")
    """
  end
end
ELIXIR
}

# up <version> <sql>   a migration and its row in one transaction, as run_maybe_in_transaction does
up() {
    by_hand "BEGIN; $2; INSERT INTO $prefix.${3:-schema_migrations} (version, inserted_at) VALUES ($1, date_trunc('second', now() AT TIME ZONE 'UTC')); COMMIT"
}

# down <version> <sql>
down() {
    by_hand "BEGIN; $2; DELETE FROM $prefix.schema_migrations WHERE version = $1; COMMIT"
}

customers="CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL)"
orders="CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers)"
notes="ALTER TABLE orders ADD note text"

shop() {
    migration 20240101090000_create_customers CreateCustomers "$customers"
    migration 20240202090000_create_orders CreateOrders "$orders"
    migration 20240303090000_order_notes OrderNotes "$notes"
}

# what mix ecto.migrations prints: every file, every row without one
status() {
    local history=${1:-$prefix.schema_migrations}
    printf '\nRepo: Shop.Repo\n\n  Status    Migration ID    Migration Name\n%s\n' "--------------------------------------------------"
    {
        psql -XAtqd "$DATABASE_URL" -c "SELECT version FROM $history" 2>/dev/null | sed 's/$/ row/'
        find "$files" -name '*.exs' -printf '%f\n' | grep -E '^[0-9]+_' | sed -E 's/^0*([0-9]+)_(.*)\.exs$/\1 \2/'
    } | sort -n -k1,1 -s | awk '
        $2 == "row" {applied[$1] = 1; versions[$1] = 1; next}
        {name[$1] = $2; versions[$1] = 1}
        END {for (v in versions) printf "  %-8s  %-14s  %s\n", (v in applied) ? "up" : "down", v, (v in name) ? name[v] : "** FILE NOT FOUND **"}' | sort -k2,2n
}

situation ecto clean
shop
table
up 20240101090000 "$customers"
up 20240202090000 "$orders"
up 20240303090000 "$notes"
keep status

situation ecto one-pending
shop
table
up 20240101090000 "$customers"
up 20240202090000 "$orders"
keep status

situation ecto nothing-applied
shop
keep status

situation ecto failed-half-way
shop
migration 20240404090000_wrong Wrong "ALTER TABLE no_such_table ADD x int"
table
up 20240101090000 "$customers"
up 20240202090000 "$orders"
up 20240303090000 "$notes"
up 20240404090000 "ALTER TABLE no_such_table ADD x int" 2>/dev/null || true
keep status

situation ecto failed-half-way-without-a-transaction
shop
migration 20240404090000_indexes Indexes "CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note)
CREATE INDEX CONCURRENTLY orders_wrong_idx ON orders (no_such_column)" "  @disable_ddl_transaction true
  @disable_migration_lock true
"
table
up 20240101090000 "$customers"
up 20240202090000 "$orders"
up 20240303090000 "$notes"
by_hand "CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note)"
keep status

situation ecto edited-after-applying
shop
table
up 20240101090000 "$customers"
up 20240202090000 "$orders"
up 20240303090000 "$notes"
sed -i 's/note text/note varchar(200)/' "$files/priv/repo/migrations/20240303090000_order_notes.exs"
keep status

situation ecto applied-file-missing
shop
table
up 20240101090000 "$customers"
up 20240202090000 "$orders"
up 20240303090000 "$notes"
rm "$files/priv/repo/migrations/20240202090000_create_orders.exs"
keep status

situation ecto older-version-added-later
shop
table
up 20240101090000 "$customers"
up 20240202090000 "$orders"
up 20240303090000 "$notes"
migration 20240115090000_customer_names CustomerNames "ALTER TABLE customers ADD name text"
keep status

situation ecto rolled-back-by-one
shop
table
up 20240101090000 "$customers"
up 20240202090000 "$orders"
up 20240303090000 "$notes"
down 20240303090000 "ALTER TABLE orders DROP note"
keep status

situation ecto changed-by-hand
shop
table
up 20240101090000 "$customers"
up 20240202090000 "$orders"
up 20240303090000 "$notes"
by_hand "CREATE INDEX orders_by_hand ON orders (customer_id); ALTER TABLE customers DROP email"
keep status

situation ecto short-versions-formatter-and-folders
migration 1_create_customers CreateCustomers "$customers"
migration 0002_create_orders CreateOrders "$orders"
migration 20240303090000_order_notes OrderNotes "$notes"
# mix phx.new writes it; it is no migration, as its name begins with no number
write priv/repo/migrations/.formatter.exs <<'ELIXIR'
[
  import_deps: [:ecto_sql],
  inputs: ["*.exs"]
]
ELIXIR
write priv/repo/seeds.exs <<'ELIXIR'
Shop.Repo.insert!(%Shop.Customer{email: "somebody@example.org"})
ELIXIR
table
up 1 "$customers"
up 2 "$orders"
keep status

situation ecto a-prefix-and-a-migration-source
by_hand "CREATE SCHEMA shop"
prefix=shop
shop
table migrations_done
up 20240101090000 "$customers" migrations_done
up 20240202090000 "$orders" migrations_done
keep status shop.migrations_done
