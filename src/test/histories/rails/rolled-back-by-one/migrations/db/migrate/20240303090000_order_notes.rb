class OrderNotes < ActiveRecord::Migration[6.1]
  def change
    add_column :orders, :note, :text
    add_index :orders, :note
  end
end
