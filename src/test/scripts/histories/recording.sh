# What the scripts that record histories share. Source it; it needs psql, pg_dump and a server where databases may be created:
#
#   SERVER=postgresql://user@host:port record-<tool>.sh      (no database's name at its end)
#
# A situation is a folder that HistoriesIT reads:
#
#   migrations/     the files as they stand when the check looks, or the project around them
#   database.sql    the whole database as the real program left it
#   status.txt      what the program's own status command said of it
#   expected.yaml   what a check must say; written by hand, from status.txt
#   settings.yaml   what a user would have to say beside (placeholders, a history table), where there is anything
set -euo pipefail

histories=$(dirname "${BASH_SOURCE[0]}")/../../histories
mkdir -p "$histories"
histories=$(cd "$histories" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# situation <tool> <name>   begins one: an empty database ($DATABASE_URL), an empty folder for the files ($files)
situation() {
    tool=$1
    name=$2
    database=history_$(echo "${tool}_$name" | tr -c 'a-z0-9\n' _ | cut -c1-50)
    psql -Xqd "$SERVER/postgres" -c "DROP DATABASE IF EXISTS $database WITH (FORCE)" -c "CREATE DATABASE $database" 2>/dev/null
    export DATABASE_URL=$SERVER/$database
    files=$work/$tool/$name/migrations
    mkdir -p "$files"
    echo "$tool/$name" >&2
}

# write <path> <<'SQL'   a file of the migrations, from standard input
write() {
    mkdir -p "$(dirname "$files/$1")"
    cat >"$files/$1"
}

# by_hand <sql>   what somebody does without the tool
by_hand() {
    psql -Xqd "$DATABASE_URL" -v ON_ERROR_STOP=1 -c "$1"
}

# on_a_copy <command...>   what a program would do next, done to a copy of the database
on_a_copy() {
    local original=$DATABASE_URL
    psql -Xqd "$SERVER/postgres" -c "DROP DATABASE IF EXISTS history_copy_$$ WITH (FORCE)" \
        -c "CREATE DATABASE history_copy_$$ TEMPLATE $database" 2>/dev/null
    export DATABASE_URL=$SERVER/history_copy_$$
    "$@" && echo "exit status 0" || echo "exit status $?"
    export DATABASE_URL=$original
    psql -Xqd "$SERVER/postgres" -c "DROP DATABASE history_copy_$$ WITH (FORCE)"
}

# keep <command...>   ends the situation: the database, the files and what the program's status command says become a fixture
keep() {
    local folder=$histories/$tool/$name
    mkdir -p "$folder"
    rm -rf "$folder/migrations"
    cp -r "$files" "$folder/migrations"
    # programs may fail to say that something is wrong
    (cd "$work" && "$@" 2>&1 || echo "exit status $?") | sed -e "s#$work#.#g" -e "s#$DATABASE_URL#\$DATABASE_URL#g" >"$folder/status.txt"
    pg_dump -d "$DATABASE_URL" --no-owner --no-privileges --inserts \
        | sed -e '/^\\\(un\)\?restrict /d' >"$folder/database.sql"
    psql -Xqd "$SERVER/postgres" -c "DROP DATABASE $database WITH (FORCE)"
}
