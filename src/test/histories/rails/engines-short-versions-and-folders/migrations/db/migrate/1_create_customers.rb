class CreateCustomers < ActiveRecord::Migration[6.1]
  def change
    create_table(:customers) { |t| t.string :email }
  end
end
