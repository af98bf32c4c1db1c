#!/usr/bin/env bash
# Records what Liquibase leaves in a database, for HistoriesIT:
#
#   SERVER=postgresql://user@host:port LIQUIBASE=/path/to/liquibase [OLD_LIQUIBASE=...] record-liquibase.sh
#
# Recorded with Liquibase 4.33.0 (liquibase-core and liquibase-cli of Maven Central) on PostgreSQL 15. LIQUIBASE is the program's launcher;
# OLD_LIQUIBASE that of a version before 4.22, for checksums of version 8 (recorded with 4.21.1), and left out where it is not given.
# shellcheck source=recording.sh
. "$(dirname "$0")/recording.sh"

url() {
    local rest=${DATABASE_URL#postgresql://}
    echo "jdbc:postgresql://${rest#*@}"
}

# liquibase <command and its arguments>   as a team runs it; `root` is its changelog, `options` what its properties file would say
liquibase() {
    "${program:-$LIQUIBASE}" --show-banner=false --log-level=off --search-path="${search:-$files}" --url="$(url)" \
        --username="$(sed -E 's#^postgresql://([^@:]*).*#\1#' <<<"$DATABASE_URL")" "${options[@]}" "$1" --changelog-file="$root" "${@:2}" 2>&1 \
        | grep -v -e '^WARNING: ' -e '^Starting Liquibase' -e '^Liquibase Version' -e '^$' | sed -E 's# ?(of )?[^ ]*@?jdbc:[^ ]*##' || true
}

# for commands that have no changelog
liquibase_database() {
    local named=$root
    "${program:-$LIQUIBASE}" --show-banner=false --log-level=off --url="$(url)" \
        --username="$(sed -E 's#^postgresql://([^@:]*).*#\1#' <<<"$DATABASE_URL")" "${options[@]}" "$@" >&2 || true
    root=$named
}

status() {
    liquibase status --verbose
    liquibase unexpected-changesets --verbose
}

# with what `liquibase update` would say before it begins
validated() {
    status
    liquibase validate | head -20
}

begin() {
    options=()
    root=changelog.sql
    search=
    program=
    situation liquibase "$1"
}

shop() {
    write "${1:-changelog.sql}" <<'SQL'
--liquibase formatted sql

--changeset ann:customers
--comment: who buys
CREATE TABLE customers (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE
);
--rollback DROP TABLE customers;

--changeset ann:orders
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers (id), -- never null
    placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX orders_customer_idx ON orders (customer_id);
--rollback DROP TABLE orders;

--changeset bob:status splitStatements:false
CREATE TYPE order_status AS ENUM ('new', 'paid; sent');
ALTER TABLE orders ADD COLUMN status order_status NOT NULL DEFAULT 'new';
--rollback ALTER TABLE orders DROP COLUMN status; DROP TYPE order_status;
SQL
}

begin clean
shop
liquibase update
keep status

begin one-changeset-behind
shop
liquibase update-count --count=2
keep status

begin nothing-applied-yet
shop
keep status

begin the-whole-of-formatted-sql
write changelog.sql <<'SQL'
-- liquibase formatted sql

-- changeset ann:customers
/* the table; of customers */
CREATE TABLE customers (id integer PRIMARY KEY, email text NOT NULL);
-- rollback DROP TABLE customers;

--changeset ann:function-with-comments splitStatements:false
CREATE FUNCTION customer_count() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    -- this comment goes; as stripComments is true
    RETURN (SELECT count(*) FROM customers /* all of them */);
END;
$$;
--rollback DROP FUNCTION customer_count();

--changeset ann:function-with-kept-comments splitStatements:false stripComments:false
CREATE FUNCTION newest_customer() RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    -- this comment stays
    RETURN (SELECT max(id) FROM customers);
END;
$$;

--changeset ann:delimiter endDelimiter:@@
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS $$
    SELECT n * 2;
$$ @@
CREATE TABLE twins (id integer PRIMARY KEY)
@@

--changeset ann:begin-and-end
CREATE FUNCTION thrice(n integer) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN n * 3; END $$;
DO $$ BEGIN PERFORM 1; PERFORM 2; END $$;

--changeset "ann smith":"an id with blanks" labels:a,b
CREATE TABLE notes (id integer PRIMARY KEY, body text DEFAULT 'a -- b /* c */ d; e');
COMMENT ON TABLE notes IS '
 two
 lines ';

--changeset ann:concurrently runInTransaction:false
CREATE INDEX CONCURRENTLY customers_email_idx ON customers (email);
CREATE INDEX CONCURRENTLY notes_body_idx ON notes (body);

--ignoreLines:start
this is not SQL
--ignoreLines:end
--changeset ann:slash
CREATE TABLE slashes (id integer)
/
CREATE TABLE more_slashes (id integer)
GO
COMMENT ON TABLE slashes IS 'ten / two'
SQL
liquibase update
keep status

begin failed
shop
cat >>"$files/changelog.sql" <<'SQL'

--changeset bob:prices
ALTER TABLE orders ADD COLUMN price numeric;
ALTER TABLE order_lines ADD COLUMN price numeric;
SQL
liquibase update
keep status

begin failed-without-a-transaction
shop
cat >>"$files/changelog.sql" <<'SQL'

--changeset bob:prices runInTransaction:false
ALTER TABLE orders ADD COLUMN price numeric;
ALTER TABLE order_lines ADD COLUMN price numeric;
SQL
liquibase update
keep status

begin edited-after-it-was-applied
shop
liquibase update
sed -i 's/placed_at timestamptz/ordered_at timestamptz/' "$files/changelog.sql"
keep validated

begin only-blanks-and-line-endings-differ
shop
liquibase update
sed -i -e 's/^    /\t/' -e 's/;$/; /' -e 's/$/\r/' "$files/changelog.sql"
keep validated

begin only-a-comment-differs
shop
liquibase update
sed -i 's/-- never null/-- not null/' "$files/changelog.sql"
keep validated

begin edited-and-declared-valid
shop
liquibase update
sed -i -e 's/placed_at timestamptz/placed_at timestamp with time zone/' -e 's/^--changeset ann:orders/&\n--validCheckSum: ANY/' "$files/changelog.sql"
keep validated

begin checksums-were-cleared
shop
liquibase update
liquibase_database clear-checksums
sed -i 's/-- never null/-- not null/' "$files/changelog.sql"
keep validated

if [ -n "${OLD_LIQUIBASE:-}" ]; then
    begin checksums-of-version-8
    shop
    cat >>"$files/changelog.sql" <<'SQL'

--changeset bob:total splitStatements:false endDelimiter:@@
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM orders; $$

--changeset bob:kept stripComments:false
/* kept */
CREATE VIEW all_orders AS SELECT id
    FROM orders;
SQL
    program=$OLD_LIQUIBASE
    liquibase update
    keep validated

    begin edited-with-a-checksum-of-version-8
    shop
    program=$OLD_LIQUIBASE
    liquibase update
    sed -i 's/placed_at timestamptz/ordered_at timestamptz/' "$files/changelog.sql"
    keep validated
fi

view() {
    cat >>"$files/changelog.sql" <<SQL

--changeset bob:totals runOnChange:true
CREATE OR REPLACE VIEW totals AS SELECT customer_id, count(*) AS orders$1 FROM orders GROUP BY customer_id;
--rollback DROP VIEW totals;

--changeset bob:refresh runAlways:true
COMMENT ON TABLE orders IS 'what was bought';
SQL
}

begin run-on-change-was-edited
shop
view ''
liquibase update
sed -i 's/AS orders FROM/AS orders, min(placed_at) AS first FROM/' "$files/changelog.sql"
keep validated

begin run-on-change-ran-again
shop
view ''
liquibase update
sed -i 's/AS orders FROM/AS orders, min(placed_at) AS first FROM/' "$files/changelog.sql"
liquibase update
keep validated

begin an-applied-changeset-is-missing
shop
cat >>"$files/changelog.sql" <<'SQL'

--changeset bob:phones
ALTER TABLE customers ADD COLUMN phone text;
SQL
liquibase update
shop
keep status

begin recorded-without-being-run
shop
liquibase update-count --count=2
liquibase changelog-sync
keep status

begin mark-ran-by-a-precondition
shop
by_hand 'CREATE TABLE carts (id integer PRIMARY KEY)'
cat >>"$files/changelog.sql" <<'SQL'

--changeset bob:carts
--preconditions onFail:MARK_RAN onError:HALT
--precondition-sql-check expectedResult:0 SELECT count(*) FROM pg_tables WHERE tablename = 'carts'
CREATE TABLE carts (id integer PRIMARY KEY);
CREATE INDEX carts_idx ON carts (id);
SQL
liquibase update
keep status

begin tagged
shop
liquibase update
liquibase_database tag --tag=v1
keep status

begin rolled-back
shop
liquibase update
liquibase rollback-count --count=1
keep status

begin an-older-changeset-added-later
shop
liquibase update
sed -i 's/^--changeset ann:orders/--changeset ann:phones\nALTER TABLE customers ADD COLUMN phone text;\n\n&/' "$files/changelog.sql"
keep status

begin applied-out-of-order
shop
liquibase update
sed -i 's/^--changeset ann:orders/--changeset ann:phones\nALTER TABLE customers ADD COLUMN phone text;\n\n&/' "$files/changelog.sql"
liquibase update
keep status

begin changed-by-hand
shop
liquibase update
by_hand 'CREATE INDEX orders_placed_idx ON orders (placed_at)'
by_hand 'ALTER TABLE customers DROP COLUMN email'
keep status

begin for-other-databases-and-ignored
shop
cat >>"$files/changelog.sql" <<'SQL'

--changeset bob:oracle dbms:oracle,mysql
CREATE TABLE elsewhere (id NUMBER(10));

--changeset bob:not-here dbms:!postgresql
CREATE TABLE elsewhere (id NUMBER(10));

--changeset bob:here dbms:mysql,postgresql
CREATE TABLE here (id integer);

--changeset bob:ignored ignore:true
CREATE TABLE ignored (id integer);
SQL
liquibase update
keep status

begin contexts-and-labels
shop
cat >>"$files/changelog.sql" <<'SQL'

--changeset bob:samples context:test
INSERT INTO customers (email) VALUES ('ann@example.org');

--changeset bob:prices context:"prod and !test"
ALTER TABLE orders ADD COLUMN price numeric;
SQL
liquibase update --contexts=prod
status() {
    liquibase status --verbose --contexts=prod
    liquibase status --verbose
}
keep status
status() {
    liquibase status --verbose
    liquibase unexpected-changesets --verbose
}

begin properties
write changelog.sql <<'SQL'
--liquibase formatted sql
--property name:text.type value:varchar(80)
--property name:text.type value:clob dbms:oracle

--changeset ann:customers
CREATE TABLE ${table.name} (id integer PRIMARY KEY, email ${text.type}, note text DEFAULT '${unknown}');
SQL
liquibase update -Dtable.name=customers
with_parameter() {
    liquibase status --verbose -Dtable.name=customers
}
keep with_parameter

begin lock-of-a-killed-process
shop
cat >>"$files/changelog.sql" <<'SQL'

--changeset bob:slow
ALTER TABLE orders ADD COLUMN price numeric;
SELECT pg_sleep(3600);
SQL
"$LIQUIBASE" --search-path="$files" --url="$(url)" --username="$(sed -E 's#^postgresql://([^@:]*).*#\1#' <<<"$DATABASE_URL")" \
    update --changelog-file="$root" >/dev/null 2>&1 &
victim=$!
until [ "$(psql -XqAtd "$DATABASE_URL" -c "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'")" = 1 ]; do
    sleep 1
done
kill -KILL "$victim"
by_hand "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'" >/dev/null
wait || true
by_hand "UPDATE databasechangeloglock SET lockedby = 'a-host (192.0.2.1)'"
sed -i 's/pg_sleep(3600)/pg_sleep(0)/' "$files/changelog.sql"
locks() {
    liquibase status --verbose
    liquibase_database list-locks 2>&1 | grep -v -e '^WARNING: ' -e '^Starting Liquibase' -e '^Liquibase Version' | sed -E -e 's/ - [^ ]+ \([^)]*\)/ - a-host/' -e 's# for [^ ]*jdbc:[^ ]*##'
}
keep locks

xml() {
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    echo '    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">'
    cat
    echo '</databaseChangeLog>'
}

begin xml-that-includes
root=db/changelog-root.xml
xml <<'XML' | write db/changelog-root.xml
    <include file="db/tables/customers.xml"/>
    <include file="tables/orders.sql" relativeToChangelogFile="true"/>
    <includeAll path="db/later"/>
    <changeSet id="4" author="bob" logicalFilePath="somewhere/else.xml">
        <addColumn tableName="customers"><column name="phone" type="text"/></addColumn>
    </changeSet>
XML
xml <<'XML' | write db/tables/customers.xml
    <changeSet id="1" author="ann">
        <createTable tableName="customers">
            <column name="id" type="int" autoIncrement="true"><constraints primaryKey="true"/></column>
            <column name="email" type="varchar(200)"><constraints nullable="false" unique="true"/></column>
        </createTable>
    </changeSet>
XML
write db/tables/orders.sql <<'SQL'
--liquibase formatted sql
--changeset ann:2
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers (id));
SQL
write db/later/b.sql <<'SQL'
--liquibase formatted sql
--changeset ann:3
CREATE INDEX orders_customer_idx ON orders (customer_id);
SQL
write db/later/a.yaml <<'YAML'
databaseChangeLog:
  - changeSet:
      id: 3
      author: ann
      changes:
        - sql: CREATE VIEW emails AS SELECT email FROM customers
YAML
liquibase update
keep status

begin xml-that-holds-sql
root=changelog.xml
xml <<'XML' | write changelog.xml
    <property name="kind" value="text"/>
    <changeSet id="1" author="ann">
        <comment>who buys</comment>
        <sql>CREATE TABLE customers (id integer PRIMARY KEY, email ${kind} NOT NULL);
            -- and an index
            CREATE INDEX customers_email_idx ON customers (email);</sql>
        <rollback>DROP TABLE customers</rollback>
    </changeSet>
    <changeSet id="2" author="ann">
        <sqlFile path="sql/orders.sql" relativeToChangelogFile="true"/>
        <sqlFile path="sql/count.sql" splitStatements="false" stripComments="true"/>
    </changeSet>
    <changeSet id="3" author="ann" runInTransaction="false">
        <sql endDelimiter="go"><![CDATA[CREATE INDEX CONCURRENTLY orders_customer_idx ON orders (customer_id)
go
CREATE INDEX CONCURRENTLY orders_id_idx ON orders (id) WHERE id < 100]]></sql>
    </changeSet>
    <changeSet id="4" author="ann">
        <tagDatabase tag="one"/>
    </changeSet>
XML
write sql/orders.sql <<'SQL'
-- orders
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers (id));
COMMENT ON TABLE orders IS 'what was bought; ${kind}';
SQL
write sql/count.sql <<'SQL'
CREATE FUNCTION order_count() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    -- counted
    RETURN (SELECT count(*) FROM orders);
END;
$$;
SQL
liquibase update
keep status

begin sql-in-xml-was-edited
root=changelog.xml
xml <<'XML' | write changelog.xml
    <changeSet id="1" author="ann">
        <sql>CREATE TABLE customers (id integer PRIMARY KEY, email text NOT NULL);</sql>
    </changeSet>
    <changeSet id="2" author="ann">
        <sqlFile path="orders.sql"/>
    </changeSet>
XML
write orders.sql <<<'CREATE TABLE orders (id bigint PRIMARY KEY);'
liquibase update
write orders.sql <<<'CREATE TABLE orders (id bigint PRIMARY KEY, note text);'
keep validated

begin yaml
root=db.changelog-master.yaml
write db.changelog-master.yaml <<'YAML'
databaseChangeLog:
  - property:
      name: type
      value: text
  - changeSet:
      id: 1
      author: ann
      changes:
        - sql:
            sql: |
              CREATE TABLE customers (id integer PRIMARY KEY, email ${type} NOT NULL);
              CREATE INDEX customers_email_idx ON customers (email);
  - changeSet:
      id: function
      author: ann
      runOnChange: true
      changes:
        - sqlFile:
            path: count.sql
            relativeToChangelogFile: true
            splitStatements: false
  - changeSet:
      id: 2
      author: ann
      dbms: oracle
      changes:
        - sql: SELECT 1 FROM dual
  - include:
      file: more.json
YAML
write count.sql <<'SQL'
CREATE OR REPLACE FUNCTION customer_count() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    -- a comment that stays
    RETURN (SELECT count(*) FROM customers);
END;
$$;
SQL
write more.json <<'JSON'
{
  "databaseChangeLog": [
    {"changeSet": {"id": "3", "author": "ann", "changes": [
      {"addColumn": {"tableName": "customers", "columns": [{"column": {"name": "phone", "type": "text"}}]}}]}},
    {"changeSet": {"id": "4", "author": "ann", "changes": [{"sql": {"sql": "CREATE TABLE orders (id bigint PRIMARY KEY)"}}]}}
  ]
}
JSON
liquibase update-count --count=3
keep status

begin another-schema-and-tables
psql -Xqd "$DATABASE_URL" -c 'CREATE SCHEMA tracking'
options=(--liquibase-schema-name=tracking --database-changelog-table-name=changes --database-changelog-lock-table-name=changes_lock)
shop
liquibase update
keep status

begin a-whole-project
root=db/changelog/changelog.xml
xml <<'XML' | write src/main/resources/db/changelog/changelog.xml
    <include file="db/changelog/orders.sql"/>
    <include file="/db/changelog/notes.sql"/>
XML
write src/main/resources/db/changelog/orders.sql <<'SQL'
--liquibase formatted sql
--changeset ann:1
CREATE TABLE orders (id bigint PRIMARY KEY);
--changeset ann:2
CREATE INDEX orders_idx ON orders (id);
SQL
write src/main/resources/db/changelog/notes.sql <<'SQL'
--liquibase formatted sql
--changeset ann:1
CREATE TABLE notes (id bigint PRIMARY KEY);
SQL
search=$files/src/main/resources
liquibase update-count --count=2
keep status
