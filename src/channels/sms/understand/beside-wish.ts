import { wishesIn, wishesAnything } from '../../arrivals/raised-by.ts'
import { goesBack } from './goes-back.ts'
import { nudges } from './nudges.ts'
import { textWithout } from './read-words.ts'
import { isReasoned } from './reasoned-wish.ts'
import { notedOn } from './reply-on.ts'
import { ask, awaiting, firstWord, isPolite, nearest, readMessage, type Said } from './said.ts'
import { secrecyInFront } from './secrecy-in-front.ts'
import { saysIdle } from './tells-nothing.ts'
import type { OwnReport, Understood } from './understood.ts'
import { isSoft, onlyCommands, withoutWishes } from './wish-beside.ts'
import { answering, timesOfDay } from './words.ts'

/** A longer message is asked about, and what we ask about is hidden at once. */
const mostWords = 25
/** So many words behind RAHASIA tell something. */
const fewest = 3
const addressed = new Set('rt rw jl jln gang gg blok'.split(' '))

/**
 * "RAHASIA Oesapa Barat", "kepala sekolah, tolong rahasiakan nama saya": what is said beside a wish is what it would be alone, and is told whole, wish and
 * all; whoever tells it hides the report first. What tells too little to be anything is a note on the report that is hidden.
 * @param read what words without the wish are
 */
export function besideWish(said: Said, read: (said: Said) => Understood): Understood | undefined {
  const { own, text, bare, id, keywords } = said
  const first = firstWord(bare)?.means
  // With a number, BALAS or LAPOR in front the wish does not hide what the words are for.
  if (own.length === 0 || bare.length > mostWords || id?.whose === 'own' || first === 'reply' || first === 'file')
    return undefined
  const others = withoutWishes(bare)
  if (others.length === bare.length) return undefined
  const gone = bare.filter((word) => !others.includes(word))
  const rest = readMessage(textWithout(text, gone), keywords, own)
  if (isReasoned(bare)) return withReason(said, read(rest))
  if (isInside(said, others) || isTaught(said, rest)) return undefined
  const how = tells(said, others, rest)
  if (!how || !wishesAnything(text)) return undefined
  return how === 'little' ? noted(said) : whole(said, read(rest))
}

/** "RAHASIA komite menjual seragam wajib": we teach to begin a report so. It is one, unless it goes back to what is there or says no more than a place. */
function isTaught({ own, text, words }: Said, rest: Said): boolean {
  const front = secrecyInFront(words)
  if (!front || front.text(text) === text.trim() || own.some(({ awaits }) => awaits)) return false
  const told = rest.bare.filter(({ word }) => !isPolite(word))
  const isPlace = answering.has(told[0]?.word ?? '') || told.slice(0, fewest).some(({ word }) => addressed.has(word))
  const back = goesBack(rest)
  return told.length >= fewest && !isPlace && (back === undefined || back === 'vague') && !nudges(rest.text)
}

/** Why they wish it is no report of its own, and no verdict: a note on what is hidden; to our question it may be the answer. */
function withReason(said: Said, meant: Understood): Understood {
  const isAnswer = meant.kind === 'reply' && awaiting(said.own, 'details').length > 0
  return isAnswer ? { ...meant, text: said.text.trim() } : noted(said)
}

/** `little`: "malam" and "ya" in front of a wish may be an answer to our question, or no more than polite. */
function tells(said: Said, others: Said['bare'], { bare }: Said): 'enough' | 'little' | undefined {
  const isTold = !others.every(isSoft)
  if (awaiting(said.own, 'details').length === 0) return isTold && !onlyCommands(others) ? 'enough' : undefined
  if (bare.length === 0 || saysIdle(bare) !== undefined) return undefined
  if (isTold) return 'enough'
  const isYes = others.some(({ means }) => means === 'yes')
  if (isYes && others[0] !== said.bare[0]) return undefined
  if (!isYes && !others.every(({ word }) => isPolite(word))) return undefined
  const isGreeting = others[0] === said.bare[0] && timesOfDay.has(others[0]?.word ?? '')
  return isApart(said, others) && !isGreeting ? 'enough' : 'little'
}

/** "angkot di depan sekolah tolong RAHASIA stop": amid a sentence it is as likely a word of it. */
function isInside({ bare }: Said, others: Said['bare']): boolean {
  const places = (is: (word: Said['bare'][number]) => boolean) => bare.flatMap((word, at) => (is(word) ? [at] : []))
  const told = places((word) => others.includes(word) && !isSoft(word))
  const [first = 0, last = 0] = [told[0], told.at(-1)]
  const within = places((word) => !others.includes(word)).filter((at) => at > first && at < last)
  const [from, to] = [within[0], within.at(-1)]
  if (from === undefined || to === undefined) return false
  const isCut = (start: number, end: number) => bare.slice(start, end).some(({ ends }) => ends)
  return !isCut(first, from) || !isCut(to, last)
}

/** A stop, a comma or a new line stands between the wish and what else is said. */
function isApart({ bare }: Said, others: Said['bare']): boolean {
  return bare.some((word, at) => {
    const next = bare[at + 1]
    return word.ends && next && others.includes(word) !== others.includes(next)
  })
}

/** What the words are without the wish, in all the words; undefined where they are a complaint or a command of their own. */
function whole(said: Said, meant: Understood): Understood | undefined {
  const text = said.text.trim()
  switch (meant.kind) {
    case 'reply':
    case 'not_done':
      return { ...meant, text }
    case 'several': {
      const told = meant.each.find(({ kind }) => kind === 'reply')
      const isOfOne = meant.each.every(({ kind }) => kind === 'reply' || kind === 'status')
      return told && isOfOne && 'trackingId' in told ? noted(said, told.trackingId) : undefined
    }
    case 'status':
      return meant.agrees ? meant : noted(said, meant.trackingId)
    // Closing needs clear words.
    case 'confirm':
      return ask('yes_or_no', meant.trackingId)
    case 'ask':
      return meant.question === 'what_happened' ? noted(said) : meant
    default:
      return undefined
  }
}

/** A note on the report that the wish is about; of several we ask which. */
function noted({ own, text }: Said, trackingId?: string): Understood {
  const near = trackingId ? own.filter((one) => one.trackingId === trackingId) : nearest(own)
  const [report, ...others] = near
  if (!report || others.length > 0) return ask('which_or_all')
  return report.awaits ? notedOn(report, text) : notedAndHidden(report, text)
}

/** What is over and hidden so hides what its sender says next, too. */
function notedAndHidden({ trackingId }: OwnReport, text: string): Understood {
  const { confidential } = wishesIn(text)
  const each: Understood[] = [
    { kind: 'reply', trackingId, text: text.trim(), isNote: true },
    { kind: 'raise', trackingId, what: confidential ? 'confidential' : 'anonymous' },
  ]
  return { kind: 'several', each, clauses: [text, text] }
}
