defmodule Shop.Repo.Migrations.CreateOrders do
  use Ecto.Migration

  def up do
    execute """
    CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers)
    """
  end
end
