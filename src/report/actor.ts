/** What someone is towards a report (domain, section 2). `citizen` is signed in but a stranger to it. */
export type Role =
  | 'reporter'
  | 'citizen'
  | 'verifier'
  | 'coordinator'
  | 'officer'
  | 'supervisor'
  | 'operator'
  | 'system'

/** Who is asking. Every query on cases has one; the database answers by it a second time. */
export type Actor = {
  role: Role
  accountId?: string
  /** The coordinator's agency or the officer's unit. */
  agencyId?: string
  /** For a reporter: the one report that their key or account opens. */
  reportId?: string
}

export const system: Actor = { role: 'system' }
