import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { makeTrackingId } from '../../report/tracking-id.ts'
import { aWednesday } from '../test-deps.ts'
import { makeFinder } from './canaries.ts'
import { type Accusing, canaryWorld } from './canary-world.ts'
import { ask, everybodyReads } from './crawl.ts'
import { routesOfReports } from './fill.ts'
import { lawFor, wrongCells } from './law.ts'
import { messagesAbout } from './messages-about.ts'
import { fillOf } from './things.ts'

// Reports that accuse an office, whoever heads another, and four people who would otherwise have read them: the accused,
// signed in, read everything that anybody is shown, and find what strangers find and nothing more.

const dinkes = 'kota-kupang-dinkes'
const accused = {
  'officer of the unit that handles it': ['officer', dinkes],
  'coordinator of the agency that handles it': ['coordinator', 'kota-kupang'],
  'verifier at the desk': ['verifier', 'kemenpanrb'],
  'supervisor at the Ombudsman': ['supervisor', 'ombudsman'],
  'staff of the accused office': ['officer', 'kota-kupang-pupr'],
  'head of the accused office': ['officer', 'kota-kupang-pupr'],
  'staff who has left the accused office': ['officer', 'kota-kupang-pupr'],
  'staff who came to the accused office': ['officer', dinkes],
  'head at the time': ['officer', 'kota-kupang-dinsos'],
  'acting head since': ['officer', dinkes],
} as const satisfies Accusing['hire']
const theAccused = Object.keys(accused) as (keyof typeof accused)[]
const others = ['public', 'desk', 'coordinator', 'officer', 'supervisor'] as const

const db = await testDatabase()
const world = await canaryWorld(db, {
  accusing: {
    offices: ['Dinas Pekerjaan Umum dan Penataan Ruang Kota Kupang', 'Kepala Dinas Sosial Kota Kupang'],
    people: [
      { name: 'officer of the unit that handles it', office: dinkes },
      { name: 'coordinator of the agency that handles it', office: 'kota-kupang' },
      { name: 'verifier at the desk', office: 'kemenpanrb' },
      { name: 'supervisor at the Ombudsman', office: 'ombudsman' },
    ],
    hire: accused,
  },
})
const { planted } = world
const idOf = (name: keyof typeof accused) => world.hired[name]?.accountId
await sql`select identity.appoint_head('kota-kupang-pupr', ${idOf('head of the accused office')}, false, ${aWednesday})`.execute(
  db.owner,
)
await sql`select identity.appoint_head('kota-kupang-dinsos', ${idOf('head at the time')}, false, ${aWednesday})`.execute(
  db.owner,
)
await sql`select identity.appoint_head('kota-kupang-dinsos', ${idOf('acting head since')}, true, ${aWednesday})`.execute(
  db.owner,
)
await sql`select identity.transfer(${idOf('staff who has left the accused office')}, 'officer', ${dinkes}, ${aWednesday})`.execute(
  db.owner,
)
await sql`select identity.transfer(${idOf('staff who came to the accused office')}, 'officer', 'kota-kupang-pupr', ${aWednesday})`.execute(
  db.owner,
)
// Messages that did not go out are among what the accused read, and say no ID.
for (const { id } of planted) {
  const report = await db.owner.selectFrom('casework.report').select('id').where('tracking_id', '=', id).execute()
  for (const one of report) await messagesAbout(db, one.id)
}

const find = makeFinder(planted.flatMap((report) => report.canaries))
const ids = planted.map(({ id }) => id)
const hidden = planted.filter(({ secrecy, life }) => secrecy === 'confidential' && life !== 'withdrawn')
const someIds = [...hidden, ...planted.slice(0, 1)].map(({ id }) => id)
const { reading } = await everybodyReads(world, [...others, ...theAccused], find, await fillOf(db.owner, ids, someIds))
const foundBy = (reader: string) => reading.find((one) => one.reader === reader)?.lookout.seen ?? new Map()
const isAccusedField = (field: string) => field.startsWith('accused')

test.each(others)('who is not accused, as %s, reads these reports as any other', (reader) => {
  const law = (report: (typeof planted)[number], field: string) =>
    isAccusedField(field) ? '-' : lawFor(reader, report, field)
  expect(wrongCells(reader, foundBy(reader), planted, law)).toEqual([])
})

test.each(theAccused)('one of the accused, the %s, finds of them what everybody finds', (reader) => {
  const law = (report: (typeof planted)[number], field: string) =>
    isAccusedField(field) ? 'N' : lawFor('public', report, field)
  expect(wrongCells(reader, foundBy(reader), planted, law)).toEqual([])
})

test.each(theAccused)(
  'to one of the accused, the %s, a hidden report is at every route one that does not exist',
  async (reader) => {
    const absent = makeTrackingId()
    const told = async (id: string, route: string) => {
      const path = route.replace(':id', id)
      const answer = await ask(world.app, path, world.headersOf(reader, path))
      const said = [answer.status, ...[...answer.headers].map(String), await answer.text()].join('\n')
      // A tag is made of the words of the page, the ID that was typed among them.
      return said.replaceAll(id, ':id').replace(/^etag,.*$/m, 'etag')
    }
    for (const route of routesOfReports(world.app, 'GET', ['1', 'x', 'kota-kupang'])) {
      const none = await told(absent, route)
      for (const { id, name } of hidden) expect(await told(id, route), `${route} of a report ${name}`).toBe(none)
    }
  },
)
