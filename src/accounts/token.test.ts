import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { testDeps } from '../testing/test-deps.ts'
import { accountSite, anAccount } from './testing/account-site.ts'
import { createToken, opensDoor } from './token.ts'
import { listTokens, revokeToken } from './token-list.ts'

const db = await testDatabase()
const deps = testDeps(db)
const site = accountSite(deps)
let accountId = ''

beforeAll(async () => {
  accountId = await anAccount(db, deps, { email: 'dedi@contoh.id', role: 'verifier', displayName: 'Pak Dedi' })
})

async function whoIs(token: string) {
  return (await site.request('/siapa', { headers: { authorization: `Bearer ${token}` } })).json()
}

test('a token says who is asking until it is revoked or its account disabled', async () => {
  const token = await createToken(db.owner, { purpose: 'api', label: 'laptop', accountId }, deps.now())
  expect(token).toMatch(/^lapor_[\w-]{43}$/)
  expect(await whoIs(token)).toMatchObject({ person: { accountId, role: 'verifier' }, knownBy: 'token' })
  const dedi = db.owner.updateTable('identity.account').where('id', '=', accountId)
  await dedi.set({ disabled_at: deps.now() }).execute()
  expect(await whoIs(token)).toMatchObject({ person: null })
  await dedi.set({ disabled_at: null }).execute()
  const [listed] = await listTokens(db.owner)
  expect(listed).toMatchObject({ purpose: 'api', label: 'laptop', display_name: 'Pak Dedi', revoked_at: null })
  expect(await revokeToken(db.owner, listed?.id ?? '', deps.now())).toBe('revoked')
  expect(await whoIs(token)).toMatchObject({ person: null })
  expect(await revokeToken(db.owner, listed?.id ?? '', deps.now())).toBe('revoked_before')
  expect(await revokeToken(db.owner, 'ffffffffffff', deps.now())).toBe('unknown')
})

test.each(['', 'x', 'lapor_', 'lapor_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', "' or 1=1"])(
  'the token %j is nobody',
  async (token) => {
    expect(await whoIs(token)).toMatchObject({ person: null })
  },
)

test('a token for a gateway opens that gateway and nothing else', async () => {
  const token = await createToken(db.owner, { purpose: 'gateway', label: 'sms:kannel' }, deps.now())
  expect(await opensDoor(db.web, token, { purpose: 'gateway', label: 'sms:kannel' })).toBe(true)
  expect(await opensDoor(db.web, token, { purpose: 'gateway', label: 'sms:lain' })).toBe(false)
  expect(await opensDoor(db.web, token, { purpose: 'metrics', label: 'metrics' })).toBe(false)
  expect(await whoIs(token)).toMatchObject({ person: null })
})

test('the database knows no token, only hashes', async () => {
  const token = await createToken(db.owner, { purpose: 'metrics', label: 'metrics' }, deps.now())
  const rows = await db.owner.selectFrom('identity.token').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token.slice(6))
  expect(rows.every((row) => row.token_hash.length === 32)).toBe(true)
})
