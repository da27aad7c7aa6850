import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { createToken } from '../../../accounts/token.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { testKeys } from '../../../testing/test-deps.ts'
import { keepArrival } from '../../arrivals/keep-arrival.ts'
import { arrivingSms } from '../keep-sms.ts'
import { makePart } from '../parts/part.ts'
import { smsWorld } from '../testing/sms-world.ts'

// By which id a message of a gateway that is a row is known, and whose it is.

const db = await testDatabase()
const world = await smsWorld(db)
const month = 30 * 86_400_000
const [marta, rio] = ['+6281355550001', '+6281355550002']
const mapping = {
  list: 'inbox',
  from: 'sender',
  text: 'body',
  id: 'uid',
  concat: { number: 'part.ref', of: 'part.total', at: 'part.no' },
}
await db.owner
  .insertInto('identity.gateway_kind')
  .values({ kind: 'kelapa', mapping: JSON.stringify(mapping), signature: 'token' })
  .execute()
await db.owner
  .insertInto('identity.gateway')
  .values({ id: randomUUID(), name: 'kelapa-satu', kind: 'kelapa', username: '', changed_at: new Date() })
  .execute()
const token = await createToken(db.owner, { purpose: 'gateway', label: 'sms:kelapa-satu' }, world.clock.now)

beforeEach(async () => {
  await sql`truncate identity.arrival, casework.outbox cascade`.execute(db.owner)
})

type Sms = { sender: string; body: string; uid: string; part?: object }

/** @param uid as it stands in the JSON, so a number without quotes */
async function bring(...inbox: Sms[]) {
  const items = inbox.map(({ uid, ...sms }) => `{"uid":${uid},${JSON.stringify(sms).slice(1)}`)
  const answer = await world.app.request('http://lapor.test/hooks/sms/kelapa-satu', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: `{"inbox":[${items.join(',')}]}`,
  })
  return answer.status
}

const kept = async () => {
  await world.work()
  const rows = await db.owner.selectFrom('identity.arrival').select(['outcome', 'part_at']).orderBy('part_at').execute()
  return rows.map(({ outcome, part_at }) => [outcome, part_at].filter((one) => one !== null).join(' '))
}

/** As this gateway's messages were kept until their sender was of the key, and their ids were cut. */
function keptBefore(messageId: string, from: string, text: string, ref?: { number: number; of: number; at: number }) {
  const part = makePart(Buffer.from(text, 'utf16le').swap16(), 'ucs2', ref)
  const arriving = arrivingSms('kelapa-satu', { from, to: '1708', part })
  return keepArrival({ db: db.worker, keys: testKeys }, { ...arriving, messageId }, world.clock.now)
}

test('two people’s messages whose ids are longer than a number here are two, and each comes again as itself', async () => {
  const road = { sender: marta, body: 'Jalan rusak di depan pasar Oeba', uid: '1234567890123456788' }
  const medicine = { sender: rio, body: 'Obat di puskesmas Sikumana habis', uid: '1234567890123456789' }
  const next = { sender: rio, body: 'Sampah menumpuk di Oesapa sebulan', uid: '1234567890123456790' }
  expect([await bring(road, medicine, next), await bring(road, medicine, next)]).toEqual([200, 200])
  expect(await kept()).toEqual(['report', 'report', 'report'])
})

test('two people’s messages under one id, of a gateway that counts by sender, are two', async () => {
  const road = { sender: marta, body: 'Lampu jalan padam di Penfui', uid: '"1"' }
  const medicine = { sender: rio, body: 'Air PDAM mati di Liliba', uid: '"1"' }
  expect([await bring(road), await bring(medicine), await bring(medicine)]).toEqual([200, 200, 200])
  expect(await kept()).toEqual(['report', 'report'])
})

test.each([
  ['"817790313235066447"', '817790313235066447'],
  ['4711', '4711'],
  ['1234567890123456788', '1234567890123456800'],
])(
  'a message under the id %s that was kept before ids were read whole is the same a month later',
  async (uid, messageId) => {
    const body = `Pohon tumbang di Manulai ${uid}`
    await keptBefore(messageId, marta, body)
    expect(await kept()).toEqual(['report'])
    world.clock.now = new Date(world.clock.now.getTime() + month)
    expect(await bring({ sender: marta, body, uid })).toBe(200)
    expect(await kept()).toEqual(['report'])
  },
)

test('what somebody else, or the same person in another part, says under the id of a message of before is another one', async () => {
  const cut = '1234567890123456800'
  await keptBefore(cut, marta, 'Atap sekolah roboh di ', { number: 7, of: 2, at: 1 })
  const part = { ref: 7, total: 2, no: 2 }
  await bring({ sender: marta, body: 'Kelurahan Airnona', uid: '1234567890123456790', part })
  await bring({ sender: rio, body: 'Got mampet di Bakunase', uid: cut })
  expect(await kept()).toEqual(['report 1', 'report 2', 'report'])
})
