defmodule Shop.Repo.Migrations.Wrong do
  use Ecto.Migration

  def up do
    execute """
    ALTER TABLE no_such_table ADD x int
    """
  end
end
