import { makeApp } from '../../app.tsx'
import { hashOpaque } from '../../accounts/opaque.ts'
import { createToken } from '../../accounts/token.ts'
import { seal } from '../../platform/seal.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { rio } from '../cast.ts'
import { aWednesday, testDeps, testKeyPair } from '../test-deps.ts'
import { addressesOf } from './crawl.ts'

/** Lists, searches, totals, orders, exports: what the public may ask in more than one way. */
const questions = [
  '/laporan?q=jalan',
  '/laporan?q=kenari',
  '/laporan?status=received',
  '/laporan?status=answered&per=2',
  '/laporan?instansi=kota-kupang&urut=lama',
  '/laporan?wilayah=53.71',
  '/laporan?kategori=jalan',
  '/api/v1/reports?limit=2',
  '/api/v1/reports?q=kenari',
  '/api/v1/reports?bbox=120,-12,125,-8',
  '/api/v1/reports?agency=kota-kupang&limit=100',
  '/instansi/kota-kupang',
  '/instansi/kab-luwu',
  '/api/v1/agencies/kota-kupang',
  '/en/laporan',
  '/en/statistik',
  '/dev/outbox',
]

/** A form's own key is new on every page; the pages that hold one differ from themselves. */
const everNew = /(name="(?:formulir|formKey)" value=")[^"]+/g

/** The site as the public, and a stranger who is signed in, meet it; with one report that they may know the ID of. */
export async function watch(db: TestDatabase) {
  const deps = testDeps(db)
  const app = makeApp(deps)
  await settle(db)
  const token = await createToken(db.owner, { purpose: 'api', label: 'rio', accountId: rio.accountId }, aWednesday)
  const strangers: Record<string, string>[] = [{}, { cookie: 'lapor_sesi=rio' }, { authorization: `Bearer ${token}` }]

  async function answerTo(path: string, headers: Record<string, string>, init: RequestInit = {}) {
    const answer = await app.request(`http://lapor.test${path}`, { ...init, headers: { ...headers, ...init.headers } })
    const body = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}`).sort()
    return `${answer.status}\n${lines.join('\n')}\n\n${body.replace(everNew, '$1')}`
  }

  return {
    app,
    deps,
    answerTo,
    /** Every answer there is for strangers, by who asked for what: status, all headers, body, byte for byte. */
    async everything(ids: readonly string[]): Promise<Map<string, string>> {
      const paths = [...addressesOf(app, 'GET', { ids, shown: [] }), ...questions].filter(
        (path) => !/^\/(assets|healthz|readyz|metrics|dev\/komponen)/.test(path),
      )
      const answers = new Map<string, string>()
      for (const [at, who] of strangers.entries())
        for (const path of paths) answers.set(`${at} ${path}`, await answerTo(path, who))
      return answers
    },
  }
}

async function settle(db: TestDatabase) {
  const account_id = rio.accountId ?? ''
  await db.owner
    .insertInto('identity.account')
    .values({
      id: account_id,
      role: 'citizen',
      email_index: Buffer.from('rio'),
      sealed: seal(testKeyPair.publicKey, '{}'),
      password_hash: 'none',
      created_at: aWednesday,
    })
    .execute()
  const until = new Date('2030-01-01T00:00:00Z')
  await db.owner
    .insertInto('identity.session')
    .values({ token_hash: hashOpaque('session', 'rio'), account_id, created_at: aWednesday, expires_at: until })
    .execute()
}

/** Where two snapshots differ, and how. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([asked, answer]) => {
    const now = after.get(asked) ?? ''
    if (now === answer) return []
    const at = [...answer].findIndex((letter, place) => letter !== now[place])
    return [
      `${asked}: …${answer.slice(Math.max(0, at - 60), at + 60)}… became …${now.slice(Math.max(0, at - 60), at + 60)}…`,
    ]
  })
}
