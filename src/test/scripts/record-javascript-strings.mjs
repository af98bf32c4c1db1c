// Records what JavaScript makes of names and of bytes, which Prisma's command line relies on.
//
//   node record-javascript-strings.mjs > ../resources/prisma/javascript.json      (LANG=C.UTF-8 or English)
//
// order: names sorted by localeCompare (those it holds for equal are left out); decoded: random bytes in hex, and the SHA-256
// of the text that they are read as.
import { createHash } from 'node:crypto'

let seed = 8
const below = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 4294967296) * n)
}
const pick = (list) => list[below(list.length)]
const LETTERS = [...'abcxyzABCXYZ019___---. +@#()[]{}&,;\'~!$%^=`"<>|?*:']
const FOREIGN = [...'éèÉüÜßñøåÅæÆŁłİıжЖяαΩΣσς中文字あアカ가각אبทk̇\u0301\u0308ﬁ①½😀👍🏽𝒜\ufeff\u00ad\u200d\u00a0']
const word = (letters, length) => Array.from({ length }, () => pick(letters)).join('')
const stamp = () => String(20230101 + below(3) * 10000 + below(12) * 100 + below(28)) + pick(['', '', '000000', String(100000 + below(100000))])

const names = [
  '_under', '0_init', '10_y', '20240101_a', '20240101-z', '20240101000000_b', '20240101000000_B', '9_x', 'a_low', 'A_up',
]
for (let i = 0; i < 220; i++) names.push(stamp() + pick(['_', '_', '-', '.', ' ', '']) + word(LETTERS, 1 + below(8)))
for (let i = 0; i < 200; i++) names.push(word(LETTERS, 1 + below(5)))
for (let i = 0; i < 200; i++) names.push(word([...LETTERS, ...FOREIGN, ...FOREIGN], 1 + below(6)))
const order = [...new Set(names)].sort((a, b) => a.localeCompare(b)).filter((name, i, all) => i === 0 || all[i - 1].localeCompare(name) !== 0)

const decoded = []
const PIECES = ['41', '0a', '0d0a', 'c3a9', 'e4', 'fc', 'c3', 'e28282', 'e282', 'e2', 'f09f9880', 'f09f98', 'f09f', 'f0', 'eda080', 'c080', 'f8888080', 'ff', 'efbbbf', 'f4908080', '80', 'bf', 'e08080', 'f0808080']
for (let i = 0; i < 250; i++) {
  const hex = word(PIECES, below(9))
  const text = Buffer.from(hex, 'hex').toString('utf8')
  decoded.push([hex, createHash('sha256').update(text).digest('hex')])
}
console.log(JSON.stringify({ node: process.version, icu: process.versions.icu, order, decoded }))
