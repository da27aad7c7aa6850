import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { compose, replyTo, type Written } from '../src/channels/email/testing/compose.ts'
import { type Dovecot, hasDovecot, startDovecot } from '../src/channels/email/testing/dovecot.ts'
import { type GotLetter, readLetter } from '../src/channels/email/testing/read-letter.ts'
import { type Mailbox, mailServer } from '../src/notifications/testing/mail-server.ts'
import { root } from '../src/platform/root.ts'
import { apiOf, tokenFor } from './api.ts'
import { launchBrowser } from './browser.ts'
import { lapor, type Product, startProduct } from './product.ts'
import { openWindow } from './sights.ts'

// A whole life by e-mail: the product with a real mailbox before it (Debian's Dovecot) and a real mail server behind it.

const browser = await launchBrowser()
const marta = 'marta@rumah.test'
const soon = { timeout: 60_000, interval: 100 }
let dovecot: Dovecot
let outside: Mailbox
let product: Product

beforeAll(async () => {
  if (!hasDovecot()) return
  outside = await mailServer()
  dovecot = await startDovecot()
  product = await startProduct({ env: { LAPOR_SMTP_URL: outside.url, LAPOR_MAIL_FROM: 'LAPOR! <lapor@lapor.test>' } })
  const options = [
    '--address',
    'lapor@lapor.test',
    '--host',
    dovecot.host,
    '--port',
    `${dovecot.port}`,
    '--tls',
    'none',
  ]
  const env = { ...process.env, NODE_ENV: '', LAPOR_DATA_DIR: product.dataDir }
  const set = spawnSync(
    process.execPath,
    [join(root, 'bin', 'lapor'), 'mailbox', 'set', 'utama', ...options, '--user', dovecot.username],
    { env, input: `${dovecot.password}\n` },
  )
  expect(set.status, set.stderr.toString()).toBe(0)
}, 180_000)

afterAll(async () => {
  await product?.stop()
  await dovecot?.remove()
  await outside?.close()
  await browser.close()
})

/** The letter to Marta whose subject or words say so, once it has come. */
async function letterThat(says: string): Promise<GotLetter> {
  return vi.waitUntil(async () => {
    const letters = await Promise.all(outside.mails.filter(({ to }) => to === marta).map(readLetter))
    return letters.find(({ subject, text }) => `${subject}\n${text}`.includes(says))
  }, soon) as Promise<GotLetter>
}

const send = async (written: Written) => dovecot.deliver(await compose({ to: 'lapor@lapor.test', ...written }))

test.skipIf(!hasDovecot())('filed, a question, its answer, an answer, BELUM, another answer, YA', async () => {
  const { get, post } = apiOf(product.url)
  const [dedi, yuli] = await Promise.all([
    tokenFor(product.dataDir, 'verifikator'),
    tokenFor(product.dataDir, 'koordinator.kupang'),
  ])
  const words = 'Sejak banjir jalan di depan pasar Oeba rusak, motor sering jatuh.'
  await send({
    from: `Marta Bire <${marta}>`,
    subject: 'KOTKUPANG Jalan rusak di Oeba',
    text: `${words}\n\n-- \nMarta Bire`,
  })

  const receipt = await letterThat('laporan Anda diterima')
  const id = /Laporan ([0-9A-Z]{3})-([0-9A-Z]{3})-([0-9A-Z]{3})/.exec(receipt.text)?.slice(1).join('') ?? ''
  const did = async (token: string, move: string, body: object) => {
    const told = await post(`/reports/${id}/${move}`, body, { token })
    expect(told.status, told.text).toBeLessThan(300)
  }
  const status = async () =>
    ((await get(`/reports/${id}`, { token: dedi })).json as { status: { code: string; manner?: string } }).status

  await did(dedi, 'hold', { question: 'Pasar Oeba sisi mana?' })
  const question = await letterThat('ada pertanyaan')
  await send(replyTo(question, 'CEK'))
  await letterThat('Pasar Oeba sisi mana?')
  await send(replyTo(question, 'Sisi timur dekat jembatan.'))
  await letterThat('Pesan Anda kami terima')
  expect((await status()).code).toBe('received')

  await did(dedi, 'verification', { agencySlug: 'kota-kupang' })
  await did(yuli, 'answer', { text: 'Jalan sudah ditambal hari ini.', outcome: 'solved' })
  const answered = await letterThat('ada tanggapan')
  outside.mails.length = 0
  await send(replyTo(answered, 'BELUM baru separuh yang ditambal'))
  await vi.waitUntil(async () => (await status()).code === 'in_progress', soon)

  await did(yuli, 'answer', { text: 'Seluruh ruas sudah ditambal.', outcome: 'solved' })
  await send(replyTo(await letterThat('ada tanggapan'), 'ya, sudah selesai. terima kasih'))
  await vi.waitUntil(async () => (await status()).code === 'closed', soon)
  expect((await status()).manner).toBe('confirmed')

  const told = (await get(`/reports/${id}`)).text
  expect(told).toContain(words)
  expect(told).not.toMatch(/Marta|rumah\.test|0812|menulis:/)
  const listed = await lapor(product.dataDir, 'mailbox', 'list')
  expect(listed.stdout).toMatch(/^utama\tlapor@lapor\.test\t127\.0\.0\.1:\d+\tup\t/)
})

test.skipIf(!hasDovecot())('the page that ends the news is for everybody, before and after', async () => {
  const window = await openWindow(browser, product.url)
  await send({ from: marta, subject: 'Lampu', text: 'Lampu jalan di Oesapa mati sejak Senin.' })
  const link = (await letterThat('laporan Anda diterima')).headers['list-unsubscribe'] ?? ''
  const path = new URL(link.slice(1, -1)).pathname
  expect(await window.look(path)).toEqual([])
  await fetch(new URL(path, product.url), {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })
  expect(await window.look(path)).toEqual([])
})
