import { expect, test } from 'vitest'
import { aPhoto } from '../intake/testing/photos.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport, type Made, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { publicThread } from '../testing/public-thread.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const kupang = deskOf(db, coordinatorOf())
const patient = 'Pasien Ibu Yosefina Klobor sudah dirujuk dengan mobil DH 1234 AB. Loket buka pukul 08.00.'
await onDuty(db, dedi, coordinatorOf())

async function anAnswer(wanted: Wanted = {}) {
  const made = await aReport(db, { stage: 'forwarded', ...wanted })
  const address = `/kelola/laporan/${made.trackingId}/jawaban`
  const form = fieldsOf(await kupang.page(`/kelola/laporan/${made.trackingId}`), '/jawaban')
  const post = async (fields: Record<string, string>) => {
    const told = await kupang.post(address, fields)
    return { status: told.status, page: await told.text() }
  }
  const say = (text: string, more: Record<string, string> = {}) => post({ ...form, outcome: 'solved', text, ...more })
  return { made, address, form, post, say }
}

/** What everybody would read: the words of the preview, without the list of what may be taken out. */
const publicView = (page: string) => /<article class="card public-view">.*?<\/article>/s.exec(page)?.[0] ?? ''
const readable = (page: string) => publicView(page).replace(/<[^>]+>/g, '')
const marked = (page: string) => [...publicView(page).matchAll(/<mark>(.*?)<\/mark>/g)].map(([, piece]) => piece)
/** The preview's form, as a press of one of its buttons sends it. */
const press = (page: string, button: Record<string, string> = {}) => ({ ...fieldsOf(page, '/jawaban'), ...button })
const isKept = (page: string, text: string) => page.includes(`${text}</textarea>`)
const said = async ({ id }: Made) => JSON.stringify(await publicThread(db, id))

test('an answer that names somebody is shown once as everybody will read it, each piece marked, and nothing is sent', async () => {
  const { made, say } = await anAnswer()
  const asked = await say(patient)
  expect(asked.status).toBe(422)
  expect(asked.page).toContain('Publik akan membaca “Yosefina Klobor”, “DH 1234 AB”.')
  expect(marked(asked.page)).toEqual(['Yosefina Klobor', 'DH 1234 AB'])
  expect(readable(asked.page)).toContain(patient)
  expect(await said(made)).not.toContain('Loket buka')
})

test('one press takes a piece out, one puts it back, one takes all out and one puts all back; what is shown at last is sent', async () => {
  const { made, post, say } = await anAnswer()
  const asked = await say(patient)
  const out = await post(press(asked.page, { samarkan: 'Yosefina Klobor' }))
  expect([out.status, marked(out.page)]).toEqual([200, ['DH 1234 AB']])
  expect(readable(out.page)).toContain('Pasien Ibu [disamarkan] sudah dirujuk dengan mobil DH 1234 AB.')
  const back = await post(press(out.page, { tampilkan: 'Yosefina Klobor' }))
  expect(publicView(back.page)).toBe(publicView(asked.page))
  const all = await post(press(back.page, { samarkan_semua: '1' }))
  expect(readable(all.page)).toContain('Pasien Ibu [disamarkan] sudah dirujuk dengan mobil [disamarkan].')
  expect(all.page).toContain('Beginilah publik akan membacanya.')
  const none = await post(press(all.page, { tampilkan_semua: '1' }))
  expect(publicView(none.page)).toBe(publicView(asked.page))
  expect(await said(made)).not.toContain('Loket buka')
  const one = await post(press(none.page, { samarkan: 'Yosefina Klobor' }))
  expect((await post(press(one.page))).status).toBe(303)
  const thread = await said(made)
  expect(thread).toContain('Pasien Ibu [disamarkan] sudah dirujuk dengan mobil DH 1234 AB. Loket buka pukul 08.00.')
  expect(thread).toContain('solved')
})

test('an answer that points at nobody costs no step more', async () => {
  const { made, say } = await anAnswer()
  expect((await say('Loket sudah dibuka lagi; hubungi 0380-821234.')).status).toBe(303)
  expect(await said(made)).toContain('0380-821234')
})

test('beside a name also a telephone is marked, which may be somebody’s at home', async () => {
  const { say } = await anAnswer()
  const asked = await say(`${patient} Telepon (0380) 821234, surel dinkes@kupangkota.go.id.`)
  expect(asked.page).toContain('Publik akan membaca “Yosefina Klobor”, “DH 1234 AB”.')
  expect(marked(asked.page)).toEqual(['Yosefina Klobor', 'DH 1234 AB', '(0380) 821234'])
})

test('nothing is sent that was not shown: other words, or another piece put back, are shown first', async () => {
  const { made, post, say } = await anAnswer()
  const out = await post(press((await say(patient)).page, { samarkan: 'Yosefina Klobor' }))
  const { samaran: _pieces, ...whole } = press(out.page)
  expect((await post(whole)).status).toBe(422)
  expect((await post(press(out.page, { text: `${patient} Salam, Yosefina Klobor.` }))).status).toBe(422)
  const other = await post(press(out.page, { text: 'Yosefina Klobor sudah pulang.' }))
  expect([other.status, readable(other.page)]).toEqual([422, 'Masalah diselesaikan[disamarkan] sudah pulang.'])
  expect(await said(made)).not.toContain('pulang')
})

test('"Ubah tulisan" brings the whole words back, and what was taken out stays out when it is shown again', async () => {
  const { post, say, form } = await anAnswer()
  const out = await post(press((await say(patient)).page, { samarkan: 'Yosefina Klobor' }))
  const again = await post(press(out.page, { step: 'edit' }))
  expect(again.status).toBe(200)
  expect(isKept(again.page, patient)).toBe(true)
  expect(/value="solved"[^>]*checked|checked[^>]*value="solved"/.test(again.page)).toBe(true)
  const typed = press(again.page, { text: `${patient} Terima kasih.`, outcome: 'solved' })
  expect(typed.seenSeq).toBe(form.seenSeq)
  const shown = await post(typed)
  expect([shown.status, readable(shown.page).includes('Pasien Ibu [disamarkan] sudah')]).toEqual([422, true])
})

test('an answer without its outcome is told so first, and shown once nothing is missing', async () => {
  const { say } = await anAnswer()
  const wrong = await say(patient, { outcome: '' })
  expect([wrong.status, publicView(wrong.page)]).toEqual([422, ''])
  expect(publicView((await say(patient)).page)).not.toBe('')
})

test('photos stay with the answer while it is shown, and are published with it', async () => {
  const { made, address, form, post } = await anAnswer()
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...form, outcome: 'solved', text: patient })) body.set(name, value)
  body.set('photos', await aPhoto())
  const page = await (await kupang.send(address, body)).text()
  expect(page).toContain('1 foto ikut terbit.')
  const out = await post(press(page, { samarkan_semua: '1' }))
  expect(out.page).toContain('1 foto ikut terbit.')
  expect((await post(press(out.page))).status).toBe(303)
  const pictures = db.owner
    .selectFrom('casework.attachment as a')
    .innerJoin('casework.event as e', (join) =>
      join.onRef('e.report_id', '=', 'a.report_id').onRef('e.seq', '=', 'a.seq'),
    )
    .select('e.move')
  expect(await pictures.where('a.report_id', '=', made.id).execute()).toEqual([{ move: 'answer' }])
})

test('the preview is the same whether a guess at the reporter is right or wrong; only what is sent is stopped', async () => {
  const contact = { name: 'Marsetyo Klobor', phone: '0812-3456-7890', email: 'mklobor@contoh.id' }
  const guess = (name: string) => `Sopir mobil DH 1234 AB sudah ditegur. Ibu ${name} juga sudah dikabari.`
  const { made, post, say } = await anAnswer({ contact })
  const [right, wrong] = [await say(guess('Marsetyo')), await say(guess('Fransisku'))]
  const plain = (page: string) => page.replaceAll(/Marsetyo|Fransisku/g, 'X').replaceAll(/value="[\w-]{20,}"/g, '')
  expect(plain(right.page)).toBe(plain(wrong.page))
  const presses: Record<string, string>[] = [{ samarkan: 'DH 1234 AB' }, { tampilkan_semua: '1' }]
  for (const button of presses) expect((await post(press(right.page, button))).status).toBe(200)
  const stopped = await post(press(right.page))
  expect([stopped.status, stopped.page.includes('Belum dikirim. Ada yang tampak seperti')]).toEqual([422, true])
  expect(isKept(stopped.page, guess('Marsetyo'))).toBe(true)
  const out = await post(press(right.page, { samarkan: 'Marsetyo' }))
  expect((await post(press(out.page))).status).toBe(303)
  expect(await said(made)).toContain('Ibu [disamarkan] juga')
})

test('when somebody else moved the report meanwhile, the preview gives way to what happened, with the words kept', async () => {
  const { made, post, say } = await anAnswer()
  const asked = await say(patient)
  const other = { ...fieldsOf(await kupang.page(`/kelola/laporan/${made.trackingId}`), '/perkembangan') }
  await kupang.post(`/kelola/laporan/${made.trackingId}/perkembangan`, { ...other, text: 'Sedang diperiksa.' })
  const buttons: Record<string, string>[] = [{}, { samarkan: 'Yosefina Klobor' }]
  for (const button of buttons) {
    const told = await post(press(asked.page, button))
    expect([told.status, isKept(told.page, patient)]).toEqual([409, true])
  }
})
