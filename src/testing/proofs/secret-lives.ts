import fc from 'fast-check'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { type Stage, stages } from '../../report/lifecycle.ts'
import { aReport, type Made } from '../a-report.ts'
import { aWednesday } from '../test-deps.ts'

export type SecretLife = {
  stage: Stage
  anonymous: boolean
  withoutIdentity: boolean
  agency: 'kota-kupang' | 'kab-luwu'
  ownDoor: boolean
  text: string
  areaCode?: string
  point?: { lat: number; lon: number }
  returned: boolean
  rating: number
  hoursAgo: number
}

/** Words that public reports hold as well: a search that counted secret ones would count these. */
const words = ['jalan', 'kenari', 'lampu', 'rusak', 'pasar', 'Kupang', 'puskesmas', 'air']

/** The life of one confidential report, among public ones at the same offices, places and hours. */
export const aSecretLife: fc.Arbitrary<SecretLife> = fc.record({
  stage: fc.constantFrom(...stages),
  anonymous: fc.boolean(),
  withoutIdentity: fc.boolean(),
  agency: fc.constantFrom('kota-kupang' as const, 'kab-luwu' as const),
  ownDoor: fc.boolean(),
  text: fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 30 }).map((some) => some.join(' ')),
  areaCode: fc.constantFrom('53.71', undefined),
  point: fc.constantFrom({ lat: -10.17, lon: 123.6 }, undefined),
  returned: fc.boolean(),
  rating: fc.integer({ min: 1, max: 5 }),
  hoursAgo: fc.integer({ min: 0, max: 500 }),
})

/** @returns the report; for one that was merged also the confidential one into which it was, which has it as a child */
export async function live(db: TestDatabase, life: SecretLife): Promise<Made[]> {
  const { hoursAgo, returned, ownDoor, ...wanted } = life
  const at = new Date(aWednesday.getTime() - hoursAgo * 3_600_000)
  const parents =
    life.stage === 'merged'
      ? [await aReport(db, { stage: 'forwarded', confidential: true, agency: life.agency, at })]
      : []
  const published = life.stage === 'received' ? returned : undefined
  const made = await aReport(db, {
    ...wanted,
    published,
    into: parents[0]?.id,
    at,
    confidential: true,
    ownDoor: ownDoor && life.stage === 'received' ? life.agency : undefined,
    contact: life.withoutIdentity ? undefined : { name: 'Marta Bire', phone: '081234567890' },
  })
  return [made, ...parents]
}
