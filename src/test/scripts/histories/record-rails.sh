#!/bin/bash
# Histories made by Rails. Recorded with ActiveRecord 6.1.7.10, ruby-pg 1.4.5, Ruby 3.1.2, pg_dump 15 (Debian 12):
#
#   apt-get install --no-install-recommends ruby ruby-activerecord ruby-railties ruby-pg rake postgresql-client
#   SERVER=postgresql://user@host:port bash record-rails.sh
. "$(dirname "$0")/recording.sh"
export RAILS_ENV=production DISABLE_DATABASE_ENVIRONMENT_CHECK=1 TZ=UTC

# application <sql|ruby> [setting]...   an application with nothing but ActiveRecord; the format of its schema dump
application() {
    write Rakefile <<'RUBY'
require_relative "config/application"
Rails.application.load_tasks
RUBY
    write config/application.rb <<RUBY
require "logger"
require "rails"
require "active_record/railtie"

class Shop < Rails::Application
  config.eager_load = false
  config.logger = Logger.new(nil)
  config.active_record.schema_format = :$1
$(printf '  %s\n' "${@:2}")
end
RUBY
    write config/environment.rb <<'RUBY'
require_relative "application"
Rails.application.initialize!
RUBY
    write config/database.yml <<'YAML'
production:
  url: <%= ENV["DATABASE_URL"] %>
YAML
}

# migration <version_name> <class> <<'RUBY'   the body of its class
migration() {
    {
        echo "class $2 < ActiveRecord::Migration[6.1]"
        sed 's/^\(.\)/  \1/'
        echo end
    } | write "db/migrate/$1.rb"
}

rails_() {
    (cd "$files" && rake -s "$@" >/dev/null)
    rm -rf "$files/log" "$files/tmp"
}

customers() {
    migration 20240101090000_create_customers CreateCustomers <<'RUBY'
def change
  create_table :customers do |t|
    t.string :email, null: false, index: {unique: true}
    t.timestamps
  end
end
RUBY
}

orders() {
    migration 20240202090000_create_orders CreateOrders <<'RUBY'
def change
  create_table :orders do |t|
    t.references :customer, null: false, foreign_key: true
    t.decimal :total, precision: 12, scale: 2
  end
end
RUBY
}

notes() {
    migration 20240303090000_order_notes OrderNotes <<'RUBY'
def change
  add_column :orders, :note, :text
  add_index :orders, :note
end
RUBY
}

shop() {
    application "${1:-sql}"
    customers
    orders
    notes
}

status() {
    cd "$files"
    for task in db:migrate:status db:abort_if_pending_migrations; do
        echo "\$ rake $task"
        rake -s $task 2>&1 | grep -vE '^(/|Tasks:|\(See full)' || true
    done
    rm -rf log tmp
}

situation rails clean-with-structure-sql
shop
rails_ db:migrate
keep status

situation rails clean-with-schema-rb
shop ruby
rails_ db:migrate
keep status

situation rails one-pending
shop
rails_ db:migrate VERSION=20240202090000
keep status

situation rails one-pending-that-structure-sql-holds-already
shop
rails_ db:migrate
cp "$files/db/structure.sql" "$work/structure.sql"
rails_ db:rollback
cp "$work/structure.sql" "$files/db/structure.sql"
keep status

situation rails nothing-applied
shop ruby
keep status

situation rails failed-half-way
shop
rails_ db:migrate
migration 20240404090000_wrong Wrong <<'RUBY'
def up
  execute "CREATE TABLE refunds (id bigint PRIMARY KEY)"
  execute "ALTER TABLE no_such_table ADD x int"
end
RUBY
rails_ db:migrate 2>/dev/null || true
rm -rf "$files/log" "$files/tmp"
keep status

situation rails failed-half-way-outside-of-a-transaction
shop
rails_ db:migrate
migration 20240404090000_indexes Indexes <<'RUBY'
disable_ddl_transaction!

def change
  add_index :orders, :total, algorithm: :concurrently
  add_index :orders, :no_such_column, algorithm: :concurrently
end
RUBY
rails_ db:migrate 2>/dev/null || true
rm -rf "$files/log" "$files/tmp"
keep status

situation rails edited-after-applying
shop
rails_ db:migrate
sed -i 's/:note, :text/:note, :string/' "$files/db/migrate/20240303090000_order_notes.rb"
keep status

situation rails only-line-endings-changed
shop ruby
rails_ db:migrate
sed -i 's/$/\r/' "$files"/db/migrate/*.rb
keep status

situation rails applied-file-missing
shop
rails_ db:migrate
rm "$files/db/migrate/20240202090000_create_orders.rb"
keep status

situation rails older-version-added-later
shop
rails_ db:migrate
migration 20240115090000_customer_names CustomerNames <<'RUBY'
def change
  add_column :customers, :name, :string
end
RUBY
keep status

situation rails rolled-back-by-one
shop
rails_ db:migrate
rails_ db:rollback
keep status

situation rails one-in-the-middle-undone
shop
notes
migration 20240404090000_customer_names CustomerNames <<'RUBY'
def change
  add_column :customers, :name, :string
end
RUBY
rails_ db:migrate
rails_ db:migrate:down VERSION=20240303090000
keep status

situation rails loaded-from-structure-sql
shop
rails_ db:migrate
psql -Xqd "$DATABASE_URL" -c "DROP SCHEMA public CASCADE; CREATE SCHEMA public" 2>/dev/null
rails_ db:structure:load 2>/dev/null
keep status

situation rails structure-sql-of-an-older-version
shop
rails_ db:migrate VERSION=20240202090000
cp "$files/db/structure.sql" "$work/structure.sql"
rails_ db:migrate
cp "$work/structure.sql" "$files/db/structure.sql"
keep status

situation rails changed-by-hand
shop
rails_ db:migrate
by_hand "CREATE INDEX orders_by_hand ON orders (customer_id, id); ALTER TABLE customers DROP email"
keep status

situation rails changed-by-hand-with-schema-rb
shop ruby
rails_ db:migrate
by_hand "CREATE INDEX orders_by_hand ON orders (customer_id, id)"
keep status

situation rails engines-short-versions-and-folders
application sql
migration 1_create_customers CreateCustomers <<'RUBY'
def change
  create_table(:customers) { |t| t.string :email }
end
RUBY
migration 002_create_tags.acts_as_taggable_engine CreateTags <<'RUBY'
def change
  create_table(:tags) { |t| t.string :name }
end
RUBY
migration archive/20240202090000_create_orders CreateOrders <<'RUBY'
def change
  create_table(:orders) { |t| t.references :customer, foreign_key: true }
end
RUBY
rails_ db:migrate
keep status

situation rails tables-of-other-names
application sql 'config.active_record.schema_migrations_table_name = "shop_migrations"' 'config.active_record.internal_metadata_table_name = "shop_metadata"'
customers
orders
rails_ db:migrate VERSION=20240101090000
keep status
