import { makeApp } from '../../app.tsx'
import { seal } from '../../platform/seal.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { rio } from '../cast.ts'
import { aWednesday, testDeps, testKeyPair } from '../test-deps.ts'
import { type Headers, headersOf, type Hired, letIn } from './canary-people.ts'
import { addressesOf } from './fill.ts'

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

/** Who asks, by name: with which headers for which path. */
export type Visitors = Readonly<Record<string, (path: string) => Headers>>

/** The site as some people meet it: the public and a stranger who is signed in, unless it is said who. */
export async function watch(db: TestDatabase, visitors?: Visitors) {
  const deps = testDeps(db)
  const app = makeApp(deps)
  const watching = visitors ?? (await strangers(db))

  async function answerTo(path: string, headers: Headers, init: RequestInit = {}) {
    const answer = await app.request(`http://lapor.test${path}`, { ...init, headers: { ...headers, ...init.headers } })
    const body = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}`).sort()
    return `${answer.status}\n${lines.join('\n')}\n\n${body.replace(everNew, '$1')}`
  }

  return {
    app,
    deps,
    answerTo,
    /** Every answer there is for them, by who asked for what: status, all headers, body, byte for byte. */
    async everything(ids: readonly string[], more: readonly string[] = []): Promise<Map<string, string>> {
      const paths = [
        ...addressesOf(app, 'GET', { ids, things: [], sampled: [], shown: [] }),
        ...questions,
        ...more,
      ].filter((path) => !/^\/(assets|healthz|readyz|metrics|dev\/komponen)/.test(path))
      const answers = new Map<string, string>()
      for (const [name, who] of Object.entries(watching))
        for (const path of paths) answers.set(`${name} ${path}`, await answerTo(path, who(path)))
      return answers
    },
  }
}

/** Nobody known, and Rio: by cookie, by token. */
async function strangers(db: TestDatabase): Promise<Visitors> {
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
  const { token, cookie } = await letIn(db, account_id, 'rio')
  return { nobody: () => ({}), rio: () => ({ cookie }), 'rio by token': () => ({ authorization: `Bearer ${token}` }) }
}

/** These people at their desks: each signed in, and with a token for programs. */
export async function visit(
  db: TestDatabase,
  people: Readonly<Record<string, { accountId: string }>>,
): Promise<Visitors> {
  const known: Hired = {}
  for (const [name, { accountId }] of Object.entries(people))
    known[name] = { accountId, ...(await letIn(db, accountId, name)) }
  return Object.fromEntries(
    Object.keys(people).map((name) => [name, (path: string) => headersOf(known, name, path)] as const),
  )
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
