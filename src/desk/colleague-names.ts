import { dayOf } from '../report/clocks/day.ts'
import { shortDay } from '../ui/format.ts'
import type { Colleague } from './accused.ts'
import type { Duty } from './duty.ts'
import { officeName } from './office-name.ts'

/**
 * The people of an office as options to choose one from: each by their name, and whoever shares it with another by their post, their unit and the day
 * their account was made (in the desk's zone) as well; who shares that too, by their turn.
 */
export function colleagueOptions(duty: Duty, people: readonly Colleague[]) {
  const known = people.map((one) => (isShared(people, one) ? { ...one, name: inFull(duty, one) } : one))
  return known.map((one) => ({
    value: one.id,
    label: isShared(known, one) ? `${one.name}, ${turnOf(known, one)}` : one.name,
  }))
}

function isShared(people: readonly Colleague[], { id, name }: Colleague): boolean {
  return people.some((other) => other.id !== id && other.name === name)
}

function inFull({ t, locale, setting, zone }: Duty, { name, role, officeId, since }: Colleague): string {
  const office = officeId ? officeName(setting.directory, officeId) : ''
  const post = role === 'citizen' ? '' : t[`report_role_${role}`]
  const account = t.accused_account_since(shortDay(locale, dayOf(since, zone)))
  return `${name} (${[post, office, account].filter(Boolean).join(', ')})`
}

function turnOf(people: readonly Colleague[], { id, name }: Colleague): number {
  return people.filter((other) => other.name === name).findIndex((other) => other.id === id) + 1
}
