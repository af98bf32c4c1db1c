// Records the order that node-pg-migrate 9.0.0 gives files, by its own comparator:
//
//   npm install node-pg-migrate@9.0.0 pg && node record-order-of-node-pg-migrate.mjs > ../../resources/node-pg-migrate/order.json
//
// The module is not exported: it is found beside the main file. Names it holds for equal are left out.
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const { compareMigrationFileNames } = await import(
  pathToFileURL(path.resolve('node_modules/node-pg-migrate/dist/legacy/utils/comparators.js'))
);

let seed = 11;
const below = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 4294967296) * n);
};
const pick = (list) => list[below(list.length)];
const number = () =>
  pick([
    () => String(1 + below(12)),
    () => String(1 + below(12)).padStart(4, '0'),
    () => String(1700000000000 + below(4) * 1000),
    () => new Date(1700000000000 + below(4) * 1000).toISOString().replace(/\D/g, ''),
    () => String(20240101 + below(3)) + '000000',
  ])();
const word = () => Array.from({ length: 1 + below(6) }, () => pick([...'abAB019-_ .éÉßø'])).join('');

const names = [];
for (let i = 0; i < 400; i++) names.push(`${number()}_${word()}${pick(['.sql', '.js', '.ts'])}`);
const order = [...new Set(names)]
  .sort((a, b) => compareMigrationFileNames(a, b))
  .filter((name, i, all) => i === 0 || compareMigrationFileNames(all[i - 1], name) !== 0);
console.log(JSON.stringify(order, null, 1));
