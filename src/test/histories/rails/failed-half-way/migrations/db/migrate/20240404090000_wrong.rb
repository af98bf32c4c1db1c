class Wrong < ActiveRecord::Migration[6.1]
  def up
    execute "CREATE TABLE refunds (id bigint PRIMARY KEY)"
    execute "ALTER TABLE no_such_table ADD x int"
  end
end
