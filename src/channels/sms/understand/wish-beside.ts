import { findWishes } from './find-wishes.ts'
import type { Word } from './read-words.ts'
import { isPolite, type Said, saysOnly } from './said.ts'
import type { Secrecy } from './understood.ts'
import { companions, identity } from './words.ts'

type Words = Said['bare']

/** A longer message tells something. */
const mostWords = 25
const joining = new Set('dan serta juga sekaligus lalu'.split(' '))
const besideCommands = [joining, ...Object.values(companions)]

/** What these words ask to be hidden, in sentences, or by RAHASIA and ANONIM where all of them are commands; and what they say besides. */
export function wishBeside(words: Words): { what: Secrecy[]; others: Words } {
  if (words.length > mostWords) return { what: [], others: words }
  const { what, others } = wishesBeside(words)
  if (!onlyCommands(others)) return { what: inOrder(what), others }
  const bare = others.flatMap((word) => bareWish(word) ?? [])
  return {
    what: inOrder([...what, ...bare]),
    others: bare.length === 0 ? others : others.filter((word) => !bareWish(word) && !joining.has(word.word)),
  }
}

/** What is said besides every wish, RAHASIA and ANONIM among them: the words of a command that is no other's. */
export function withoutWishes(words: Words): Words {
  return wishesBeside(words).others.filter((word) => !bareWish(word))
}

/** Wishes in words of their own: "rahasiakan nama saya". */
export function wishesBeside(words: Words): { what: Secrecy[]; others: Words } {
  const told = words.map(({ typed, ends }) => (ends ? `${typed}, ` : `${typed} `))
  const wishes = findWishes(told.join(''))
  const wished = wishes.flatMap((wish) => wish.words)
  const first = words.find(({ word, means }) => !isPolite(word) && means !== 'reply')
  let from = 0
  const others = words.filter((word, index) => {
    const at = from
    from += told[index]?.length ?? 0
    // YA in front is a command of its own.
    return (word === first && word.means === 'yes') || !wished.some((one) => one.from <= at && at < one.to)
  })
  return { what: inOrder(wishes.map(({ what }) => what)), others }
}

/** RAHASIA, ANONIM, both, or a wish in words of their own, and nothing else; of a name the name is hidden. */
export function wishesAlone({ bare }: Pick<Said, 'bare'>): Secrecy[] {
  const said = (['confidential', 'anonymous'] as const).find((one) => saysOnly(bare, one, companions[one]))
  const [inWords, ...more] = wishesBeside(bare).what
  // "rahasiakan saya yang lapor"
  const isOfName = bare.some(({ word }) => identity.has(word)) || (inWords === 'anonymous' && more.length === 0)
  if (said) return [isOfName ? 'anonymous' : said]
  const { what, others } = wishBeside(bare)
  return others.every((word) => isSoft(word) && word.means !== 'reply') ? what : []
}

/** The first of them. */
export function secrecyAlone(said: Pick<Said, 'bare'>): Secrecy | undefined {
  return wishesAlone(said)[0]
}

/** Nothing in these words tells anything: no report is made of them. */
export function onlyCommands(words: Words): boolean {
  return words.every(
    ({ word, might }) =>
      might.length > 0 || isPolite(word) || /^\d$/.test(word) || besideCommands.some((some) => some?.has(word)),
  )
}

/** What carries nothing beside a wish. */
export function isSoft({ word, means }: Word): boolean {
  return isPolite(word) || word === 'ya' || means === 'reply' || Boolean(companions.confidential?.has(word))
}

function bareWish({ might }: Word): Secrecy | undefined {
  return (['confidential', 'anonymous'] as const).find((one) => might.includes(one))
}

/** Each once, what hides more first. */
function inOrder(what: readonly Secrecy[]): Secrecy[] {
  return [...new Set(what)].sort().reverse()
}
