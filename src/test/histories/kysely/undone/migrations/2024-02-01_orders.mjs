export async function up(db) {
  await db.schema
    .createTable('orders')
    .addColumn('id', 'serial', (col) => col.primaryKey())
    .addColumn('customer_id', 'integer', (col) => col.notNull().references('customers.id'))
    .execute();
}

export async function down(db) {
  await db.schema.dropTable('orders').execute();
}
