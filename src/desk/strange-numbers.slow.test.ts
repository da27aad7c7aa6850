import { expect, test } from 'vitest'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport, type Made, type Wanted } from '../testing/a-report.ts'
import { dedi, officerOf } from '../testing/cast.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { publicThread } from '../testing/public-thread.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

// The number of a report that the public does not find, in what everybody reads, tells that there is one. Whoever writes it is asked, and
// told the same whether there is.

const db = await testDatabase()
const sari = deskOf(db, officerOf(), () => aWednesday)
const desk = deskOf(db, dedi, () => aWednesday)

const named: Record<string, () => Promise<string>> = {
  'a confidential report': async () => (await aReport(db, { stage: 'in_progress', confidential: true })).trackingId,
  'a report that nobody has forwarded': async () => (await aReport(db)).trackingId,
  'a number that nobody has': () => Promise.resolve('K7M2QX4PW'),
}

const open = (more: Wanted = {}) => aReport(db, { stage: 'in_progress', ...more })

const publicly = async ({ id }: Made) => JSON.stringify(await publicThread(db, id))

/** A progress by the form, answered as it stands. */
async function byForm({ trackingId }: Made, text: string, more: Record<string, string> = {}) {
  const { seenSeq = '' } = fieldsOf(await sari.page(`/kelola/laporan/${trackingId}`), 'perkembangan')
  return sari.post(`/kelola/laporan/${trackingId}/perkembangan`, { seenSeq, text, ...more })
}

async function byApi({ trackingId }: Made, body: Record<string, unknown>) {
  const api = apiAs(db, { actor: officerOf() }, sari.deps)
  return api.post(`/reports/${trackingId}/answer`, { outcome: 'explained', ...body })
}

const cases = Object.entries(named).flatMap(([what, id]) =>
  [false, true].map((anonymous) => [what, anonymous, id] as const),
)

test.each(cases)(
  'an office is asked about the number of %s (of an anonymous one: %s), and may mean it so',
  async (_what, anonymous, id) => {
    const hidden = await id()
    const text = `Sudah dijelaskan pada laporan ${hidden}.`
    const made = await open({ anonymous })
    const asked = await byForm(made, text)
    expect(asked.status).toBe(422)
    const page = await asked.text()
    expect(page).toContain(`Publik akan membaca “${hidden}”`)
    expect(await publicly(made)).not.toContain(hidden)
    const told = await byApi(made, { text })
    expect(told.status).toBe(422)
    const { errors } = told.json as { errors: unknown }
    const start = text.indexOf(hidden)
    expect(errors).toEqual([
      {
        path: 'text',
        code: 'report',
        message: `Nomor laporan yang tidak terbaca publik pada huruf ${start + 1} sampai ${start + 9}.`,
      },
    ])
    expect(await publicly(made)).not.toContain(hidden)
    const { dibaca = '' } = fieldsOf(page, 'perkembangan')
    expect((await byForm(made, text, { dibaca })).status).toBe(303)
    expect(await publicly(made)).toContain(hidden)
  },
)

test('its own number and those of public reports go at once; a hidden one after thirty of them is asked about', async () => {
  const [made, other] = [await open(), await open()]
  const many = []
  for (let n = 0; n < 30; n++) many.push((await open()).trackingId)
  const text = `Laporan ${made.trackingId} sama dengan ${other.trackingId}, ${many.join(', ')}.`
  expect((await byForm(made, text)).status).toBe(303)
  const hidden = await aReport(db, { confidential: true })
  expect((await byForm(made, `${text} Juga ${hidden.trackingId}.`)).status).toBe(422)
  expect((await byApi(made, { text: `${text} Juga ${hidden.trackingId}.` })).status).toBe(422)
})

test.each([false, true])(
  'before a report is forwarded each such number in it is marked, and a program is told; anonymous: %s',
  async (anonymous) => {
    const hidden = await aReport(db, { confidential: true })
    const made = await aReport(db, { text: `Lampu mati, sama dengan ${hidden.trackingId} milik saya.`, anonymous })
    const address = `/kelola/laporan/${made.trackingId}/penerusan`
    const typed = {
      ...fieldsOf(await desk.page(address), '/penerusan'),
      kind: 'complaint',
      agency: 'Pemerintah Kota Kupang',
    }
    const shown = await (
      await desk.post(address, {
        ...typed,
        title: 'Lampu mati',
        text: `Lampu mati, sama dengan ${hidden.trackingId} milik saya.`,
      })
    ).text()
    expect(/<mark[^>]*>[^<]*/g.exec(shown)?.[0]).toContain(hidden.trackingId)
    expect(shown).toContain('Nomor laporan')
    const api = apiAs(db, { actor: dedi }, desk.deps)
    const told = await api.post(`/reports/${made.trackingId}/verification`, {
      agencySlug: 'kota-kupang',
      title: 'Lampu mati',
    })
    expect(told.status).toBe(422)
    const { errors } = told.json as { errors: { path: string; code: string }[] }
    expect(errors).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'text', code: 'report' })]))
  },
)
