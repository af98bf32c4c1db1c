defmodule Shop.Repo.Migrations.CreateCustomers do
  use Ecto.Migration

  def up do
    execute """
    CREATE TABLE customers (id bigserial PRIMARY KEY, email text NOT NULL)
    """
  end
end
