import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, lestari, marta, officerOf, rio } from '../testing/cast.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
const contact = { name: 'Marta Bire', phone: '081234567890', email: 'marta@contoh.test' }
const pageFor = async (actor: Actor, wanted: Wanted) => {
  const { trackingId } = await aReport(db, { contact, stage: 'in_progress', ...wanted })
  return deskOf(db, actor).page(`/kelola/laporan/${trackingId}`)
}

test('the desk sees which contact details there are, sealed, and the way to have them opened; never what they are', async () => {
  for (const confidential of [false, true]) {
    const page = await pageFor(dedi, { confidential })
    expect(page).toContain('telepon dan surel, tersegel')
    expect(page).toContain('/pembukaan')
    expect(page).not.toMatch(/81234567890|marta@contoh/)
  }
  expect(await pageFor(dedi, { contact: { phone: contact.phone } })).toContain('telepon, tersegel')
  expect(await pageFor(dedi, { contact: { name: 'Marta' } })).not.toContain('tersegel')
})

test('of who hides, and to anybody else at a desk, nothing is said of contact details', async () => {
  for (const confidential of [false, true])
    expect(await pageFor(dedi, { anonymous: true, confidential })).not.toContain('tersegel')
  for (const actor of [coordinatorOf(), officerOf(), lestari])
    expect(await pageFor(actor, {})).not.toContain('tersegel')
})

test('the database says the same as the policy to whoever asks it', async () => {
  for (const anonymous of [false, true])
    for (const confidential of [false, true]) {
      const { id } = await aReport(db, { contact, anonymous, confidential, stage: 'in_progress' })
      const row = await db.owner
        .selectFrom('casework.report')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      for (const actor of [
        dedi,
        coordinatorOf(),
        officerOf(),
        lestari,
        rio,
        marta(id),
        { role: 'operator' } as const,
      ]) {
        const { rows } = await as(db.web, actor, (tx) => sql`select * from identity.contact_kinds(${id})`.execute(tx))
        expect(rows.length > 0, actor.role).toBe(can(actor, 'see_masked', 'contact', secrecyFacts(row), aWednesday))
      }
    }
})
