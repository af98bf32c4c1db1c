defmodule Shop.Repo.Migrations.OrderNotes do
  use Ecto.Migration

  def up do
    execute """
    ALTER TABLE orders ADD note text
    """
  end
end
