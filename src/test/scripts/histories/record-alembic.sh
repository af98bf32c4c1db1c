#!/bin/bash
# Histories made by Alembic. Recorded with alembic 1.20.1, SQLAlchemy 2.1.9, psycopg 3, Python 3.11:
#
#   python3 -m venv venv && venv/bin/pip install alembic "psycopg[binary]"
#   PATH=$PWD/venv/bin:$PATH SERVER=postgresql://user@host:port bash record-alembic.sh
. "$(dirname "$0")/recording.sh"
export PYTHONDONTWRITEBYTECODE=1

# environment [context options] [ini lines]   a project: alembic.ini, and an env.py that hands the options to context.configure
environment() {
    write alembic.ini <<INI
[alembic]
script_location = %(here)s/alembic
${2:-}
INI
    write alembic/env.py <<PYTHON
import os

from alembic import context
from sqlalchemy import create_engine

with create_engine(os.environ["DATABASE_URL"]).connect() as connection:
    context.configure(connection=connection${1:+, $1})
    with context.begin_transaction():
        context.run_migrations()
PYTHON
    cp "$(python -c 'import alembic, os; print(os.path.dirname(alembic.__file__))')/templates/generic/script.py.mako" "$files/alembic"
    mkdir -p "$files/alembic/versions"
}

alembic_() {
    (cd "$files" && alembic "$@")
}

# revision <id> <message> [options of alembic revision] <<'PYTHON'   a file as Alembic writes it, with this for its upgrade
revision() {
    local body
    body=$(sed 's/^/    /')
    alembic_ revision --rev-id "$1" -m "$2" "${@:3}" >/dev/null
    local file
    file=$(grep -rlE "^revision: str = '$1'" "$files" --include='*.py')
    BODY=$body python - "$file" <<'PYTHON'
import os, sys
text = open(sys.argv[1]).read()
open(sys.argv[1], "w").write(text.replace('schema."""\n    pass', 'schema."""\n' + os.environ["BODY"], 1))
PYTHON
}

# downgrade <id> <statement>
downgrade() {
    STATEMENT=$2 python - "$(grep -rlE "^revision: str = '$1'" "$files" --include='*.py')" <<'PYTHON'
import os, sys
text = open(sys.argv[1]).read()
open(sys.argv[1], "w").write(text.replace('schema."""\n    pass', 'schema."""\n    op.execute("' + os.environ["STATEMENT"] + '")'))
PYTHON
}

customers() {
    revision 3f2a9c1b7d10 "create customers" "$@" <<'PYTHON'
op.create_table(
    "customers",
    sa.Column("id", sa.BigInteger, primary_key=True),
    sa.Column("email", sa.Text, nullable=False, unique=True),
)
PYTHON
    downgrade 3f2a9c1b7d10 "DROP TABLE customers"
}

orders() {
    revision 91c7e04d52ab "create orders" "$@" <<'PYTHON'
op.execute("CREATE TYPE order_state AS ENUM ('open', 'paid')")
op.create_table(
    "orders",
    sa.Column("id", sa.BigInteger, primary_key=True),
    sa.Column("customer_id", sa.BigInteger, sa.ForeignKey("customers.id"), nullable=False),
)
op.execute("ALTER TABLE orders ADD state order_state NOT NULL DEFAULT 'open'")
PYTHON
    downgrade 91c7e04d52ab "DROP TABLE orders; DROP TYPE order_state"
}

notes() {
    revision 0d5be8f6a344 "order notes" "$@" <<'PYTHON'
op.add_column("orders", sa.Column("note", sa.Text))
op.create_index("orders_note_idx", "orders", ["note"])
PYTHON
    downgrade 0d5be8f6a344 "ALTER TABLE orders DROP note"
}

shop() {
    environment "$@"
    customers
    orders
    notes
}

# what Alembic says: where the database is, what there is, and whether the one is the newest of the other
status() {
    cd "$files"
    for command in current "history --indicate-current" "current --check-heads"; do
        echo "\$ alembic $command"
        # of a failure only what it says, not where in Python
        alembic $command 2>&1 | awk '/^Traceback/ {at = 1; next} at && /^ / {next} /^ +util.warn/ {next} {at = 0; sub(/^.*UserWarning: /, ""); print}' || echo "exit status $?"
    done
}

situation alembic clean
shop
alembic_ upgrade head
keep status

situation alembic one-pending
shop
alembic_ upgrade 91c7e04d52ab
keep status

situation alembic nothing-applied
shop
keep status

situation alembic the-first-upgrade-failed-and-took-the-table-with-it
shop
revision c4d2f7719e05 "wrong" <<'PYTHON'
op.execute("CREATE TABLE refunds (id bigint PRIMARY KEY)")
op.execute("ALTER TABLE no_such_table ADD x int")
PYTHON
alembic_ upgrade head 2>/dev/null || true
keep status

situation alembic failed-half-way-in-a-transaction
shop
alembic_ upgrade 91c7e04d52ab
revision c4d2f7719e05 "wrong" <<'PYTHON'
op.execute("CREATE TABLE refunds (id bigint PRIMARY KEY)")
op.execute("ALTER TABLE no_such_table ADD x int")
PYTHON
alembic_ upgrade head 2>/dev/null || true
keep status

situation alembic failed-with-a-transaction-each
shop "transaction_per_migration=True"
revision c4d2f7719e05 "wrong" <<'PYTHON'
op.execute("CREATE TABLE refunds (id bigint PRIMARY KEY)")
op.execute("ALTER TABLE no_such_table ADD x int")
PYTHON
alembic_ upgrade head 2>/dev/null || true
keep status

situation alembic failed-outside-of-a-transaction
shop
alembic_ upgrade head
revision c4d2f7719e05 "index without a lock" <<'PYTHON'
with op.get_context().autocommit_block():
    op.execute("CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state)")
    op.execute("CREATE INDEX CONCURRENTLY orders_wrong_idx ON orders (no_such_column)")
PYTHON
alembic_ upgrade head 2>/dev/null || true
keep status

situation alembic stamped-without-running
shop
by_hand "CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL UNIQUE)"
alembic_ stamp 3f2a9c1b7d10
keep status

situation alembic edited-after-applying
shop
alembic_ upgrade head
sed -i 's/"note", sa.Text/"note", sa.String(200)/' "$files"/alembic/versions/0d5be8f6a344_*.py
keep status

situation alembic only-line-endings-changed
shop
alembic_ upgrade 91c7e04d52ab
sed -i 's/$/\r/' "$files"/alembic/versions/*.py
keep status

situation alembic file-of-the-current-revision-missing
shop
alembic_ upgrade head
rm "$files"/alembic/versions/0d5be8f6a344_*.py
keep status

situation alembic file-in-the-middle-missing
shop
alembic_ upgrade head
rm "$files"/alembic/versions/91c7e04d52ab_*.py
keep status

situation alembic files-below-the-current-revision-missing
shop
alembic_ upgrade 91c7e04d52ab
rm "$files"/alembic/versions/91c7e04d52ab_*.py
keep status

situation alembic two-heads-of-which-one-is-applied
shop
alembic_ upgrade head
revision 77aa10cd3e29 "customer names" --head 91c7e04d52ab --splice <<'PYTHON'
op.add_column("customers", sa.Column("name", sa.Text))
PYTHON
keep status

situation alembic two-heads-applied-and-merged-since
shop
revision 77aa10cd3e29 "customer names" --head 91c7e04d52ab --splice <<'PYTHON'
op.add_column("customers", sa.Column("name", sa.Text))
PYTHON
alembic_ upgrade heads
alembic_ merge heads --rev-id e6b90f21c8d7 -m "merge names and notes" >/dev/null
keep status

situation alembic merged-and-going-on
shop
revision 77aa10cd3e29 "customer names" --head 91c7e04d52ab --splice <<'PYTHON'
op.add_column("customers", sa.Column("name", sa.Text))
PYTHON
revision 5b01c3aa9f62 "customer phones" <<'PYTHON' --head 77aa10cd3e29
op.add_column("customers", sa.Column("phone", sa.Text))
PYTHON
alembic_ merge heads --rev-id e6b90f21c8d7 -m "merge names and notes" >/dev/null
revision 1234aa56bb78 "after the merge" <<'PYTHON'
op.create_index("customers_name_idx", "customers", ["name"])
PYTHON
alembic_ upgrade 3f2a9c1b7d10
keep status

situation alembic merged-and-applied
shop
revision 77aa10cd3e29 "customer names" --head 91c7e04d52ab --splice <<'PYTHON'
op.add_column("customers", sa.Column("name", sa.Text))
PYTHON
alembic_ merge heads --rev-id e6b90f21c8d7 -m "merge names and notes" >/dev/null
alembic_ upgrade heads
keep status

situation alembic two-bases-with-labels-and-a-dependency
shop
revision aa00bb11cc22 "create audit" --head base --branch-label audit --depends-on 91c7e04d52ab <<'PYTHON'
op.create_table("audit_log", sa.Column("order_id", sa.BigInteger, sa.ForeignKey("orders.id")))
PYTHON
revision dd33ee44ff55 "audit times" --head audit@head <<'PYTHON'
op.add_column("audit_log", sa.Column("at", sa.DateTime(timezone=True)))
PYTHON
revision 66ab77bc88cd "shop reads audit" --head 0d5be8f6a344 --depends-on audit <<'PYTHON'
op.execute("CREATE VIEW audited AS SELECT o.id FROM orders o JOIN audit_log a ON a.order_id = o.id")
PYTHON
alembic_ upgrade aa00bb11cc22
keep status

situation alembic two-bases-applied
shop
revision aa00bb11cc22 "create audit" --head base --branch-label audit --depends-on 91c7e04d52ab <<'PYTHON'
op.create_table("audit_log", sa.Column("order_id", sa.BigInteger, sa.ForeignKey("orders.id")))
PYTHON
revision dd33ee44ff55 "audit times" --head audit@head <<'PYTHON'
op.add_column("audit_log", sa.Column("at", sa.DateTime(timezone=True)))
PYTHON
alembic_ upgrade heads
keep status

situation alembic downgraded-by-one
shop
alembic_ upgrade head
alembic_ downgrade -1
keep status

situation alembic downgraded-to-nothing
shop
alembic_ upgrade head
alembic_ downgrade base
keep status

situation alembic changed-by-hand
shop
alembic_ upgrade head
by_hand "CREATE INDEX orders_by_hand ON orders (customer_id); ALTER TABLE customers DROP email"
keep status

situation alembic table-of-another-name-and-schema
by_hand "CREATE SCHEMA ops"
shop 'version_table="schema_revision", version_table_schema="ops"'
alembic_ upgrade 91c7e04d52ab
keep status

situation alembic dated-files-in-folders
environment "" 'file_template = %%(year)d/%%(month).2d/%%(day).2d_%%(hour).2d%%(minute).2d_%%(slug)s
recursive_version_locations = true'
customers
orders
notes
alembic_ upgrade 91c7e04d52ab
keep status

situation alembic several-version-locations
environment "" 'version_locations = %(here)s/alembic/versions:%(here)s/billing/versions
version_path_separator = :'
customers --version-path alembic/versions
orders
revision b1b1c2c2d3d3 "create invoices" --head base --branch-label billing --version-path billing/versions --depends-on 91c7e04d52ab <<'PYTHON'
op.create_table("invoices", sa.Column("order_id", sa.BigInteger, sa.ForeignKey("orders.id")))
PYTHON
alembic_ upgrade heads
notes --head 91c7e04d52ab
keep status
