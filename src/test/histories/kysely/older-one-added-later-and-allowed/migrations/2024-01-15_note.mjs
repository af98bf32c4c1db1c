export async function up(db) {
  await db.schema.alterTable('customers').addColumn('note', 'text').execute();
}

export async function down(db) {
  await db.schema.alterTable('customers').dropColumn('note').execute();
}
