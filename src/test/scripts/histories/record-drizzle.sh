# Records histories made by Drizzle: drizzle-kit 0.31.11 with drizzle-orm 0.45.4 (meta/_journal.json), and 1.0.0-rc.5 of both (a folder
# per migration). Needs what recording.sh needs, Node 20 and npm.
. "$(dirname "${BASH_SOURCE[0]}")/recording.sh"

npm install --prefix "$work/zero" --silent --no-audit --no-fund drizzle-kit@0.31.11 drizzle-orm@0.45.4 pg@8.23.1
npm install --prefix "$work/one" --silent --no-audit --no-fund drizzle-kit@1.0.0-rc.5 drizzle-orm@1.0.0-rc.5 pg@8.23.1
export FORCE_COLOR=0 NO_COLOR=1
table='{}'

# kit <zero|one> <arguments...>   drizzle-kit of that version, in the folder above the migrations
kit() {
    (
        cd "$files/.."
        cat >drizzle.config.js <<JS
module.exports = {
  dialect: 'postgresql', schema: './schema.js', out: './migrations', dbCredentials: { url: '$DATABASE_URL' }, migrations: $table,
};
JS
        "$work/$1/node_modules/.bin/drizzle-kit" "${@:2}" 2>&1 | tr '\r' '\n' | sed -e 's/\x1b\[[0-9;?]*[A-Za-z]//g' -e 's/[^ -~]//g' -e 's/ *$//' \
            | grep -v -e '^\[\] applying' -e 'onfig' -e '^Using' -e '^$' -e fetch
        exit "${PIPESTATUS[0]}"
    )
}

rows() {
    psql -Xqd "$DATABASE_URL" -c "SELECT * FROM ${1:-drizzle.__drizzle_migrations} ORDER BY id"
}

# the tool has no command that tells a state: what it says of its files, and what it would do next
status() {
    rows "${@:2}"
    kit "$1" check || true
    on_a_copy migrate_and_show "$@"
}

migrate_and_show() {
    local result=0
    kit "$1" migrate || result=$?
    rows "${@:2}"
    return $result
}

migrate() {
    kit "$1" migrate >"$work/log" || { cat "$work/log" >&2; return 1; }
}

# journal <tag> <when> ...   meta/_journal.json with these entries
journal() {
    local idx=0 entries=
    while [ $# -gt 0 ]; do
        entries+=$(printf '%s\n    {"idx": %d, "version": "7", "when": %d, "tag": "%s", "breakpoints": true}' "${entries:+,}" $idx "$2" "$1")
        idx=$((idx + 1))
        shift 2
    done
    write meta/_journal.json <<<"{
  \"version\": \"7\",
  \"dialect\": \"postgresql\",
  \"entries\": [$entries
  ]
}"
}

customers() {
    write "$1" <<'SQL'
CREATE TYPE "public"."status" AS ENUM('open', 'paid');--> statement-breakpoint
CREATE TABLE "customers" (
	"id" serial PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	CONSTRAINT "customers_email_unique" UNIQUE("email")
);
SQL
}

orders() {
    write "$1" <<'SQL'
CREATE TABLE "orders" (
	"id" serial PRIMARY KEY NOT NULL,
	"customer_id" integer NOT NULL,
	"status" "status" DEFAULT 'open' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("customer_id");
SQL
}

# two statements in one piece, and one that holds a breakpoint's sign in a string
paid() {
    write "$1" <<'SQL'
CREATE FUNCTION paid(customer integer) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT count(*) FROM orders WHERE customer_id = customer AND status = 'paid');
END;
$$;
COMMENT ON FUNCTION paid(integer) IS 'how many; of one customer';
--> statement-breakpoint
ALTER TABLE orders ADD COLUMN note text;
SQL
}

two_applied() {
    customers 0000_customers.sql
    orders 0001_orders.sql
    journal 0000_customers 1700000000000 0001_orders 1700000100000
    migrate zero
}

schema() {
    cat >"$files/../schema.js" <<'JS'
const { pgTable, pgEnum, serial, text, integer, index } = require('drizzle-orm/pg-core');
const status = pgEnum('status', ['open', 'paid']);
const customers = pgTable('customers', { id: serial('id').primaryKey(), email: text('email').notNull().unique() });
JS
    cat >>"$files/../schema.js"
}

situation drizzle clean
ln -sfn "$work/zero/node_modules" "$files/../node_modules"
schema <<<'module.exports = { status, customers };'
kit zero generate --name customers >&2
schema <<'JS'
const orders = pgTable('orders', {
  id: serial('id').primaryKey(),
  customerId: integer('customer_id').notNull().references(() => customers.id, { onDelete: 'cascade' }),
  status: status('status').notNull().default('open'),
}, (t) => [index('orders_customer_idx').on(t.customerId)]);
module.exports = { status, customers, orders };
JS
kit zero generate --name orders >&2
kit zero generate --custom --name paid >&2
paid 0002_paid.sql
migrate zero
keep status zero

situation drizzle one-pending
two_applied
paid 0002_paid.sql
journal 0000_customers 1700000000000 0001_orders 1700000100000 0002_paid 1700000200000
keep status zero

# both pending ones run in one transaction: the first is undone with the second
situation drizzle second-of-two-fails
customers 0000_customers.sql
journal 0000_customers 1700000000000
migrate zero
by_hand "INSERT INTO customers (email) VALUES ('a@example.org'), ('A@example.org')"
orders 0001_orders.sql
write 0002_email_lower.sql <<'SQL'
ALTER TABLE "customers" ADD COLUMN "name" text;--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email_lower" ON "customers" (lower("email"));
SQL
journal 0000_customers 1700000000000 0001_orders 1700000100000 0002_email_lower 1700000200000
migrate zero || true
keep status zero

situation drizzle edited-after-applying
two_applied
write 0001_orders.sql <<'SQL'
CREATE TABLE "orders" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"customer_id" integer NOT NULL,
	"status" "status" DEFAULT 'open' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("customer_id");
SQL
keep status zero

# the hash is of the bytes: one file got other line ends, the other an empty line at its end
situation drizzle only-white-space-edited
two_applied
sed -i 's/$/\r/' "$files/0000_customers.sql"
echo >>"$files/0001_orders.sql"
keep status zero

situation drizzle file-not-there
two_applied
rm "$files/0001_orders.sql"
keep status zero

situation drizzle applied-one-missing
two_applied
paid 0002_paid.sql
journal 0000_customers 1700000000000 0001_orders 1700000100000 0002_paid 1700000200000
migrate zero
rm "$files/0002_paid.sql"
journal 0000_customers 1700000000000 0001_orders 1700000100000
keep status zero

# merged from a branch that began earlier: never run, and "success"
situation drizzle older-one-added-later
two_applied
paid 0001_paid.sql
journal 0000_customers 1700000000000 0001_paid 1700000050000 0001_orders 1700000100000
keep status zero

# the journal was written anew with later times: the tool runs again what it has run
situation drizzle journal-with-other-times
two_applied
journal 0000_customers 1700000000000 0001_orders 1700000900000
keep status zero

situation drizzle file-not-in-the-journal
two_applied
paid 0002_paid.sql
keep status zero

situation drizzle own-schema-and-table
table='{"schema":"public","table":"drizzle_history"}'
two_applied
keep status zero public.drizzle_history
table='{}'

situation drizzle pushed-and-not-recorded
ln -sfn "$work/zero/node_modules" "$files/../node_modules"
two_applied
schema <<'JS'
const orders = pgTable('orders', {
  id: serial('id').primaryKey(),
  customerId: integer('customer_id').notNull().references(() => customers.id, { onDelete: 'cascade' }),
  status: status('status').notNull().default('open'),
  note: text('note'),
}, (t) => [index('orders_customer_idx').on(t.customerId)]);
module.exports = { status, customers, orders };
JS
kit zero push --force >&2
write 0002_note.sql <<'SQL'
ALTER TABLE "orders" ADD COLUMN "note" text;
SQL
journal 0000_customers 1700000000000 0001_orders 1700000100000 0002_note 1700000200000
keep status zero

# pull writes what it found as a comment: the database has it, the files do not make it
situation drizzle pulled-from-a-database
by_hand "CREATE TABLE customers (id serial PRIMARY KEY, email text NOT NULL)"
kit zero pull >&2
rm -f "$files"/*.ts
mv "$files"/0000_*.sql "$files/0000_found.sql"
sed -i 's/"tag": "[^"]*"/"tag": "0000_found"/' "$files/meta/_journal.json"
migrate zero
keep status zero

situation drizzle changed-by-hand
two_applied
by_hand "CREATE INDEX orders_status_idx ON orders (status); ALTER TABLE customers DROP COLUMN email"
keep status zero

# 1.0: a folder per migration, the history has names

folders_applied() {
    customers 20231114221320_customers/migration.sql
    orders 20231114221500_orders/migration.sql
    migrate one
}

situation drizzle folders-clean
ln -sfn "$work/one/node_modules" "$files/../node_modules"
schema <<<'module.exports = { status, customers };'
kit one generate --name customers >&2
sleep 1
kit one generate --custom --name note >&2
for folder in "$files"/*_note; do
    echo 'ALTER TABLE customers ADD COLUMN note text;' >"$folder/migration.sql"
done
mv "$files"/*_customers "$files/20231114221320_customers"
mv "$files"/*_note "$files/20231114221500_note"
migrate one
keep status one

# a name that is not in the history is run, whenever it was made
situation drizzle folders-older-one-added-later
folders_applied
paid 20231114221400_paid/migration.sql
keep status one

situation drizzle folders-edited-and-missing
folders_applied
paid 20231114221640_paid/migration.sql
migrate one
rm -r "$files/20231114221640_paid"
sed -i "s/DEFAULT 'open' NOT NULL$/&,\n\t\"total\" integer/" "$files/20231114221500_orders/migration.sql"
keep status one

# folders made by `drizzle-kit up` of a journal whose history has no names yet
situation drizzle folders-before-their-first-run
two_applied
mv "$files/0000_customers.sql" "$files/x.sql"
mkdir "$files/20231114221320_customers" "$files/20231114221500_orders"
mv "$files/x.sql" "$files/20231114221320_customers/migration.sql"
mv "$files/0001_orders.sql" "$files/20231114221500_orders/migration.sql"
rm -r "$files/meta"
paid 20231114221640_paid/migration.sql
keep status one

situation drizzle folders-taken-over-from-a-journal
two_applied
mkdir "$files/20231114221320_customers" "$files/20231114221500_orders"
mv "$files/0000_customers.sql" "$files/20231114221320_customers/migration.sql"
mv "$files/0001_orders.sql" "$files/20231114221500_orders/migration.sql"
rm -r "$files/meta"
migrate one
keep status one

# the older image still ships the journal, the newer one has given the history names
situation drizzle journal-beside-a-named-history
two_applied
cp -r "$files" "$work/kept"
mkdir "$files/20231114221320_customers" "$files/20231114221500_orders"
mv "$files/0000_customers.sql" "$files/20231114221320_customers/migration.sql"
mv "$files/0001_orders.sql" "$files/20231114221500_orders/migration.sql"
rm -r "$files/meta"
paid 20231114221640_paid/migration.sql
migrate one
rm -r "$files"
mv "$work/kept" "$files"
keep status zero

situation drizzle folders-baseline-by-pull
by_hand "CREATE TABLE customers (id serial PRIMARY KEY, email text NOT NULL)"
kit one pull --init >&2
rm -f "$files"/*.ts
keep status one
