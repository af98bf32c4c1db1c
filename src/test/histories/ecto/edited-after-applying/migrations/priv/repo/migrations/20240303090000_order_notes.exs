defmodule Shop.Repo.Migrations.OrderNotes do
  use Ecto.Migration

  def up do
    execute """
    ALTER TABLE orders ADD note varchar(200)
    """
  end
end
