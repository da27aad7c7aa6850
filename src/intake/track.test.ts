import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { groupTrackingId, makeTrackingId, nearIds } from '../report/tracking-id.ts'
import { groupReportKey } from '../secrecy/report-key.ts'
import { aReport } from '../testing/a-report.ts'
import { testDeps } from '../testing/test-deps.ts'
import { browse, textOf } from './testing/browse.ts'

const db = await testDatabase()
const { get, post } = browse(db, testDeps(db))

const open = await aReport(db, { stage: 'forwarded' })
const waiting = await aReport(db)
const secret = await aReport(db, { stage: 'forwarded', confidential: true })

/** The ID with one symbol wrong, such that only this ID is near. */
function typoOf(id: string): string {
  const symbol = (wrong: string) => id.slice(0, 3) + wrong + id.slice(4)
  return [...'23456789CDFHJKMNPQRTWXY'].map(symbol).find((typo) => nearIds(typo).includes(id)) ?? ''
}

test('a public report is found by its ID, however it is typed', async () => {
  for (const typed of [open.trackingId, groupTrackingId(open.trackingId).toLowerCase(), ` ${open.trackingId} `]) {
    const answer = await get(`/lacak?id=${encodeURIComponent(typed)}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/laporan/${open.trackingId}`])
  }
  expect((await post('/en/lacak', { id: open.trackingId })).headers.get('location')).toBe(
    `/en/laporan/${open.trackingId}`,
  )
})

test('whoever says a report is theirs is asked for its key, with the ID filled in', async () => {
  const answer = await get(`/lacak?milik=${open.trackingId}`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain(`value="${open.trackingId}"`)
})

test('a hidden, a waiting, an unknown and a mistyped ID give one answer but for what was typed', async () => {
  const unknown = makeTrackingId()
  const broken = unknown.slice(0, -1) + (unknown.endsWith('2') ? '3' : '2')
  const answers = await Promise.all(
    [secret.trackingId, waiting.trackingId, unknown, broken].map(async (id) => {
      const answer = await get(`/lacak?id=${id}`)
      const headers = JSON.stringify([...answer.headers])
      return { status: answer.status, headers, html: (await answer.text()).replaceAll(id, 'ID') }
    }),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]?.status).toBe(404)
})

test('one typo asks "maksud Anda", only when the report meant is public', async () => {
  const hint = await (await get(`/lacak?id=${typoOf(open.trackingId)}`)).text()
  expect(textOf(hint)).toContain(`Maksud Anda ${groupTrackingId(open.trackingId)} ?`)
  for (const hidden of [secret, waiting])
    expect(await (await get(`/lacak?id=${typoOf(hidden.trackingId)}`)).text()).not.toContain('Maksud Anda')
})

test('ID and key open the private view, of hidden reports too; the key stands in no address', async () => {
  for (const report of [open, waiting, secret]) {
    const answer = await post('/lacak', { id: report.trackingId.toLowerCase(), kunci: groupReportKey(report.key) })
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(html).toContain('Lampu jalan di depan Puskesmas Oebobo')
    expect(html.match(/(?:href|src|action)="[^"]*"/g)?.join()).not.toContain(report.key.slice(0, 8))
  }
})

test('a wrong key is answered like an unknown ID', async () => {
  const pairs = [
    { id: secret.trackingId, kunci: open.key },
    { id: makeTrackingId(), kunci: open.key },
    { id: open.trackingId, kunci: 'salah' },
  ]
  const answers = await Promise.all(
    pairs.map(async (pair) => {
      const answer = await post('/lacak', pair)
      return [answer.status, (await answer.text()).replaceAll(pair.id, 'ID')]
    }),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]?.[0]).toBe(404)
})

test('nothing typed is asked for', async () => {
  expect((await post('/lacak', {})).status).toBe(422)
  expect((await get('/lacak')).status).toBe(200)
})
