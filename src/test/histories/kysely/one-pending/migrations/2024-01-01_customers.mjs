import { sql } from 'kysely';

export async function up(db) {
  await db.schema
    .createTable('customers')
    .addColumn('id', 'serial', (col) => col.primaryKey())
    .addColumn('email', 'text', (col) => col.notNull().unique())
    .execute();
  await sql`COMMENT ON TABLE customers IS 'who buys'`.execute(db);
}

export async function down(db) {
  await db.schema.dropTable('customers').execute();
}
