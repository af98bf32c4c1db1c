// Makes up some hundred migration histories and records what Prisma's own engine says of each.
//
//   PRISMA_SCHEMA_ENGINE=... DATABASE_URL=postgresql://... node record-prisma-histories.mjs > ../resources/prisma/histories.jsonl
//
// The database must be one to spare: its table _prisma_migrations is dropped. The same seed makes the same histories.
// A line is one state: {files: [[name, text]], lock, rows: [[name, checksum, started, finished, rolledBack, steps, logs]],
// answer}; the times are seconds. Checksums that are those of a file's text are written as "=0" (of file 0), with a letter
// for how the line ends were changed first: l (\n) or c (\r\n); "u" stands for the old form without leading zeros.
import { createHash } from 'node:crypto'
import { Engine } from './prisma-engine.mjs'

let seed = 20251018
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const below = (n) => Math.floor(random() * n)
const pick = (list) => list[below(list.length)]
const chance = (p) => random() < p

const NAMES = [
  '20250916215312_init', '20250917025536_add_tmdb_fields', '20250917224147_add_csv_tracking', '20251018_initial',
  '20251018000000_b', '20251018000000_B', '0_init', '10_y', '9_x', 'a_low', 'A_up', '_under', '20240101-z', 'émigré', 'x.y',
]
const TEXTS = [
  'CREATE TABLE a (i int);\n', 'CREATE TABLE a (i int);', 'a\nb\nc\n', 'a\r\nb\r\nc\r\n', 'a\r\nb\nc\r\n', '', '\n', '\r\n',
  '-- only a comment\n', '\ufeffSELECT 1;\n', "SELECT 'ü\ufffd';\n", 'x\r', '\r\r\n', 'SELECT 1;\n\n\n',
]
const ENDS = {
  '': (s) => s,
  l: (s) => s.replaceAll('\r\n', '\n'),
  c: (s) => s.replaceAll('\n', '\r\n'),
  L: (s) => s.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'),
  u: (s) => s,
  ul: (s) => s.replaceAll('\r\n', '\n'),
}
const sha256 = (text) => createHash('sha256').update(text).digest()
const written = (reference, files) => {
  const match = /^([a-zA-Z]*)=(\d+)$/.exec(reference)
  if (!match) return reference
  const hash = sha256(ENDS[match[1]](files[Number(match[2])][1]))
  return match[1].startsWith('u') ? [...hash].map((b) => b.toString(16)).join('') : hash.toString('hex')
}

const checksum = (index, files) => {
  const other = sha256('something else ' + below(3)).toString('hex')
  if (index < 0) return other
  const shape = random()
  if (shape < 0.55) return '=' + index
  if (shape < 0.75) return pick(Object.keys(ENDS)) + '=' + index
  if (shape < 0.8) return ''
  if (shape < 0.85) return sha256(files[index][1]).toString('hex').toUpperCase()
  if (shape < 0.87) return sha256(files[index][1]).toString('hex').slice(1)
  return other
}

let clock = 1763000000
const tick = () => (clock += 1 + below(1000) / 1000 + below(50))
const row = (name, sum, kind) => {
  const started = tick()
  const rest = {
    finished: [started + 0.25, null, 1, null],
    resolved: [started, null, 0, ''],
    failed: [null, null, 0, 'A migration failed to apply.'],
    crashed: [null, null, 0, null],
    rolledBack: [null, started + 9, 0, 'A migration failed to apply.'],
    rolledBackCrash: [null, started + 9, 0, null],
    finishedAndRolledBack: [started + 0.25, started + 9, 1, null],
  }[kind]
  return [name, sum, started, ...rest]
}
const KINDS = ['finished', 'finished', 'finished', 'resolved', 'failed', 'crashed', 'rolledBack', 'rolledBackCrash', 'finishedAndRolledBack']

function state() {
  const names = [...NAMES].sort(() => random() - 0.5).slice(0, below(8))
  const files = names.map((name) => [name, pick(TEXTS)])
  const rows = []
  const tidy = chance(0.3) // most real histories are nearly in order
  files.forEach(([name], index) => {
    const attempts = tidy ? (chance(0.85) ? 1 : 0) : chance(0.3) ? 0 : chance(0.3) ? 2 + below(2) : 1
    for (let i = 0; i < attempts; i++) {
      rows.push(row(name, tidy ? '=' + index : checksum(index, files), tidy && chance(0.8) ? 'finished' : pick(KINDS)))
    }
  })
  const strangers = chance(0.5) ? 0 : 1 + below(3)
  for (let i = 0; i < strangers; i++) {
    const name = chance(0.3) ? 'gone' : pick(NAMES)
    const index = names.indexOf(name)
    rows.push(row(name, checksum(index, files), pick(KINDS)))
  }
  if (!tidy && chance(0.5)) {
    const times = rows.map((r) => r[2]).sort(() => random() - 0.5)
    rows.forEach((r, i) => (r[2] = times[i]))
  }
  rows.sort((a, b) => a[2] - b[2])
  return { files, lock: null, rows }
}

function chosen() {
  const [a, b, c] = ['20240101000000_a', '20240102000000_b', '20240103000000_c']
  const text = 'CREATE TABLE t (i int);\n'
  const files = (...names) => names.map((name) => [name, text])
  const of = (f, ...rows) => ({ files: f, lock: null, rows })
  return [
    of([]),
    of([], row('gone', checksum(-1), 'finished')),
    of(files(a)),
    of(files(a, b), row(a, '=0', 'finished'), row(a, '=0', 'finished'), row('gone', 'x', 'finished'), row('gone', 'x', 'failed')),
    of(files(a, b, c), row(b, '=1', 'finished'), row('gone', 'x', 'finished')), // last common is none
    of(files(a, b, c), row(a, '=0', 'rolledBack'), row(a, '=0', 'finished'), row('gone', 'x', 'rolledBack')),
    of(files(a, b), row(a, 'x', 'rolledBack'), row(a, '=0', 'finished'), row(b, '=1', 'failed')),
    of(files(a), row(a, 'x', 'failed'), row(a, '=0', 'finished')), // the first row decides on edited
    of(files(a), row(a, '=0', 'finished'), row(a, 'x', 'finished')),
    of([[a, text], [b, null]], row(a, '=0', 'finished')), // a folder without its file
    of([[a, text], [b, null]], row(a, '=0', 'finished'), row(b, 'x', 'finished')),
    ...['provider = "postgresql"\n', '# x\r\nprovider = "postgresql"\r\n', 'provider = postgresql', '', 'provider = "mysql"',
      'provider="postgresql"', ' provider = "postgresql"', 'provider = "postgres"', 'provider = "cockroachdb"', 'x = 1',
      'provider = "mysql"\nprovider = "postgresql"', 'provider = "postgresql"\nprovider = "mysql"', 'provider = "PostgreSQL"',
      'providers = "x"\nprovider = "postgresql"', "provider = 'postgresql'", 'provider = "postgresql" # mine', 'provider = ""postgresql""',
    ].map((lock) => ({ ...of(files(a), row(a, '=0', 'finished')), lock })),
  ]
}

const literal = (value) => (value === null ? 'NULL' : typeof value === 'number' ? String(value) : "'" + value.replaceAll("'", "''") + "'")
const time = (seconds) => (seconds === null ? 'NULL' : `to_timestamp(${seconds})`)
const engine = new Engine(process.env.DATABASE_URL)
const table = `CREATE TABLE _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`
await engine.execute('DROP TABLE IF EXISTS _prisma_migrations; ' + table)
const states = [...chosen(), ...Array.from({ length: 420 }, state)]
for (const { files, lock, rows } of states) {
  const values = rows.map(
    ([name, sum, started, finished, rolledBack, steps, logs], i) =>
      `(${literal('id-' + i)}, ${literal(name)}, ${literal(written(sum, files))}, ${time(started)}, ${time(finished)}, ` +
      `${time(rolledBack)}, ${steps}, ${literal(logs)})`,
  )
  // the order of insertion is not the order of time
  values.sort(() => random() - 0.5)
  await engine.execute(
    'TRUNCATE _prisma_migrations;' +
      (rows.length
        ? 'INSERT INTO _prisma_migrations (id, migration_name, checksum, started_at, finished_at, rolled_back_at,' +
          ' applied_steps_count, logs) VALUES ' + values.join(',')
        : ''),
  )
  console.log(JSON.stringify({ files, lock, rows, answer: await engine.diagnose(files, lock) }))
}
await engine.execute('DROP TABLE _prisma_migrations')
for (const files of [[], [['20240101000000_a', 'SELECT 1;\n']]]) {
  console.log(JSON.stringify({ files, lock: null, rows: null, answer: await engine.diagnose(files) }))
}
engine.close()
