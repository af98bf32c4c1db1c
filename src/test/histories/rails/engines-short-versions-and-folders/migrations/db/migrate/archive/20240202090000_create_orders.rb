class CreateOrders < ActiveRecord::Migration[6.1]
  def change
    create_table(:orders) { |t| t.references :customer, foreign_key: true }
  end
end
