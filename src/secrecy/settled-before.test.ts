import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { root } from '../platform/root.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { nameAccused, settleAccused } from './name-accused.ts'

const db = await testDatabase()
const now = new Date('2026-01-20T02:30:00Z')
const setting = { rules: await loadRules(db.publicDb, testKeeper), directory: await loadDirectory(db.publicDb), now }
const posts = ['kota-kupang-dinkes', 'kota-kupang-pupr', 'kota-kupang-dinsos']

/** What migration 201 does to what is there already. */
const whatWasThere = readFileSync(join(root, 'migrations/0201-settled-twice.sql'), 'utf8').split('end $$;')[1] ?? ''

test('a post that a name was settled as before, and that was overwritten then, is accused again; whoever comes to it finds nothing', async () => {
  const dedi = await anAccount(db, 'verifier', 'kemenpanrb')
  const { id } = await aReport(db, { stage: 'in_progress', confidential: true, unit: 'kota-kupang-dukcapil' })
  await as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, ['Pak Anton', 'kepala dinas itu'], setting))
  for (const unitId of posts)
    await as(db.web, dedi, (tx) => settleAccused(tx, dedi, id, 2, { kind: 'head', unitId }, setting))
  const rows = db.owner
    .selectFrom('casework.accused')
    .select(['position', 'kind', 'unit_id', 'named'])
    .orderBy('position')
  const settled = await rows.where('report_id', '=', id).execute()
  await db.owner.deleteFrom('casework.accused').where('report_id', '=', id).where('position', '>', 2).execute()
  for (const _ of ['once', 'again']) await sql.raw(whatWasThere).execute(db.owner)
  expect(await rows.where('report_id', '=', id).execute()).toEqual(settled)
  expect(settled.map(({ unit_id }) => unit_id)).toEqual([null, posts[2], posts[0], posts[1]])

  const yuli = await anAccount(db, 'coordinator', 'kota-kupang')
  await sql`select identity.appoint_head(${posts[0]}, ${yuli.accountId}, true, ${now})`.execute(db.owner)
  const { accused_accounts } = await db.owner
    .selectFrom('casework.report')
    .select('accused_accounts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(accused_accounts).toContain(yuli.accountId)
})
