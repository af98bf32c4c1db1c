class Indexes < ActiveRecord::Migration[6.1]
  disable_ddl_transaction!

  def change
    add_index :orders, :total, algorithm: :concurrently
    add_index :orders, :no_such_column, algorithm: :concurrently
  end
end
