import type { Wording } from '../../notifications/wording/delivered.ts'
import { ownSentence, rehearse } from '../../notifications/wording/rehearse.ts'
import type { Told } from '../../notifications/wording/told.ts'
import { link } from '../../ui/locale.ts'
import type { Duty } from '../duty.ts'
import { wordingTitle } from './wording-title.ts'

type Props = { duty: Duty; own: ReadonlyMap<string, Wording>; baseUrl: string; told: Told }

/** The sentence that leaves, by SMS where it can, which is the shortest, and the way to all its words. */
export function ToldWords({ duty, own, baseUrl, told: { say, doors } }: Props) {
  const { t, locale, setting } = duty
  const door = doors.find((one) => one === 'sms') ?? doors[0]
  const wording = own.get(`${door} ${say}`)
  const letter = door && rehearse({ door, name: say, wording }, 'open', { ...setting.rules, now: setting.now, baseUrl })
  return (
    <>
      <a class="lone" href={link(locale, `/kelola/pemberitahuan/${say}`)}>
        {wordingTitle(t, say, doors[0])}
      </a>
      {doors.some((one) => own.has(`${one} ${say}`)) ? <small class="label"> {t.wording_own}</small> : null}
      {letter ? <div class="quiet">{ownSentence(door, letter)}</div> : null}
    </>
  )
}
