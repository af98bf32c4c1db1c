// Brings databases into real situations by Prisma's own command line, and records the history's rows, the files and what
// Prisma's engine says of them.
//
//   PRISMA=prisma PRISMA_SCHEMA_ENGINE=... SERVER=postgresql://user@host:port node record-prisma-situations.mjs
//     > ../resources/prisma/situations.json
//
// PRISMA is the command line (7.9.1 or newer), SERVER a server where databases may be created, without a database's name.
// Needs psql. Databases are named situation_*, and dropped at the end.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Engine } from './prisma-engine.mjs'

const psql = (database, sql) => execFileSync('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1', `${process.env.SERVER}/${database}`, '-c', sql], { encoding: 'utf8' })

class Project {
  constructor(name) {
    this.database = 'situation_' + name.toLowerCase()
    this.url = `${process.env.SERVER}/${this.database}`
    psql('postgres', `DROP DATABASE IF EXISTS ${this.database} WITH (FORCE)`)
    psql('postgres', `CREATE DATABASE ${this.database}`)
    this.folder = mkdtempSync(join(tmpdir(), 'situation-'))
    this.migrations = join(this.folder, 'prisma/migrations')
    mkdirSync(this.migrations, { recursive: true })
    writeFileSync(join(this.folder, 'prisma/schema.prisma'), 'datasource db {\n  provider = "postgresql"\n}\n')
    writeFileSync(
      join(this.folder, 'prisma.config.ts'),
      `export default { schema: 'prisma/schema.prisma', datasource: { url: '${this.url}' } }\n`,
    )
    writeFileSync(join(this.migrations, 'migration_lock.toml'), 'provider = "postgresql"\n')
  }
  write(name, content) {
    mkdirSync(join(this.migrations, name), { recursive: true })
    if (content !== null) writeFileSync(join(this.migrations, name, 'migration.sql'), content)
  }
  remove(name) {
    rmSync(join(this.migrations, name), { recursive: true })
  }
  sql(text) {
    psql(this.database, text)
  }
  prisma(...args) {
    return spawnSync(process.env.PRISMA, args, { cwd: this.folder, encoding: 'utf8' })
  }
  deploy() {
    return this.prisma('migrate', 'deploy').status
  }
  resolve(how, name) {
    return this.prisma('migrate', 'resolve', how, name).status
  }
  start() {
    return spawn(process.env.PRISMA, ['migrate', 'deploy'], { cwd: this.folder, stdio: 'ignore', detached: true })
  }
  async busy() {
    while (psql(this.database, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep%' AND state = 'active' AND pid <> pg_backend_pid()").trim() === '0') await pause(50)
  }
  files() {
    return readdirSync(this.migrations, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => {
        const path = join(this.migrations, name, 'migration.sql')
        return [name, existsSync(path) ? readFileSync(path).toString('hex') : null]
      })
  }
  rows() {
    const table = psql(this.database, "SELECT to_regclass('public._prisma_migrations') IS NOT NULL").trim()
    if (table === 'f') return null
    return JSON.parse(
      psql(
        this.database,
        `SELECT coalesce(json_agg(json_build_array(migration_name, checksum, extract(epoch FROM started_at),
           extract(epoch FROM finished_at), extract(epoch FROM rolled_back_at), applied_steps_count, logs) ORDER BY started_at), '[]')
         FROM _prisma_migrations`,
      ),
    )
  }
  lockHeld() {
    return psql(this.database, 'SELECT count(*) FROM pg_locks WHERE locktype = \'advisory\' AND granted AND classid = 0 AND objid = 72707369').trim() !== '0'
  }
}

const [A, B, C] = ['20240101000000_init', '20240102000000_more', '20240103000000_last']
const TABLE = 'CREATE TABLE a (id int PRIMARY KEY);\n'
const MORE = 'ALTER TABLE a ADD COLUMN b text;\n'
const BROKEN = 'CREATE TABLE half (i int);\nALTER TABLE nowhere ADD COLUMN b text;\n'
const SLOW = 'CREATE TABLE slow (i int);\nSELECT pg_sleep(4);\n'

// each: what is done; what must stay running while the state is recorded is returned
const SITUATIONS = {
  S01_clean: (p) => { p.write(A, TABLE); p.write(B, MORE); p.deploy() },
  S02_pending: (p) => { p.write(A, TABLE); p.deploy(); p.write(B, MORE) },
  S03_failed: (p) => { p.write(A, TABLE); p.write(B, BROKEN); p.deploy() },
  S03_failed_with_pending: (p) => { p.write(A, TABLE); p.write(B, BROKEN); p.deploy(); p.write(C, 'SELECT 1;\n') },
  S03_failed_then_file_fixed: (p) => { p.write(A, TABLE); p.write(B, BROKEN); p.deploy(); p.write(B, MORE); p.deploy() },
  S04_rolled_back: (p) => { p.write(A, TABLE); p.write(B, BROKEN); p.deploy(); p.resolve('--rolled-back', B) },
  S04_applied_again: (p) => { p.write(A, TABLE); p.write(B, BROKEN); p.deploy(); p.resolve('--rolled-back', B); p.write(B, MORE); p.deploy() },
  S04_failed_again: (p) => { p.write(A, TABLE); p.write(B, BROKEN); p.deploy(); p.resolve('--rolled-back', B); p.deploy() },
  S04_rolled_back_and_gone: (p) => { p.write(A, TABLE); p.write(B, BROKEN); p.deploy(); p.resolve('--rolled-back', B); p.remove(B) },
  S05_edited: (p) => { p.write(A, TABLE); p.deploy(); p.write(A, TABLE + '-- edited\n') },
  S06_missing: (p) => { p.write(A, TABLE); p.write(B, MORE); p.deploy(); p.remove(B) },
  S07_diverged: (p) => { p.write(A, TABLE); p.write(B, MORE); p.deploy(); p.remove(B); p.write(C, 'SELECT 1;\n') },
  S07_diverged_then_deployed: (p) => { p.write(A, TABLE); p.write(B, MORE); p.deploy(); p.remove(B); p.write(C, 'SELECT 1;\n'); p.deploy() },
  S08_pushed: (p) => { p.write(A, TABLE); p.deploy(); p.sql('CREATE TABLE pushed (i int)') },
  S09_lost: (p) => { p.write(A, TABLE); p.deploy(); p.sql('DROP TABLE a') },
  S10_no_history_full: (p) => { p.sql('CREATE TABLE a (id int PRIMARY KEY)'); p.write(A, TABLE); p.deploy() },
  S10_no_history_empty: (p) => { p.write(A, TABLE) },
  S10_baselined: (p) => { p.sql('CREATE TABLE a (id int PRIMARY KEY)'); p.write(A, TABLE); p.write(B, MORE); p.resolve('--applied', A) },
  S10_baselined_then_deployed: (p) => { p.sql('CREATE TABLE a (id int PRIMARY KEY)'); p.write(A, TABLE); p.write(B, MORE); p.resolve('--applied', A); p.deploy() },
  S11_failed_then_resolved: (p) => { p.write(A, TABLE); p.write(B, BROKEN); p.deploy(); p.resolve('--applied', B) },
  S12_only_history: (p) => { p.write(A, '-- nothing\n'); p.deploy() },
  S13_crlf_after_lf: (p) => { p.write(A, TABLE + MORE); p.deploy(); p.write(A, (TABLE + MORE).replaceAll('\n', '\r\n')) },
  S13_lf_after_crlf: (p) => { p.write(A, (TABLE + MORE).replaceAll('\n', '\r\n')); p.deploy(); p.write(A, TABLE + MORE) },
  S13_mixed_after_lf: (p) => { p.write(A, TABLE + MORE); p.deploy(); p.write(A, TABLE.replace('\n', '\r\n') + MORE) },
  S13_no_final_newline: (p) => { p.write(A, TABLE); p.deploy(); p.write(A, TABLE.trimEnd()) },
  S13_latin1: (p) => { p.write(A, Buffer.concat([Buffer.from(TABLE + '-- caf'), Buffer.from([0xe9, 0x0a])])); p.deploy() },
  S13_byte_order_mark: (p) => { p.write(A, '\ufeff' + TABLE); p.deploy() },
  S14_folder_without_file: (p) => { p.write(A, TABLE); p.deploy(); p.write(B, null) },
  S14_folder_without_file_deployed: (p) => { p.write(A, TABLE); p.write(B, null); p.deploy() },
  S14_empty_file: (p) => { p.write(A, ''); p.write(B, '-- only a comment\n'); p.deploy() },
  S15_order: (p) => {
    for (const n of ['_under', '0_init', '10_y', '20240101_a', '20240101-z', '20240101000000_b', '20240101000000_B', '9_x', 'a_low', 'A_up']) p.write(n, '-- ' + n + '\n')
    p.deploy()
  },
  S15_older_name_later: (p) => { p.write(B, TABLE); p.deploy(); p.write(A, MORE) },
  S16_lock_held_by_another: async (p) => {
    p.write(A, TABLE); p.deploy(); p.write(B, MORE)
    const holder = spawn('psql', ['-Xq', p.url, '-c', 'SELECT pg_advisory_lock(72707369), pg_sleep(60)'], { stdio: 'ignore' })
    await p.busy()
    return holder
  },
  S19_running: async (p) => { p.write(A, TABLE); p.deploy(); p.write(B, SLOW); const child = p.start(); await p.busy(); return { kill: () => process.kill(-child.pid, 'SIGKILL') } },
  S20_killed: async (p) => {
    p.write(A, TABLE); p.deploy(); p.write(B, SLOW)
    const child = p.start()
    await p.busy()
    process.kill(-child.pid, 'SIGKILL')
    while (p.lockHeld()) await pause(100)
  },
}

const recorded = {}
for (const [name, arrange] of Object.entries(SITUATIONS)) {
  const project = new Project(name)
  const running = await arrange(project)
  const engine = new Engine(project.url)
  const files = project.files()
  const lock = readFileSync(join(project.migrations, 'migration_lock.toml'), 'utf8')
  const texts = files.map(([n, hex]) => [n, hex === null ? null : Buffer.from(hex, 'hex').toString('utf8')])
  recorded[name] = { files, lock, lockHeld: project.lockHeld(), rows: project.rows(), answer: await engine.diagnose(texts, lock) }
  recorded[name].status = project.prisma('migrate', 'status').status
  engine.close()
  running?.kill()
  console.error(name, recorded[name].status, JSON.stringify(recorded[name].answer))
  await pause(200)
  psql('postgres', `DROP DATABASE IF EXISTS ${project.database} WITH (FORCE)`)
  rmSync(project.folder, { recursive: true })
}
console.log('{\n' + Object.entries(recorded).map(([name, state]) => JSON.stringify(name) + ': ' + JSON.stringify(state)).join(',\n') + '\n}')
