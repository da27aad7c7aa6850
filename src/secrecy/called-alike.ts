import { glued, heardAs, soundsOf, wordsOfName } from '../accounts/name-words.ts'

/**
 * Does whoever is called so on duty bear the name that was written? Both as sets of words, titles before and degrees behind aside: the whole
 * name, in any order; or, of two words and more, within what was written: "Agus Salim Bria, ketua RT 05". However they are spelt: Dedy is Dedi.
 */
export function isCalledAlike(named: string, onDuty: string): boolean {
  // Behind the comma of a name on duty stand degrees, those too that no list has.
  return [onDuty, onDuty.replace(/,.*/s, '')].some((name) => {
    const [said, borne] = [wordsOf(named), wordsOf(name)]
    return isWithin(said, borne) || isWithin(glued(said), glued(borne))
  })
}

function isWithin(said: readonly string[], borne: readonly string[]): boolean {
  return borne.length > 0 && areHeardIn(said, borne) && (areSeveral(borne) || !areSeveral(said))
}

/** Is each of `sought` among the others by one of its sounds? */
function areHeardIn(others: readonly string[], sought: readonly string[]): boolean {
  const heard = new Set(others.flatMap(soundsOf))
  return sought.every((word) => soundsOf(word).some((sound) => heard.has(sound)))
}

/** A word that is written twice is one. */
function areSeveral(words: readonly string[]): boolean {
  return new Set(words.map(heardAs)).size > 1
}

/** Is what was written one word of the name of somebody on duty, titles aside? "Pak Gerson" may be Gerson Tobe. */
export function isPartlyCalled(named: string, onDuty: string): boolean {
  const said = wordsOf(named)
  return said.length > 0 && !areSeveral(said) && areHeardIn(wordsOf(onDuty), said)
}

/** Of two names on duty, which of them is longer says nothing: who comes back may leave a part of theirs out. */
export function areCalledAlike(one: string, other: string): boolean {
  return isCalledAlike(one, other) || isCalledAlike(other, one)
}

const titles =
  /^(?:(?:pak|bapak|bpk|ibu|bu|bang|abang|mas|mbak|mba|kak|om|tante|mama|sdr|sdri|saudara|saudari|tn|tuan|ny|nyonya|nn|nona|haji|hajah|hajjah|h|hj|kh|drs|dra|dr|drg|ir|prof|apt|ns|pdt|pendeta|romo|pastor|suster|ustad|ustadz|kombes|akbp|kompol|akp|iptu|ipda|aiptu|aipda|bripka|briptu|bripda|kolonel|letkol|mayor|kapten|lettu|letda|serka|sertu|serda) )+/

/** Degrees as `wordsOfName` leaves them: "S.Sos", "S. Sos." and "SSos" are "s sos" and "ssos". Never complete; the longer before the shorter. */
const degrees = new RegExp(
  `(?<= )(?:${[
    '[sm] ?(?:tr )?(?:sos|si|hum|ikom|kom|kep|keb|kes|farm|psi|pd|ag|ip|ap|ars|sn|pt|pi|tp|gz|km|ked|kn|ak|th|fil|kg|sy|sc|ling|eng|h|e|m|t|p)(?: i)?',
    'a ?md(?: ?(?:kep|keb|kom|kes|pd|ak|farm|gz))?',
    'sp ?(?:a|b|m|s|an|og|pd|jp|kj|kk|ot|pk|rad|tht|u|n|p)',
    'ph ?d|mba|mph|mpa|m b a|akt|ca|cpa|ba|ma',
  ].join('|')})(?= )`,
  'g',
)

/** Of a name that is made of such words alone, all of them. */
function wordsOf(name: string): string[] {
  const all = wordsOfName(name).join(' ').replace(titles, '')
  const bare = ` ${all} `.replace(degrees, '').trim()
  return (bare || all).split(/ +/).filter(Boolean)
}
