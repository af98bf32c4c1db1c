defmodule Shop.Repo.Migrations.CustomerNames do
  use Ecto.Migration

  def up do
    execute """
    ALTER TABLE customers ADD name text
    """
  end
end
