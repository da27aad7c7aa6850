import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { groupTrackingId, spellTrackingId } from '../report/tracking-id.ts'
import { anAccount } from '../testing/an-account.ts'
import { testDeps } from '../testing/test-deps.ts'
import { browse, type Fields, textOf } from './testing/browse.ts'

// Somebody types a name. What they are told must hold whoever bears it, and must not tell whether somebody at the desk does.

const db = await testDatabase()
const { get, post, file, formKey, app } = browse(db, testDeps(db))
const [atDesk, atOffice, nobody] = ['Pak Dedi', 'dr. Sari', 'Bu Nurul']
const names = [atDesk, atOffice, nobody]
const choices: Fields[] = [
  { terlihat: 'publik' },
  { terlihat: 'anonim' },
  { terlihat: 'rahasia' },
  { rahasia_anonim: '1' },
  { tanpa_identitas: '1' },
  { terlihat: 'rahasia', tanpa_identitas: '1' },
]

beforeAll(async () => {
  const people = [
    [await anAccount(db, 'verifier', 'kemenpanrb'), 'Dedi Nugroho'],
    [await anAccount(db, 'officer', 'kota-kupang-dinkes'), 'Sari Lona'],
    [await anAccount(db, 'coordinator', 'ombudsman'), 'Tiara Lestari'],
  ] as const
  for (const [{ accountId }, display_name] of people)
    await db.owner.updateTable('identity.account').set({ display_name }).where('id', '=', accountId).execute()
})

const checked = async (terlapor: string, choice: Fields, language = '') => {
  const page = await post(`${language}/lapor`, {
    formulir: await formKey(),
    cerita: 'Minta uang.',
    ...choice,
    terlapor,
  })
  return textOf(await page.text()).replaceAll(terlapor, '…')
}

async function filed(name: string, confidential: boolean) {
  const answer = await app.request('http://lapor.test/api/v1/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: `Minta uang di loket, ${name}.`, accused: [name], confidential }),
  })
  return { answer, told: (await answer.json()) as { id: string; key: string } }
}

test.each(choices)(
  'before sending, the same is said of every name, and who may have it instead of the desk: %j',
  async (choice) => {
    const said = new Set<string>()
    for (const name of names) said.add(await checked(name, choice))
    expect(said.size).toBe(1)
    const [page = ''] = said
    expect(page).toContain(
      'Bila yang Anda laporkan bertugas di admin nasional, Ombudsman Republik Indonesia atau Kantor Staf Presiden dapat membaca dan menangani laporan ini sebagai gantinya.',
    )
    expect(page).toContain('Ombudsman Republik Indonesia atau Kantor Staf Presiden, bila menggantikan admin nasional')
    expect(page).toContain(
      'hanya ada pada admin nasional, atau pada penggantinya bila yang dilaporkan bertugas di sana',
    )
  },
)

test('in English too, and of an office that is known nothing of the kind is said', async () => {
  expect(await checked(atDesk, { terlihat: 'rahasia' }, '/en')).toContain(
    'If whoever you report works at the national desk, Ombudsman Republik Indonesia or Kantor Staf Presiden may read and handle this report in its place.',
  )
  expect(await checked('Dinkes Kota Kupang', { terlihat: 'rahasia' })).not.toMatch(/gantinya|menggantikan/)
})

test.each([false, true])(
  'the receipt of a program, and the reporter’s page behind number and key, say the same of every name (confidential: %s)',
  async (confidential) => {
    const shapes = new Set<string>()
    const pages = new Set<string>()
    for (const name of names) {
      const { answer, told } = await filed(name, confidential)
      shapes.add(`${answer.status} ${Object.keys(told).join(' ')}`)
      const { id, key } = told
      const page = textOf(await (await post('/lacak', { id, kunci: key })).text())
      expect(page).toContain(`“${name}”: belum jelas siapa yang dimaksud.`)
      expect(page).toContain(
        'hanya ada pada admin nasional, atau pada penggantinya bila yang dilaporkan bertugas di sana',
      )
      const plain = [name, id, groupTrackingId(id), spellTrackingId(id), key].reduce(
        (text, own) => text.replaceAll(own, '…'),
        page,
      )
      pages.add(plain)
      expect((await get(`/laporan/${id}`)).status, 'and to others it says nothing').toBe(404)
    }
    expect([...shapes]).toHaveLength(1)
    const [first, ...others] = pages
    for (const other of others) expect(other).toBe(first)
  },
)

test.each(choices)(
  'after sending the receipt does not tell whether a name is somebody’s at the desk: %j',
  async (choice) => {
    const receipts = new Set<string>()
    for (const terlapor of names) {
      const sent = await file({ cerita: `Minta uang, kata ${terlapor}.`, ...choice, terlapor })
      const html = await (await get(sent.headers.get('location') ?? '')).text()
      expect(textOf(html)).toContain('Admin nasional atau penggantinya memeriksa')
      receipts.add(/Admin nasional atau penggantinya.*$/.exec(textOf(html))?.[0].replaceAll(terlapor, '…') ?? '')
    }
    expect(receipts.size).toBe(1)
  },
)
