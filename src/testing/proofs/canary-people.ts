import { randomUUID } from 'node:crypto'
import { hashOpaque } from '../../accounts/opaque.ts'
import type { AccountRole } from '../../accounts/person.ts'
import { createToken } from '../../accounts/token.ts'
import { seal } from '../../platform/seal.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { aWednesday, testKeyPair } from '../test-deps.ts'

/** Who reads. Each is a person with a session and a token, but the public. */
const people = {
  stranger: ['citizen', null],
  desk: ['verifier', null],
  coordinator: ['coordinator', 'kota-kupang'],
  officer: ['officer', 'kota-kupang-dinkes'],
  'officer of another unit': ['officer', 'kota-kupang-pupr'],
  'coordinator elsewhere': ['coordinator', 'kab-luwu'],
  supervisor: ['supervisor', null],
  operator: ['operator', null],
} as const
export const readers = ['public', ...(Object.keys(people) as (keyof typeof people)[])] as const
export type Reader = (typeof readers)[number]

export type Hiring = Readonly<Record<string, readonly [AccountRole, string | null]>>
export type Hired = Record<string, { accountId: string; token: string; cookie: string }>
export type Headers = Record<string, string>

/** Gives these people, and everybody who reads, an account, a session and a token. */
export async function hire(db: TestDatabase, more: Hiring = {}): Promise<Hired> {
  const hired: Hired = {}
  for (const [name, [role, agencyId]] of Object.entries<Hiring[string]>({ ...people, ...more })) {
    const id = randomUUID()
    const email = `${name.replaceAll(' ', '.')}@petugas.test`
    await db.owner
      .insertInto('identity.account')
      .values({
        id,
        role,
        agency_id: agencyId,
        email_index: Buffer.from(email),
        sealed: seal(testKeyPair.publicKey, JSON.stringify({ name, email })),
        display_name: name in more ? name : null,
        password_hash: 'none',
        created_at: aWednesday,
      })
      .execute()
    hired[name] = { accountId: id, ...(await letIn(db, id, name)) }
  }
  return hired
}

/** A session and a token for an account that there is. */
export async function letIn(db: TestDatabase, accountId: string, label: string) {
  const secret = `sesi-${accountId}`
  await db.owner
    .insertInto('identity.session')
    .values({
      token_hash: hashOpaque('session', secret),
      account_id: accountId,
      created_at: aWednesday,
      expires_at: new Date('2030-01-01T00:00:00Z'),
    })
    .execute()
  const token = await createToken(db.owner, { purpose: 'api', label, accountId }, aWednesday)
  return { token, cookie: `lapor_sesi=${secret}` }
}

/** Programs prove themselves by a token, browsers by a cookie. */
export function headersOf(hired: Hired, who: string, path: string): Headers {
  const known = hired[who]
  if (!known) return {}
  return path.startsWith('/api/')
    ? { authorization: `Bearer ${known.token}` }
    : { cookie: known.cookie, origin: 'http://lapor.test' }
}
