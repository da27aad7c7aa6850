import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { idempotencyHash } from './file-report.ts'
import { openFiled } from '../secrecy/identity.ts'
import { testDeps, testKeeper, testKeyPair } from '../testing/test-deps.ts'
import { aToken } from './testing/a-token.ts'
import { browse } from './testing/browse.ts'
import { aPhoto, badPhotos } from './testing/photos.ts'

const db = await testDatabase()
const { app } = browse(db, testDeps(db))
const json = { 'content-type': 'application/json' }

type Body = { id: string; key?: string; code?: string; errors?: { path: string }[]; status: unknown; links: unknown }

async function send(body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await app.request('http://lapor.test/api/v1/reports', {
    method: 'POST',
    headers: { ...json, ...headers },
    body: text,
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body }
}

async function attach(id: string, files: File[], headers: Record<string, string>) {
  const body = new FormData()
  for (const file of files) body.append('file', file)
  const answer = await app.request(`http://lapor.test/api/v1/reports/${id}/attachments`, {
    method: 'POST',
    headers,
    body,
  })
  return {
    status: answer.status,
    body: (await answer.json()) as { items: unknown[]; refused: unknown[]; code: string },
  }
}

async function stored(trackingId: string) {
  return db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .innerJoin('identity.filing as f', 'f.report_id', 'r.id')
    .selectAll()
    .where('r.tracking_id', '=', trackingId)
    .executeTakeFirstOrThrow()
}

describe('filing by a program', () => {
  test('answers with ID, key, status and links', async () => {
    const { status, headers, body } = await send({ text: 'Jalan berlubang di Oebobo.' })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/v1/reports/${body.id}`)
    expect(body).toEqual({
      id: expect.stringMatching(/^[2-9A-Z]{9}$/),
      key: expect.stringMatching(/^[2-9A-Z]{20}$/),
      status: { code: 'received', label: 'Menunggu verifikasi', colour: 'grey' },
      links: {
        self: `http://lapor.test/api/v1/reports/${body.id}`,
        page: `http://lapor.test/laporan/${body.id}`,
        track: `http://lapor.test/lacak?id=${body.id}`,
      },
    })
  })

  test('takes everything of the contract', async () => {
    const { body } = await send({
      text: 'Obat habis.',
      title: 'Obat habis di puskesmas',
      kind: 'aspiration',
      agencySlug: 'kota-kupang',
      categorySlug: 'puskesmas',
      areaCode: '53.71',
      location: { lat: -10.17, lon: 123.6 },
      showName: true,
      contact: { name: 'Marta Bire', phone: '081234567890', email: 'marta@contoh.id' },
    })
    expect(await stored(body.id)).toMatchObject({
      title: 'Obat habis di puskesmas',
      kind: 'aspiration',
      channel: 'api',
      own_door_id: 'kota-kupang',
      category_id: 'puskesmas',
      area_code: '53.71',
      lat: -10.17,
      shown_name: 'Marta Bire',
    })
  })

  test('never refuses an unknown office, category or area, nor nulls and empty lines', async () => {
    const { status, body } = await send({
      text: 'Tidak tahu siapa.',
      agencySlug: 'antah',
      categorySlug: 'antah',
      areaCode: '99',
      title: '',
      kind: null,
      location: null,
      contact: null,
      accused: 'Kepala loket',
      something: { else: true },
    })
    expect(status).toBe(201)
    expect(await stored(body.id)).toMatchObject({ named_agency: 'antah', named_category: 'antah', place: '99' })
  })

  test('accepts a point outside Indonesia, flagged', async () => {
    const { body } = await send({ text: 'Di Manila.', location: { lat: 14.6, lon: 120.98 } })
    expect((await stored(body.id)).flags).toEqual(['outside_indonesia'])
  })
})

describe('a filing that cannot be taken', () => {
  test.each([
    ['no words', {}, 422, 'text'],
    ['empty words', { text: ' \u200b ' }, 422, 'text'],
    ['words that are a number', { text: 5 }, 422, 'text'],
    ['100 kB', { text: 'x'.repeat(102_400) }, 422, 'text'],
    ['a latitude in letters', { text: 'a', location: { lat: '-10', lon: 123 } }, 422, 'location.lat'],
    ['a latitude beyond the pole', { text: 'a', location: { lat: -91, lon: 123 } }, 422, 'location.lat'],
    ['half a point', { text: 'a', location: { lat: 1 } }, 422, 'location.lon'],
    ['a list for a point', { text: 'a', location: [1, 2] }, 422, 'location'],
    ['an infinite point', '{"text":"a","location":{"lat":1e999,"lon":1}}', 422, 'location.lat'],
    ['an unknown kind', { text: 'a', kind: 'joke' }, 422, 'kind'],
    ['a switch in words', { text: 'a', anonymous: 'yes' }, 422, 'anonymous'],
    ['contact without identity', { text: 'a', withoutIdentity: true, contact: { phone: '1' } }, 422, 'contact'],
    ['a list', [], 422, ''],
    ['null', 'null', 422, ''],
    ['no JSON', '{"text":', 400, undefined],
    ['nothing', '', 400, undefined],
    ['more than a mebibyte', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413, undefined],
  ])('%s', async (_, sent, expected, path) => {
    const { status, headers, body } = await send(sent)
    expect(status).toBe(expected)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(body.code).toBeTruthy()
    if (path !== undefined) expect(body.errors?.map((error) => error.path)).toContain(path)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])('that calls itself %j', async (type) => {
    expect((await send({ text: 'a' }, { 'content-type': type })).status).toBe(415)
  })

  test('with a token that is nobody’s', async () => {
    expect((await send({ text: 'a' }, { authorization: 'Bearer lapor_salah' })).status).toBe(401)
  })

  test('is never a failure of ours, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.json({ maxDepth: 4, stringUnit: 'binary' }),
        fc.jsonValue({ stringUnit: 'binary' }),
        async (anything, text) => {
          expect((await send(anything)).status).toBeLessThan(500)
          expect((await send({ text, title: text, agencySlug: text, accused: text })).status).toBeLessThan(500)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('but lone surrogates, NUL and bytes that are no UTF-8 are taken and replaced', async () => {
    const { status, body } = await send('{"text":"jalan\\u0000rusak \\ud83d","title":"\\udc00"}')
    expect(status).toBe(201)
    expect((await stored(body.id)).original_text).toBe('jalan\ufffdrusak \ufffd')
    const bytes = Buffer.concat([Buffer.from('{"text":"a'), Buffer.from([0xff]), Buffer.from('"}')])
    const answer = await app.request('http://lapor.test/api/v1/reports', { method: 'POST', headers: json, body: bytes })
    expect(answer.status).toBe(201)
  })
})

describe('an Idempotency-Key', () => {
  test('gives the same answer to the same body, key included; another body is refused', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const first = await send({ text: 'Sekali saja.' }, key)
    const again = await send({ text: 'Sekali saja.' }, key)
    const other = await send({ text: 'Lain.' }, key)
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
  })

  test('makes one report of twenty at once; whoever comes in between is told so', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ text: 'Dua puluh kali.' }, key)))
    const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id))
    expect(ids.size).toBe(1)
    expect(answers.every(({ status, body }) => status === 201 || (status === 409 && body.code === 'in_flight'))).toBe(
      true,
    )
  })

  test('left out makes each a report of its own', async () => {
    const [one, two] = [await send({ text: 'Tanpa kunci.' }), await send({ text: 'Tanpa kunci.' })]
    expect(one.body.id).not.toBe(two.body.id)
  })

  test('of one account is not that of another', async () => {
    const key = { 'idempotency-key': 'sama' }
    const [marta, rio] = [await aToken(db, 'citizen'), await aToken(db, 'citizen')]
    const one = await send({ text: 'Milik Marta.' }, { ...key, ...marta.headers })
    const two = await send({ text: 'Milik Rio.' }, { ...key, ...rio.headers })
    expect([one.status, two.status]).toEqual([201, 201])
  })

  test('that is easily guessed, with the account of whoever filed, finds no report in a dump', async () => {
    const marta = await aToken(db, 'citizen')
    const { body } = await send(
      { text: 'Kunci pendek.', withoutIdentity: true },
      { 'idempotency-key': '8', ...marta.headers },
    )
    const { idempotency } = await stored(body.id)
    for (const guess of [`api ${marta.accountId} 8`, 'api  8', '8'])
      expect(idempotency).not.toEqual(idempotencyHash(guess))
  })
})

describe('who files', () => {
  test('a citizen with a token: the report is theirs, and needs no key', async () => {
    const marta = await aToken(db, 'citizen')
    const { body } = await send({ text: 'Dari akun.' }, marta.headers)
    expect(body.key).toBeUndefined()
    const row = await stored(body.id)
    expect(row).toMatchObject({ account_id: null, account_link: expect.any(Buffer) })
    const filed = openFiled(testKeyPair, testKeeper, row.id, row.sealed ?? Buffer.of())
    expect(filed).toEqual({ account: marta.accountId, n: 0 })
  })

  test('a citizen without identity: nothing leads to the account', async () => {
    const marta = await aToken(db, 'citizen')
    const { body } = await send({ text: 'Tanpa jejak.', withoutIdentity: true }, marta.headers)
    expect(body.key).toBeTruthy()
    expect(await stored(body.id)).toMatchObject({ account_link: null, sealed: null })
  })

  test('an officer, for someone who came by', async () => {
    const sari = await aToken(db, 'officer', 'kota-kupang-dinkes')
    const { body } = await send({ text: 'Warga datang.', contact: { name: 'Yosef' } }, sari.headers)
    const row = await stored(body.id)
    const event = await db.owner
      .selectFrom('casework.event')
      .selectAll()
      .where('report_id', '=', row.id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ channel: 'walk_in', account_link: null })
    expect(event).toMatchObject({ actor_role: 'officer', actor_id: sari.accountId, agency_id: 'kota-kupang-dinkes' })
    expect(body.key).toBeTruthy()
  })
})

test('an officer’s program that files what is about its own office gets no key, and files nothing that only the key leads back to', async () => {
  const sari = await aToken(db, 'officer', 'kota-kupang-dinkes')
  const accusing = { text: 'Dinas minta uang.', accused: ['Dinas Kesehatan Kota Kupang'] }
  const refused = await send(accusing, sari.headers)
  expect([refused.status, refused.body.code]).toEqual([422, 'no_way_back'])
  const { status, body } = await send({ ...accusing, contact: { phone: '0812 3456 7890' } }, sari.headers)
  expect([status, body.key]).toEqual([201, undefined])
  expect(await stored(body.id)).toMatchObject({ channel: 'walk_in' })
})

describe('photos of a report', () => {
  test('come with its key, one by one; the bad ones stay out', async () => {
    const { body } = await send({ text: 'Foto menyusul.' })
    const files = [await aPhoto('a.jpg'), ...(await badPhotos()).slice(0, 2).map(({ file }) => file)]
    const answer = await attach(body.id, files, { 'report-key': body.key ?? '' })
    expect(answer.status).toBe(201)
    expect(answer.body.items).toHaveLength(1)
    expect(answer.body.refused).toEqual([
      { name: 'kosong.jpg', reason: 'empty' },
      { name: 'terpotong.jpg', reason: 'broken' },
    ])
  })

  test('come with the token of whose account it is', async () => {
    const marta = await aToken(db, 'citizen')
    const { body } = await send({ text: 'Foto akun.' }, marta.headers)
    expect((await attach(body.id, [await aPhoto()], marta.headers)).status).toBe(201)
    expect((await attach(body.id, [await aPhoto()], (await aToken(db, 'citizen')).headers)).status).toBe(404)
  })

  test('of a public report reach the offices as a note, and do not become public', async () => {
    const report = await aReport(db, { stage: 'forwarded' })
    expect((await attach(report.trackingId, [await aPhoto()], { 'report-key': report.key })).status).toBe(201)
    const rows = await db.owner
      .selectFrom('casework.attachment')
      .selectAll()
      .where('report_id', '=', report.id)
      .execute()
    const copies = await db.publicDb.selectFrom('publication.attachment').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(copies.filter((copy) => copy.tracking_id === report.trackingId)).toEqual([])
  })

  test('without key, with a wrong one, or for an unknown report are one answer', async () => {
    const report = await aReport(db)
    const wrong = [
      await attach(report.trackingId, [], {}),
      await attach(report.trackingId, [], { 'report-key': 'salah' }),
      await attach('222222222', [], { 'report-key': report.key }),
    ]
    for (const answer of wrong) expect(answer).toEqual(wrong[0])
    expect(wrong[0]?.status).toBe(404)
  })

  test('that cannot be taken at all are refused with the right status', async () => {
    const report = await aReport(db)
    const key = { 'report-key': report.key }
    const gone = await aReport(db, { stage: 'withdrawn' })
    const tooBig = new File([new Uint8Array(11 * 1024 * 1024)], 'besar.jpg')
    expect(await attach(report.trackingId, [], key)).toMatchObject({ status: 422, body: { code: 'no_photo' } })
    expect((await attach(report.trackingId, [tooBig], key)).status).toBe(413)
    expect((await attach(gone.trackingId, [await aPhoto()], { 'report-key': gone.key })).status).toBe(409)
    const path = `http://lapor.test/api/v1/reports/${report.trackingId}/attachments`
    expect((await app.request(path, { method: 'POST', headers: { ...key, ...json }, body: '{}' })).status).toBe(415)
  })
})
