import { createHmac, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createToken } from '../../accounts/token.ts'
import { smsWorld } from '../../channels/sms/testing/sms-world.ts'
import { Explained } from '../../platform/explained.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testKeys } from '../../testing/test-deps.ts'
import { removeKind, setKind, signatureOf } from './kinds.ts'

const db = await testDatabase()
const { owner } = db
const world = await smsWorld(db)
const post = async (name: string, body: string, more: Record<string, string> = {}, query = '') => {
  const answer = await world.app.request(`http://lapor.test/hooks/sms/${name}${query}`, {
    method: 'POST',
    headers: {
      'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
      ...more,
    },
    body,
  })
  return answer.status
}
const gateway = (name: string, kind: string, hook_secret: string | null = null, id = randomUUID()) =>
  owner
    .insertInto('identity.gateway')
    .values({ id, name, kind, username: '', hook_secret, changed_at: new Date() })
    .execute()

test('a gateway whose mapping was added as a row brings an SMS, which is a report once, in parts and in hexadecimal too', async () => {
  const mapping = {
    list: 'data.inbox',
    from: 'sender.msisdn',
    text: 'body',
    id: 'uid',
    at: 'received',
    concat: { number: 'part.ref', of: 'part.total', at: 'part.no' },
    octets: { body: 'hex', coding: 'dcs' },
  }
  await setKind({ owner }, { kind: 'kelapa', json: JSON.stringify(mapping), signature: 'token' })
  await gateway('kelapa-satu', 'kelapa')
  const token = await createToken(owner, { purpose: 'gateway', label: 'sms:kelapa-satu' }, world.clock.now)
  const sms = (uid: string, more: object) => ({
    uid,
    sender: { msisdn: '6281299900001' },
    received: '2026-01-14 01:00:00',
    ...more,
  })
  const bring = (...inbox: object[]) =>
    post('kelapa-satu', JSON.stringify({ data: { inbox } }), { authorization: `Bearer ${token}` })
  const part = (no: number) => ({ ref: 7, total: 2, no })
  const first = sms('1', { body: 'KOTKUPANG pohon tumbang menutup jalan di dep', part: part(1) })
  const second = sms('2', { body: 'an pasar Oeba', part: part(2) })
  const hex = sms('3', {
    hex: Buffer.from('KOTKUPANG lampu jalan mati 💡', 'utf16le').swap16().toString('hex'),
    dcs: '8',
  })
  expect(await bring(second, hex)).toBe(200)
  expect(await bring(first, hex)).toBe(200)
  expect(await post('kelapa-satu', JSON.stringify({ data: { inbox: [first] } }))).toBe(401)
  await world.work()
  const rows = await owner.selectFrom('casework.report').select(['own_door_id', 'channel']).execute()
  expect(rows).toEqual(Array(2).fill({ own_door_id: 'kota-kupang', channel: 'sms' }))
})

test('what such a gateway brings and its mapping does not read is kept for a human to look at', async () => {
  await setKind({ owner }, { kind: 'baru', json: '{"from": "asal", "text": "isi"}', signature: 'token' })
  await gateway('baru', 'baru')
  const token = await createToken(owner, { purpose: 'gateway', label: 'sms:baru' }, world.clock.now)
  expect(await post('baru', 'sender=6281299900002&pesan=halo+jalan+rusak', {}, `?token=${token}`)).toBe(200)
  await world.work()
  const kept = await owner
    .selectFrom('identity.arrival')
    .select(['outcome', 'reason'])
    .where('gateway', '=', 'baru')
    .execute()
  expect(kept).toEqual([{ outcome: 'quarantined', reason: 'unread' }])
})

test('a kind that signs as Twilio does is known by its signature; without a secret nobody is let in', async () => {
  await setKind({ owner }, { kind: 'mirip', json: '{"from": "From", "text": "Body"}', signature: 'twilio' })
  const id = randomUUID()
  await gateway('mirip', 'mirip', testKeys.keeper.sealWords(id, 'rahasia'), id)
  await gateway('mirip-tanpa', 'mirip')
  const form = { Body: 'KOTKUPANG sampah menumpuk di terminal', From: '+6281299900003' }
  const signed = (name: string) =>
    createHmac('sha1', 'rahasia')
      .update(`http://lapor.test/hooks/sms/${name}Body${form.Body}From${form.From}`)
      .digest('base64')
  const body = new URLSearchParams(form).toString()
  expect(await post('mirip', body, { 'x-twilio-signature': signed('mirip') })).toBe(200)
  expect(await post('mirip', body, { 'x-twilio-signature': signed('mirip-tanpa') })).toBe(401)
  expect(await post('mirip-tanpa', body, { 'x-twilio-signature': signed('mirip-tanpa') })).toBe(401)
})

test.each([
  ['no JSON at all', 'from=a', 'the mapping:'],
  ['no sender', '{"text": "isi"}', 'from:'],
  ['no text', '{"from": "asal"}', 'text:'],
  ['one field for both', '{"from": "a", "text": "a"}', 'text: is the same field as from'],
  ['a field that we do not know', '{"from": "a", "text": "b", "subject": "c"}', 'subject'],
  ['a name of a field that is none', '{"from": "a b", "text": "c"}', 'from: is no name of a field'],
  [
    'a state that there is not',
    '{"from": "a", "text": "b", "receipt": {"state": "s", "id": "i", "to": "t", "states": {"ok": "fine"}}}',
    'receipt.states.ok',
  ],
])('a mapping with %s is refused, and it is said why', async (_, json, why) => {
  const asked = setKind({ owner }, { kind: 'salah', json, signature: 'token' })
  await expect(asked).rejects.toThrow(Explained)
  await expect(asked).rejects.toThrow(why)
})

test('what comes with us stays as it is; a kind that is in use stays; one that there is not is named', async () => {
  const json = '{"from": "a", "text": "b"}'
  await expect(setKind({ owner }, { kind: 'twilio', json, signature: 'token' })).rejects.toThrow('comes with us')
  await expect(removeKind({ owner }, 'kannel')).rejects.toThrow('comes with us')
  await setKind({ owner }, { kind: 'dipakai', json, signature: 'token' })
  await gateway('dipakai-satu', 'dipakai')
  await expect(removeKind({ owner }, 'dipakai')).rejects.toThrow('The gateway dipakai-satu is of this kind')
  await owner.deleteFrom('identity.gateway').where('name', '=', 'dipakai-satu').execute()
  await removeKind({ owner }, 'dipakai')
  await expect(removeKind({ owner }, 'dipakai')).rejects.toThrow('No kind is called so')
  await expect(signatureOf(owner, 'dipakai')).rejects.toThrow('--kind is one of')
  expect(await signatureOf(owner, 'vonage')).toBe('vonage')
})
