import type { Actor } from '../report/actor.ts'
import type { Stage } from '../report/lifecycle.ts'
import { nobodyAccused } from './accused.ts'
import { type Aim, anyAim } from './aim.ts'
import { can, type Resource, type SecrecyFacts } from './can.ts'

/** What a reporter has chosen, or is about to. */
export type Switches = { anonymous: boolean; confidential: boolean; withoutIdentity: boolean; showName: boolean }

/**
 * Whom a reporter asks about. `named_office`: the one they name, where others handle it. `desk`: the national
 * desk, while it has the report and after; `stand_in`: who has it instead. `accused`: those it accuses, wherever they work.
 */
export const audiences = [
  'public',
  'office',
  'named_office',
  'other_offices',
  'accused',
  'desk',
  'stand_in',
  'supervisors',
  'operator',
] as const
export type Audience = (typeof audiences)[number]

/** `before`: until the report is forwarded. `at_desk`: and again when its office gives it back. `point`: where on the map, exactly. */
export type Sight = 'always' | 'at_desk' | 'before' | 'never'
export type Seen = Record<'existence' | 'text' | 'name' | 'contact' | 'point', Sight>

const resources: Record<keyof Seen, Resource> = {
  existence: 'existence',
  text: 'text',
  name: 'name',
  contact: 'contact',
  point: 'exact_point',
}

const handling = 'handling'
const handlingUnit = 'handling-unit'
const namedOffice = 'named-office'
const standIn = 'stand-in'
const accusedPerson = 'accused-person'

/** Without openings the policy is the same at every time. */
const now = new Date(0)

const people: Record<Audience, Actor> = {
  public: { role: 'citizen' },
  office: { role: 'officer', agencyId: handlingUnit },
  named_office: { role: 'coordinator', agencyId: namedOffice },
  other_offices: { role: 'officer', agencyId: 'another-unit' },
  accused: { role: 'officer', agencyId: handlingUnit, accountId: accusedPerson },
  desk: { role: 'verifier' },
  stand_in: { role: 'coordinator', agencyId: standIn },
  supervisors: { role: 'supervisor' },
  operator: { role: 'operator' },
}

/** Of whom there is something to say: no office that is not named, nobody instead of the desk that has it. */
export function audiencesOf({ door, standIn, accuses }: Aim): Audience[] {
  const isThere: Partial<Record<Audience, boolean>> = {
    named_office: door !== undefined,
    stand_in: standIn !== undefined,
    accused: accuses,
  }
  return audiences.filter((audience) => isThere[audience] !== false)
}

/** The same, and who may come in the desk's place. */
export function perhapsAudiencesOf(aim: Aim): Audience[] {
  return audiencesOf(ifDeskIsOut(aim))
}

/** Who will see what of a report with these switches; of `stand_in`, what it sees where it stands in. Asked of `can`, so that what we say and what we do cannot differ. */
export function whoSees(switches: Switches, aim = anyAim): Record<Audience, Seen> {
  const seenBy = (audience: Audience): Seen => {
    const actor = people[audience]
    const [before, after, again] = livesOf(switches, audience === 'stand_in' ? ifDeskIsOut(aim) : aim)
    const sees = (resource: Resource) => (report: SecrecyFacts) => can(actor, 'see', resource, report, now)
    const sight = (resource: Resource): Sight => {
      if (sees(resource)(after)) return 'always'
      if (sees(resource)(again)) return 'at_desk'
      return sees(resource)(before) ? 'before' : 'never'
    }
    const seen = Object.entries(resources).map(([name, resource]) => [name, sight(resource)])
    return Object.fromEntries(seen) as Seen
  }
  return Object.fromEntries(audiences.map((audience) => [audience, seenBy(audience)])) as Record<Audience, Seen>
}

/** Who sees this at all, in the order of `audiences`. */
export function thoseWhoSee(what: keyof Seen, switches: Switches, aim = anyAim): Audience[] {
  const seen = whoSees(switches, aim)
  return audiencesOf(aim).filter((audience) => seen[audience][what] !== 'never')
}

/** Who learns whether there are contact details, though not what they are. */
export function thoseWhoSeeMasked(switches: Switches, aim = anyAim): Audience[] {
  const stages = [received(switches, aim), factsOf(switches, 'forwarded', aim)]
  return audiencesOf(aim).filter((audience) =>
    stages.some((report) => can(people[audience], 'see_masked', 'contact', report, now)),
  )
}

/** Who, without seeing it, may ask that it be opened for them: with a reason, a second person and fifteen minutes (break-glass). */
export function thoseWhoAskToOpen(what: 'text' | 'identity', switches: Switches, aim = anyAim): Audience[] {
  if (what === 'identity' && switches.withoutIdentity) return []
  const after = factsOf(switches, 'forwarded', aim)
  const [seen, asked] = what === 'text' ? (['text', 'casework'] as const) : (['identity', 'identity'] as const)
  return audiencesOf(aim).filter(
    (audience) =>
      !can(people[audience], 'see', seen, after, now) && can(people[audience], 'ask_to_open', asked, after, now),
  )
}

/** As it is if somebody named is the one at the desk. */
function ifDeskIsOut(aim: Aim): Aim {
  const standIn = aim.standIn ?? aim.mayStandIn
  return standIn ? { ...aim, standIn } : aim
}

function livesOf(switches: Switches, aim: Aim) {
  return [received(switches, aim), factsOf(switches, 'forwarded', aim), returned(switches, aim)] as const
}

/** The report as `can` must know it, just received, or with the office that answers. */
function factsOf(switches: Switches, stage: Stage, aim: Aim): SecrecyFacts {
  const { anonymous, confidential, withoutIdentity, showName } = switches
  const routed = stage !== 'received'
  return {
    id: 'this-report',
    stage,
    anonymous: anonymous || withoutIdentity,
    confidential,
    withoutIdentity,
    agencyId: routed ? handling : null,
    unitId: routed ? handlingUnit : null,
    ownDoorId: aim.standIn !== undefined ? standIn : aim.door !== undefined ? namedOffice : null,
    returnedBy: [],
    publishedAt: routed && !confidential ? new Date(0) : null,
    showsName: showName && !anonymous && !confidential && !withoutIdentity,
    accused: {
      ...nobodyAccused,
      desk: aim.standIn !== undefined,
      standIn: aim.standIn !== undefined && !routed ? standIn : null,
      accounts: [accusedPerson],
    },
    openings: [],
  }
}

/** As it is filed. It is forwarded only when it is settled whom it accuses. */
function received(switches: Switches, aim: Aim): SecrecyFacts {
  const facts = factsOf(switches, 'received', aim)
  return { ...facts, accused: { ...facts.accused, unresolved: aim.unresolved } }
}

/** Given back by the office that had it: at the desk again, as public as it was. */
function returned(switches: Switches, aim: Aim): SecrecyFacts {
  const { publishedAt } = factsOf(switches, 'forwarded', aim)
  return { ...factsOf(switches, 'received', aim), publishedAt, returnedBy: [handling] }
}
