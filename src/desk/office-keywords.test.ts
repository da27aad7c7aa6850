import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addKeywordAlias } from '../agencies/change-keyword.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { coordinatorOf, dedi } from '../testing/cast.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
const desk = deskOf(db, dedi)
const page = '/kelola/instansi?di=kota-kupang'
const supervisor: Actor = { role: 'supervisor', accountId: randomUUID() }

test('the national desk gives an office another word for SMS, however it types it, sees it on the page, and takes it away', async () => {
  expect((await desk.post(page, { word: ' pemkot kupang ' })).status).toBe(303)
  expect((await desk.post(page, { word: 'PEMKOTKUPANG' })).status).toBe(303)
  expect(await desk.page(page)).toContain('PEMKOTKUPANG')
  expect(await desk.page('/kelola/instansi?q=pemkotkup')).toContain('Pemerintah Kota Kupang')
  expect((await desk.post(page, { remove: 'PEMKOTKUPANG' })).status).toBe(303)
  expect(await desk.page(page)).not.toContain('PEMKOTKUPANG')
})

test.each([
  ['KABLUWU', 'Kata ini sudah dipakai Pemkab Luwu.'],
  ['kominfo', 'Kata ini sudah dipakai Kemkomdigi.'],
  ['belum', 'Kata ini perintah SMS.'],
  ['STTS', 'Kata ini perintah SMS.'],
  ['ab', 'Tulis satu kata, 3 sampai 40 huruf atau angka'],
  ['12345', 'Tulis satu kata'],
  ['kota_kupang!', 'Tulis satu kata'],
  ['', 'Tulis satu kata'],
])('%s is refused with a sentence, and the word is kept', async (word, sentence) => {
  const answer = await desk.post(page, { word })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(sentence)
  expect(html).toContain(`value="${word}"`)
})

test('the main keyword, which is printed, is not taken away', async () => {
  expect((await desk.post(page, { remove: 'KOTKUPANG' })).status).toBe(303)
  expect(await desk.page(page)).toContain('KOTKUPANG')
})

test('nobody else changes keywords, though each may read them; and no office that does not exist has any', async () => {
  for (const actor of [coordinatorOf('kota-kupang'), supervisor]) {
    const other = deskOf(db, actor)
    expect((await other.post(page, { word: 'KOTAKASIH' })).status).toBe(404)
    expect(await other.page(page)).not.toContain('Ubah kata lain')
    await expect(as(db.web, actor, (tx) => addKeywordAlias(tx, 'kota-kupang', 'KOTAKASIH'))).rejects.toThrow(
      "keywords are the national desk's",
    )
  }
  expect((await desk.post('/kelola/instansi?di=tidak-ada', { word: 'KOTAKASIH' })).status).toBe(404)
})

test('an office whose main keyword changes keeps its aliases, and answers to the old one no more', async () => {
  const words = async () => {
    const rows = await db.owner
      .selectFrom('publication.sms_keyword')
      .select(['word', 'is_main'])
      .where('agency_id', '=', 'kemenkum')
      .orderBy('word')
      .execute()
    return rows.map(({ word, is_main }) => (is_main ? `${word}, printed` : word))
  }
  const change = (word: string | null) =>
    db.owner.updateTable('publication.agency').set({ sms_keyword: word }).where('id', '=', 'kemenkum').execute()
  expect(await words()).toEqual(['KEMENKUMHAM'])
  await change('KEMENKUM')
  expect(await words()).toEqual(['KEMENKUM, printed', 'KEMENKUMHAM'])
  await change('KEMENKUMHAM')
  expect(await words()).toEqual(['KEMENKUMHAM, printed'])
  await expect(change('KOTKUPANG')).rejects.toThrow()
})
