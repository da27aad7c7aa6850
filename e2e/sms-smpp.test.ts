import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fromPhone } from '../src/channels/sms/parts/testing/from-phone.ts'
import type { Rung } from '../src/channels/sms/testing/smsc.ts'
import { launchBrowser } from './browser.ts'
import { signedIn } from './people.ts'
import { apiOf, tokenFor } from './api.ts'
import { aWednesday, offsetTo } from './clock-offset.ts'
import { askDatabase } from './database.ts'
import { numberOf, type Operators, startOperators } from './operators.ts'
import { laporWith, type Product, startProduct } from './product.ts'

// 1708 as the cheapest phone knows it, over SMPP, through three operators of which one dies in the middle.

const browser = await launchBrowser()
const clock = { LAPOR_CLOCK_OFFSET: offsetTo(aWednesday) }
const soon = { timeout: 30_000, interval: 50 }
let product: Product
let operators: Operators

beforeAll(async () => {
  product = await startProduct({ env: clock })
  operators = await startOperators(product.dataDir)
  await vi.waitUntil(() => Object.values(operators).reduce((sum, one) => sum + one.lines(), 0) === 4, soon)
}, 180_000)

afterAll(async () => {
  await browser.close()
  await product?.stop()
  await Promise.all(Object.values(operators ?? {}).map((one) => one.die()))
})

const gatewayList = async () => (await laporWith(clock, product.dataDir, 'gateway', 'list')).stdout
const everyRung = (): Rung[] => Object.values(operators).flatMap((one) => one.rung)
const heardBy = (phone: string) => everyRung().filter(({ to }) => to === phone)
const idIn = (text: string) => /LAPOR! (?:Laporan )?([0-9A-Z]{9})\b/.exec(text)?.[1]

/** What the phone hears after what it has heard already. */
async function hears(phone: string, what: RegExp): Promise<string> {
  const heard = await vi.waitUntil(() => heardBy(phone).find(({ text }) => what.test(text)), soon)
  return heard.text
}

test('KOTKUPANG over SMPP stands in Kupang’s queue, and the receipt comes back to the phone by its own operator', async () => {
  const phone = numberOf('telkomsel', 1)
  await operators.telkomsel.phone(phone, 'KOTKUPANG jalan rusak di depan pasar Oeba sejak banjir')
  const id = idIn(await hears(phone, /diterima/))
  expect(operators.telkomsel.rung).toMatchObject([{ from: '1708', to: phone }])
  const yuli = await signedIn(browser, product.url, 'koordinator.kupang')
  await yuli.page.goto(`/kelola/verifikasi?q=${id}`)
  expect(await yuli.page.getByRole('main').innerText()).toContain('jalan rusak di depan pasar Oeba')
  const known = "select state, gateway, delivery from identity.message where gateway = 'telkomsel'"
  await expect
    .poll(() => askDatabase(product.dataDir, known), soon)
    .toEqual([{ state: 'sent', gateway: 'telkomsel', delivery: 'delivered' }])
})

test('bin/lapor gateway list says how every bind is', async () => {
  const stdout = await gatewayList()
  expect(stdout).toMatch(/^indosat\tsmpp\t1708\tsmpp:\/\/localhost:\d+\tlapor\treceiver bound since /m)
  expect(stdout).toMatch(/^indosat.*transmitter bound since /m)
  expect(stdout).toMatch(/^telkomsel\tsmpp\t1708\tsmpps:.*transceiver bound since /m)
})

test('one operator dies in the middle: nothing is lost, nobody hears anything twice, and it goes on by itself', async () => {
  const names = ['telkomsel', 'indosat', 'three'] as const
  const phones = Array.from({ length: 90 }, (_, at) => ({
    operator: names[at % 3] as (typeof names)[number],
    phone: numberOf(names[at % 3] as (typeof names)[number], 100 + at),
    text: `Lampu jalan nomor ${wordFor(at)} padam sejak pekan lalu`,
  }))
  const before = Number((await receivedNow())?.n)
  const thanked = phones.map(({ operator, phone, text }) => operators[operator].phone(phone, text))
  await Promise.any(thanked.filter((_, at) => phones[at]?.operator === 'indosat'))
  await operators.indosat.die()
  // Meanwhile what is to be said to its phones goes out by the others.
  await Promise.all(thanked.filter((_, at) => phones[at]?.operator !== 'indosat'))
  expect(await gatewayList()).toMatch(/^indosat.* down since .*$/m)
  await operators.indosat.rise()
  await Promise.all(thanked)
  await expect
    .poll(() => phones.filter(({ phone }) => heardBy(phone).length === 0).length, { timeout: 150_000, interval: 200 })
    .toBe(0)
  await expect.poll(waiting, { timeout: 150_000, interval: 500 }).toBe(0)
  for (const { phone } of phones) expect(heardBy(phone).map(({ text }) => idIn(text))).toHaveLength(1)
  expect(new Set(phones.map(({ phone }) => idIn(heardBy(phone)[0]?.text ?? ''))).size).toBe(90)
  expect(Number((await receivedNow())?.n) - before).toBe(90)
}, 400_000)

const receivedNow = async () => (await askDatabase(product.dataDir, 'select count(*) as n from identity.arrival'))[0]
const waiting = async () =>
  Number((await askDatabase(product.dataDir, "select count(*) as n from identity.message where state <> 'sent'"))[0]?.n)

test.each([
  ['in GSM-7', 'telkomsel', (text: string) => text],
  ['in UCS-2 with emoji', 'three', (text: string) => `${text} 😭🙏`],
] as const)(
  'a whole life %s: filed, a question, its answer, an answer, BELUM, another answer, YA; parts shuffled and doubled',
  async (_, name, write) => {
    const smsc = operators[name]
    const phone = numberOf(name, 9_000)
    const [dedi, yuli] = [
      await tokenFor(product.dataDir, 'verifikator'),
      await tokenFor(product.dataDir, 'koordinator.kupang'),
    ]
    const { get, post } = apiOf(product.url)
    let number = 0
    /** In parts, the last first, each twice. */
    const says = async (text: string) => {
      const parts = fromPhone(write(text), ++number).toReversed()
      await Promise.all([...parts, ...parts].map((part) => smsc.phone(phone, [part])))
    }
    const stage = async () => {
      const { json } = await get(`/reports/${id}`, { token: dedi })
      return (json as { status?: { code: string; manner?: string } })?.status
    }
    const long = 'jalan di depan pasar Oeba rusak berat sejak banjir, motor sering jatuh, '
    await says(`KOTKUPANG ${long.repeat(3)}mohon segera diperbaiki`)
    const id = idIn(await hears(phone, /diterima/)) ?? ''

    expect((await post(`/reports/${id}/hold`, { question: 'Sisi mana?' }, { token: dedi })).status).toBe(200)
    await hears(phone, /petugas bertanya/)
    await says(`BALAS ${id} sisi timur dekat jembatan, ${'di depan toko Abadi yang cat hijau, '.repeat(6)}terima kasih`)
    await hears(phone, /kami terima/)
    await expect.poll(stage, soon).toMatchObject({ code: 'received' })

    expect((await post(`/reports/${id}/verification`, { agencySlug: 'kota-kupang' }, { token: dedi })).status).toBe(200)
    const answer = (text: string) => post(`/reports/${id}/answer`, { text, outcome: 'solved' }, { token: yuli })
    expect((await answer('Jalan sudah ditambal hari ini.')).status).toBe(200)
    await hears(phone, /Balas YA/)
    await says(`BELUM ${'baru separuh yang ditambal, sisanya masih berlubang, '.repeat(4)}tolong`)
    await expect.poll(stage, soon).toMatchObject({ code: 'in_progress' })
    expect((await answer('Seluruh ruas sudah ditambal.')).status).toBe(200)
    await expect.poll(() => heardBy(phone).filter(({ text }) => /Balas YA/.test(text)).length, soon).toBe(2)
    await says('YA')
    await hears(phone, /selesai/)
    expect(await stage()).toMatchObject({ code: 'closed', manner: 'confirmed' })

    const { json } = await get(`/reports/${id}`, { token: dedi })
    const { text, thread } = json as { text: string; thread: { actor: string; text?: string }[] }
    expect(text).toBe(write(`${long.repeat(3)}mohon segera diperbaiki`))
    const said = thread.filter((one) => one.actor === 'reporter' && one.text).map((one) => one.text)
    expect(said).toHaveLength(2)
    expect(said.join(' ')).not.toContain('\ufffd')
  },
)

test('as the operator of the product sees it, no number or word of anybody is in what it logs', () => {
  expect(product.output()).not.toMatch(/\+?628\d{8,}/)
  expect(product.output()).not.toContain('pasar Oeba')
})

/** Letters only, of its own for each. */
function wordFor(at: number): string {
  return [...String(at).padStart(3, '0')].map((digit) => 'bdfghjklmn'[Number(digit)]).join('a')
}
