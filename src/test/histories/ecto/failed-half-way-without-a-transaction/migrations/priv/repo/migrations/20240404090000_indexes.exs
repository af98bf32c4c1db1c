defmodule Shop.Repo.Migrations.Indexes do
  use Ecto.Migration
  @disable_ddl_transaction true
  @disable_migration_lock true
  def up do
    execute """
    CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note)
    CREATE INDEX CONCURRENTLY orders_wrong_idx ON orders (no_such_column)
    """
  end
end
