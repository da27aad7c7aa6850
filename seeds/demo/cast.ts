import type { Directory } from '../../src/agencies/directory.ts'
import type { Actor } from '../../src/report/actor.ts'
import { system } from '../../src/report/actor.ts'
import { people } from './people.ts'
import type { Step, Story } from './story.ts'

/** Where a story stands before a step: which office has the report. */
type Holder = { agency?: string; unit?: string }

/** Who takes each step of a story: the desk, the office that has it then, its unit after the disposition, the reporter, the clock. */
export function actorsOf(
  story: Story,
  reportId: string,
  directory: Directory,
  accounts: ReadonlyMap<string, string>,
): Actor[] {
  let holder: Holder = {}
  return story.steps.map((step) => {
    const actor = actorOf(step, reportId, holder, accounts)
    holder = afterStep(step, holder, directory)
    return actor
  })
}

function actorOf(step: Step, reportId: string, { agency, unit }: Holder, accounts: ReadonlyMap<string, string>): Actor {
  switch (step.do) {
    case 'forward':
    case 'archive':
    case 'merge':
      return verifier(accounts)
    case 'assign':
    case 'return':
      return staff('coordinator', agency, accounts)
    case 'hold':
      return agency ? staff('coordinator', agency, accounts) : verifier(accounts)
    case 'progress':
    case 'answer':
      return unit ? staff('officer', unit, accounts) : staff('coordinator', agency, accounts)
    case 'lapse':
      return system
    default:
      return { role: 'reporter', reportId }
  }
}

function afterStep(step: Step, holder: Holder, directory: Directory): Holder {
  if (step.do === 'forward') {
    const agency = directory.agency(step.to)?.rootId
    return { agency, unit: step.to === agency ? undefined : step.to }
  }
  if (step.do === 'assign') return { ...holder, unit: step.unit }
  return step.do === 'return' ? {} : holder
}

function verifier(accounts: ReadonlyMap<string, string>): Actor {
  const dedi = people.find(({ role }) => role === 'verifier')
  return { role: 'verifier', accountId: accounts.get(dedi?.email ?? '') }
}

/** The office's own person where the demonstration has one; elsewhere the office alone. */
function staff(
  role: 'coordinator' | 'officer',
  agencyId: string | undefined,
  accounts: ReadonlyMap<string, string>,
): Actor {
  const known = people.find((one) => one.role === role && one.agencyId === agencyId)
  return { role, agencyId, accountId: known && accounts.get(known.email) }
}
