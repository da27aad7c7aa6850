import type { Actor } from '../report/actor.ts'
import { system } from '../report/actor.ts'

/** The fixed cast: Bu Marta reports from Kupang, Pak Dedi verifies, dr. Sari answers for Dinas Kesehatan, Rio is a stranger. */
export const dedi: Actor = { role: 'verifier', accountId: '00000000-0000-4000-8000-00000000ded1' }

/** Bu Lestari supervises at the Ombudsman, Pak Bagas at KSP. */
export const lestari: Actor = {
  role: 'supervisor',
  accountId: '00000000-0000-4000-8000-000000001e57',
  agencyId: 'ombudsman',
}
export const bagas: Actor = { role: 'supervisor', accountId: '00000000-0000-4000-8000-00000000ba6a', agencyId: 'ksp' }

export const rio: Actor = { role: 'citizen', accountId: '00000000-0000-4000-8000-000000000410' }

/** The coordinator of an agency; Kota Kupang when not said. */
export function coordinatorOf(agencyId = 'kota-kupang'): Actor {
  return { role: 'coordinator', accountId: '00000000-0000-4000-8000-0000000c0021', agencyId }
}

/** dr. Sari, or the officer of another unit. */
export function officerOf(unitId = 'kota-kupang-dinkes'): Actor {
  return { role: 'officer', accountId: '00000000-0000-4000-8000-00000005a210', agencyId: unitId }
}

/** Bu Marta, towards one report. */
export function marta(reportId: string): Actor {
  return { role: 'reporter', reportId }
}

export { system }
