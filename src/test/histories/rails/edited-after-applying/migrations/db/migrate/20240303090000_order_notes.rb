class OrderNotes < ActiveRecord::Migration[6.1]
  def change
    add_column :orders, :note, :string
    add_index :orders, :note
  end
end
