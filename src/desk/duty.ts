import type { Context } from 'hono'
import type { Agency } from '../agencies/directory.ts'
import type { Setting } from '../agencies/setting.ts'
import { actorOf, type Person } from '../accounts/person.ts'
import type { Actor } from '../report/actor.ts'
import { nationalDesk } from '../report/clocks/clocks.ts'
import type { Zone } from '../report/clocks/day.ts'
import type { Deps } from '../secrecy/deps.ts'
import { type Locale, localeOf, pathWithoutLocale } from '../ui/locale.ts'
import { type Vocabulary, wordsIn } from '../ui/words/index.ts'

/** Who sits at the desk now, for which office, and what holds at this moment. */
export type Duty = {
  person: Person
  actor: Actor
  /** The agency or unit; undefined for the national desk and the supervisors. */
  office: Agency | undefined
  /** In which the desk tells its times. */
  zone: Zone
  setting: Setting
  locale: Locale
  t: Vocabulary
  /** Of the request, without its language, query included: what the link to the other language needs. */
  path: string
}

export type KnownPerson = { Variables: { person: Person } }

export async function dutyOf(deps: Deps, c: Context<KnownPerson>): Promise<Duty> {
  const [rules, directory] = await Promise.all([deps.rules(), deps.directory()])
  const person = c.get('person')
  const office = person.agencyId ? directory.agency(person.agencyId) : undefined
  const locale = localeOf(c)
  return {
    person,
    actor: actorOf(person),
    office,
    zone: office?.zone ?? nationalDesk.zone,
    setting: { rules, directory, now: deps.now() },
    locale,
    t: wordsIn(locale),
    path: pathWithoutLocale(c.req.raw) + new URL(c.req.url).search,
  }
}
