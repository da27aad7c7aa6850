import type { Letter } from '../../notifications/letter.ts'
import type { WordedDoor, Wording, WordingName } from '../../notifications/wording/delivered.ts'
import { rehearse, secrecies } from '../../notifications/wording/rehearse.ts'
import type { Duty } from '../duty.ts'

type Props = {
  duty: Duty
  door: WordedDoor
  name: WordingName
  wording: Wording | undefined
  baseUrl: string
  level: 2 | 3
}

/** One message by one door as it would leave, for each secrecy; what is the same is said once. */
export function AsItLeaves({ duty, door, name, wording, baseUrl, level }: Props) {
  const { t, setting } = duty
  const { rules, now } = setting
  const Heading = level === 2 ? 'h2' : 'h3'
  const said = secrecies.map((secrecy) => ({
    secrecy,
    letter: rehearse({ door, name, wording }, secrecy, { ...rules, now, baseUrl }),
  }))
  const open = said[0]?.letter
  return (
    <>
      {said.map(({ secrecy, letter }) => (
        <div class="as-it-leaves">
          <Heading>{t[`wording_${secrecy}`]}</Heading>
          {letter ? (
            secrecy !== 'open' && isSame(letter, open) ? (
              <p class="quiet">{t.wording_as_open}</p>
            ) : (
              <Words letter={letter} door={door} />
            )
          ) : (
            <p class="quiet">{t.wording_not_said}</p>
          )}
        </div>
      ))}
    </>
  )
}

function Words({ letter, door }: { letter: Letter; door: WordedDoor }) {
  return (
    <blockquote class="prose">
      {door === 'email' ? (
        <>
          <strong>{letter.subject}</strong>
          {'\n\n'}
        </>
      ) : null}
      {letter.text.trim()}
    </blockquote>
  )
}

function isSame(one: Letter, other: Letter | undefined): boolean {
  return one.subject === other?.subject && one.text === other.text
}
