import type { Wording } from '../../notifications/wording/delivered.ts'
import { namedIn, rehearse, secrecies } from '../../notifications/wording/rehearse.ts'
import type { Told } from '../../notifications/wording/told.ts'
import type { Duty } from '../duty.ts'

/** For each secrecy, what a message names of its report; one line where all three are the same. Read off the messages themselves. */
export function whatIsNamed(
  { t, setting }: Duty,
  told: Told,
  own: ReadonlyMap<string, Wording>,
  baseUrl: string,
): string[] {
  const { say: name, doors } = told
  const [door] = doors
  if (!door) return []
  const wording = own.get(`${door} ${name}`)
  const lines = secrecies.map((secrecy) => {
    const letter = rehearse({ door, name, wording }, secrecy, { ...setting.rules, now: setting.now, baseUrl })
    if (!letter) return { secrecy, named: t.wording_not_said }
    const { title, deadline } = namedIn(name, letter)
    const day = name.endsWith('withdrawn_before') ? t.wording_names_day : t.wording_names_deadline
    const named = [...(title ? [t.wording_names_title] : []), ...(deadline ? [day] : [])]
    return { secrecy, named: named.length > 0 ? named.join(', ') : t.wording_names_no_more }
  })
  const [first] = lines
  if (first && lines.every(({ named }) => named === first.named)) return [first.named]
  return lines.map(({ secrecy, named }) => `${t[`wording_${secrecy}`]}: ${named}`)
}
