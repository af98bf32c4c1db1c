// Talks to Prisma's schema engine as Prisma's command line does: JSON-RPC, one message a line.
//   PRISMA_SCHEMA_ENGINE  the engine's program (node_modules/@prisma/engines/schema-engine-*)
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export class Engine {
  constructor(url) {
    this.url = url
    const schema = join(mkdtempSync(join(tmpdir(), 'engine-')), 'schema.prisma')
    writeFileSync(schema, 'datasource db {\n  provider = "postgresql"\n}\n')
    const datasource = JSON.stringify({ url })
    this.process = spawn(process.env.PRISMA_SCHEMA_ENGINE, ['--datamodels', schema, '--datasource', datasource], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    this.waiting = new Map()
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      const message = JSON.parse(line)
      this.waiting.get(message.id)?.(message)
    })
  }

  call(method, params) {
    const id = this.waiting.size + 1
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      this.process.stdin.write(JSON.stringify({ jsonrpc: '2.0', id, method, params }) + '\n')
    })
  }

  async execute(script) {
    const { error } = await this.call('dbExecute', { datasourceType: { tag: 'url', url: this.url }, script })
    if (error) throw new Error(error.data.message)
  }

  // files: [name, text] in any order; a text of null is a folder without migration.sql
  async diagnose(files, lock = null) {
    const ordered = [...files].sort(([a], [b]) => a.localeCompare(b))
    const { result, error } = await this.call('diagnoseMigrationHistory', {
      migrationsList: {
        baseDir: '/migrations',
        lockfile: { path: 'migration_lock.toml', content: lock },
        migrationDirectories: ordered.map(([path, text]) => ({
          path,
          migrationFile: {
            path: 'migration.sql',
            content: text === null ? { tag: 'error', value: 'ENOENT' } : { tag: 'ok', value: text },
          },
        })),
        shadowDbInitScript: '',
      },
      optInToShadowDatabase: false,
      filters: { externalTables: [], externalEnums: [] },
    })
    if (error) return { error: error.data.error_code ?? 'unknown' }
    const history = result.history ?? {}
    return {
      table: result.hasMigrationsTable,
      edited: result.editedMigrationNames,
      failed: result.failedMigrationNames,
      relation: history.diagnostic ?? null,
      pending: history.unappliedMigrationNames ?? [],
      missing: history.unpersistedMigrationNames ?? [],
      lastCommon: history.lastCommonMigrationName ?? null,
    }
  }

  close() {
    this.process.stdin.end()
  }
}
