import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { somebody, testXKeys } from '../src/channels/x/testing/x-people.ts'
import { startXServer, type XServer } from '../src/channels/x/testing/x-server.ts'
import { root } from '../src/platform/root.ts'
import { launchBrowser } from './browser.ts'
import { signedIn } from './people.ts'
import { lapor, type Product, startProduct } from './product.ts'

// The whole product beside a server that speaks as X does: signatures, stream, lists and messages.

const browser = await launchBrowser()
const soon = { timeout: 60_000, interval: 100 }
const marta = somebody('marta')
const desi = somebody('desi')
let product: Product
let x: XServer

beforeAll(async () => {
  x = await startXServer()
  product = await startProduct()
}, 180_000)

afterAll(async () => {
  await product?.stop()
  await x?.close()
  await browser.close()
})

/** As an operator types it; X, which runs here, is asked meanwhile. */
async function set(keys: typeof testXKeys) {
  const options = [join(root, 'bin', 'lapor'), 'x', 'set', '--api', x.url, '--media', x.url]
  const env = { ...process.env, NODE_ENV: '', LOG_LEVEL: 'warn', LAPOR_DATA_DIR: product.dataDir }
  const child = spawn(process.execPath, options, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk))
  const { apiKey, apiSecret, accessToken, accessSecret, bearer } = keys
  child.stdin.end(`${[apiKey, apiSecret, accessToken, accessSecret, bearer].join('\n')}\n`)
  const [code] = (await once(child, 'close')) as [number]
  return { code, printed }
}

test('keys that X does not know change nothing; those that it knows are told back as the account, and never shown', async () => {
  const wrong = await set({ ...testXKeys, accessSecret: 'mistyped-secret' })
  expect(wrong).toMatchObject({ code: 1, printed: expect.stringContaining('X does not accept these keys') })
  expect((await lapor(product.dataDir, 'x', 'show')).stdout).toBe('no account is set\n')
  const right = await set(testXKeys)
  expect(right).toMatchObject({ code: 0, printed: `@lapor1708\t1708000\t${x.url}\n` })
})

test('a post that the stream brings stands before the desk, and its author is answered: once in public, and alone', async () => {
  await vi.waitUntil(() => x.streams.size === 1, soon)
  const post = x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir, motor sering jatuh')
  await vi.waitUntil(() => x.ours().length > 0 && x.heardBy(marta).length > 0, soon)
  expect(x.ours()[0]).toMatchObject({ referenced_tweets: [{ type: 'replied_to', id: post.id }] })
  const [, id = ''] = /\/lacak\?id=([0-9A-Z]{9})/.exec(x.ours()[0]?.text ?? '') ?? []
  expect(x.heardBy(marta)).toEqual([expect.stringContaining(`Laporan ${id} diterima`)])
  const dedi = await signedIn(browser, product.url, 'verifikator')
  await dedi.page.goto(`/kelola/laporan/${id}`)
  const page = await dedi.page.getByRole('main').innerText()
  expect(page).toContain('jalan rusak di depan pasar Oeba')
  expect(page).not.toContain(marta.username)
  await dedi.page.goto('/kelola/pintu')
  expect(await dedi.page.getByRole('main').innerText()).toContain('Aliran kiriman')
})

test('X’s challenge is answered, and what its hook brings in confidence is answered in confidence alone', async () => {
  const challenge = (await (await fetch(`${product.url}/hooks/x?crc_token=kenari`)).json()) as {
    response_token: string
  }
  expect(challenge.response_token).toBe(
    `sha256=${createHmac('sha256', testXKeys.apiSecret).update('kenari').digest('base64')}`,
  )
  const said = x.ours().length
  const message_create = { sender_id: desi.id, message_data: { text: 'RAHASIA lurah meminta uang untuk surat pindah' } }
  const body = JSON.stringify({ direct_message_events: [{ type: 'message_create', id: x.nextId(), message_create }] })
  const sign = (secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`
  const hook = async (secret: string) => {
    const headers = { 'content-type': 'application/json', 'x-twitter-webhooks-signature': sign(secret) }
    return (await fetch(`${product.url}/hooks/x`, { method: 'POST', body, headers })).status
  }
  expect(await hook('somebody else')).toBe(401)
  expect(await hook(testXKeys.apiSecret)).toBe(200)
  await vi.waitUntil(() => x.heardBy(desi).length > 0, soon)
  expect(x.heardBy(desi)[0]).not.toMatch(/rahasia|lurah/i)
  expect(x.ours()).toHaveLength(said)
})

test('an operator sees how it goes with each part, and no key; after removing it nobody listens', async () => {
  const shown = (await lapor(product.dataDir, 'x', 'show')).stdout
  expect(shown).toMatch(/^@lapor1708\t1708000\t/)
  expect(shown).toMatch(/^stream\twell\t/m)
  for (const key of Object.values(testXKeys)) expect(shown).not.toContain(key)
  expect(product.output()).not.toMatch(/app-secret|token-secret|bearer/)
  expect((await lapor(product.dataDir, 'x', 'remove')).stdout).toBe('removed\n')
  expect((await fetch(`${product.url}/hooks/x?crc_token=kenari`)).status).toBe(404)
})
