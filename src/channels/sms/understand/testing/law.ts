import type { Content, Prefix, Scene, Stand } from './scenes.ts'

/**
 * What a message may do, and nothing else, as the handbook says it (domain, sections 4, 5 and 7; decision 17), knowing nothing of the code that
 * understands it. `asked`: it does nothing to any report: we ask back, say how one stands, or help. `of`: the place of the report among
 * those of the sender.
 */
export type Lawful =
  | { does: 'asked' }
  | { does: 'file' }
  | { does: 'silence' | 'speak' }
  | { does: 'confirm' | 'reply' | 'note' | 'rate' | 'anonymous' | 'confidential'; of: number }

const asked: Lawful = { does: 'asked' }
const file: Lawful = { does: 'file' }
const judged: readonly Stand[] = ['answered', 'silent']

/** All that is right to do; the first is what was wanted, the others are as good. */
export function lawFor({ content, prefix, stands, named, asked: question }: Scene): Lawful[] {
  const isReply = prefix.includes('BALAS')
  const isNew = !isReply && (prefix === 'LAPOR ' || prefix === 'KOTKUPANG ')
  const awaiting = places(stands, (stand) => stand === 'held' || judged.includes(stand))
  const held = places(stands, (stand) => stand === 'held')
  const only = awaiting.length === 1 ? awaiting[0] : undefined
  /** Whom words are for: the number that stands there; BALAS answers the one question that is open, or else whatever alone awaits something. */
  const meant = named ?? (isReply && held.length === 1 ? held[0] : only)
  switch (content) {
    case 'thanks':
      // "baik pak" with BALAS or a number is said of that report, and may be the answer.
      return meant !== undefined &&
        (named !== undefined || isReply) &&
        stands[meant] !== 'answered' &&
        stands[meant] !== 'silent'
        ? [asked, { does: 'reply', of: meant }]
        : [asked]
    // None of them answers a question, closes, opens or is a report; somebody may be told of it. With a number or BALAS it is said of that report.
    case 'kindness':
      return [asked, ...stands.map((_, of): Lawful => ({ does: 'note', of }))]
    case 'noAnswer':
      return noAnswer(stands, meant, awaiting)
    case 'nudge':
      return nudging(stands, { named, meant, isReply })
    case 'oneWord':
      return oneWord(stands, { named, isReply, isNew, held, only, awaiting })
    case 'objection':
      return objecting(stands, {
        named,
        meant: named ?? (isReply || held.length === 1 ? meant : undefined),
        isNew,
        awaiting,
      })
    // Only its page withdraws a report.
    case 'withdrawal':
    case 'check':
    case 'help':
    case 'newWord':
    case 'replyWord':
      return [asked]
    case 'stop':
      // One report is not what STOP is about.
      return named === undefined ? [{ does: 'silence' }] : [asked]
    case 'start':
      return named === undefined ? [{ does: 'speak' }] : [asked]
    case 'confidential':
    case 'anonymous':
      return raising(content, { stands, named, isNew, question: question !== undefined })
    case 'stars':
      return rating(stands, named)
    case 'yes':
      // A verdict behind a keyword is asked about (decision 17).
      if (isNew) return [asked]
      return verdict(stands, judgedOf(stands, meant, named), named, confirm)
    case 'notDone':
      if (isNew) return awaiting.length > 0 ? [asked] : [file, asked]
      return verdict(stands, judgedOf(stands, meant, named), named, (of) => ({ does: 'reply', of }))
    case 'answer':
      return told(
        { meant: named ?? (isReply ? meant : held.length === 1 && only !== undefined ? only : undefined) },
        prefix,
        awaiting,
      )
    case 'followUp':
      return followingUp(stands, { named, meant, isReply, isNew, awaiting })
    case 'verdictAndNew':
      return judgingAndNew(stands, { named, meant, isReply, isNew, awaiting })
    case 'complaint':
    case 'notYet':
      return complaining({ stands, named, meant: isReply ? meant : named, isNew, isReply, content, awaiting })
  }
}

/** It never answers. Where no question is open it may be anything. */
function noAnswer(stands: readonly Stand[], meant: number | undefined, awaiting: number[]): Lawful[] {
  const notes = stands.map((_, of): Lawful => ({ does: 'note', of }))
  const isSaid = meant !== undefined && stands[meant] !== 'held' && !judged.includes(stands[meant] as Stand)
  return [
    asked,
    ...notes,
    ...(isSaid ? [{ does: 'reply', of: meant } as const] : []),
    ...(awaiting.length === 0 ? [file] : []),
  ]
}

/** It is told to whoever has the report, or we say how it stands; of what was answered or has ended, with its number, it is a reply. */
function nudging(
  stands: readonly Stand[],
  { named, meant, isReply }: { named?: number; meant?: number; isReply: boolean },
): Lawful[] {
  const notes = stands.map((_, of): Lawful => ({ does: 'note', of }))
  const isSaid = meant !== undefined && (named !== undefined || isReply) && stands[meant] !== 'held'
  return [asked, ...notes, ...(isSaid ? [{ does: 'reply', of: meant } as const] : [])]
}

type Told = Open & { named?: number; meant?: number; isReply: boolean }

/**
 * What goes on from a report that is there: told to whoever has it, or asked about; a report of its own only where LAPOR or a keyword says so, or nothing
 * of theirs is open, answered or ended lately.
 */
function followingUp(stands: readonly Stand[], { named, meant, isReply, isNew, awaiting }: Told): Lawful[] {
  const isOver = stands.every((stand) => stand === 'past' || stand === 'archived')
  const notes = stands.flatMap((stand, of): Lawful[] => (stand === 'open' ? [{ does: 'note', of }] : []))
  const said = named !== undefined || isReply ? meant : awaiting.length === 1 ? awaiting[0] : undefined
  const told: Lawful[] = said === undefined ? [] : [{ does: 'reply', of: said }]
  return [asked, ...notes, ...told, ...(isNew || isOver ? [file] : [])]
}

/** What is announced behind a verdict is filed, or all of it is asked about; never only told to the report that was judged. */
function judgingAndNew(stands: readonly Stand[], { named, meant, isReply, isNew, awaiting }: Told): Lawful[] {
  const isFor = named !== undefined || isReply ? meant : awaiting.length === 1 ? awaiting[0] : undefined
  const isTold = isFor !== undefined && !judged.includes(stands[isFor] as Stand)
  const opened = isFor !== undefined && stands[isFor] === 'silent'
  return [file, asked, ...(isTold || opened ? [{ does: 'reply', of: isFor } as const] : []), ...(isNew ? [file] : [])]
}

/** YA and BELUM judge an answer; to a question they are one as any other; of what awaits nothing nobody knows what is meant. */
function verdict(
  stands: readonly Stand[],
  meant: number | undefined,
  named: number | undefined,
  judge: (of: number) => Lawful,
): Lawful[] {
  if (meant === undefined) return [asked, ...(stands.every((stand) => stand === 'past') ? [file] : [])]
  const stand = stands[meant]
  if (stand === 'held') return [{ does: 'reply', of: meant }, asked]
  if (stand && judged.includes(stand)) return [judge(meant), asked]
  // No such move: it is refused, noted or, for what was confirmed lately and is called not done, opened again.
  return named === undefined ? [asked] : [asked, judge(named), { does: 'reply', of: named }]
}

/** BALAS YA where one awaits a verdict and another an answer: nobody knows of which. */
function judgedOf(stands: readonly Stand[], meant: number | undefined, named: number | undefined) {
  const isJudged = stands.some((stand) => judged.includes(stand))
  return named === undefined && meant !== undefined && stands[meant] === 'held' && isJudged ? undefined : meant
}

type Open = { isNew: boolean; awaiting: number[] }

/** "malam", "ibu saya": to our one question the answer; beside no question too little. */
function oneWord(
  stands: readonly Stand[],
  {
    named,
    isReply,
    isNew,
    held,
    only,
    awaiting,
  }: Open & { named?: number; isReply: boolean; held: number[]; only?: number },
): Lawful[] {
  if (isNew) return awaiting.length > 0 ? [asked, file] : [asked, file]
  const meant = named ?? (isReply && held.length === 1 ? held[0] : only)
  if (meant === undefined) return [asked]
  return stands[meant] === 'held' ? [{ does: 'reply', of: meant }] : [asked, { does: 'reply', of: meant }]
}

/** What is said against a decision, with the number or BALAS: always told to whoever has the report. */
function objecting(
  stands: readonly Stand[],
  { named, meant, isNew, awaiting }: Open & { named?: number; meant?: number },
): Lawful[] {
  if (isNew) return [file, asked]
  const archived = places(stands, (stand) => stand === 'archived')
  // The one objection that there is may be said without the number.
  const said = archived.length === 1 && awaiting.length === 0 ? archived : []
  if (meant === undefined && said.length > 0) return [asked, file, ...said.map((of): Lawful => ({ does: 'reply', of }))]
  if (meant === undefined) return awaiting.length > 0 || stands.length > 0 ? [asked, file] : [file, asked]
  const isAsked = named !== undefined && judged.includes(stands[meant] as Stand)
  return [{ does: 'reply', of: meant }, ...(isAsked ? [asked] : [])]
}

/**
 * A switch is for the report that is named, or the only open one; where none is open for the only one that ended lately, or at all. Of several we ask
 * which, and with an office's name what happened.
 */
function raising(
  what: 'confidential' | 'anonymous',
  { stands, named, isNew, question }: Pick<Scene, 'stands' | 'named'> & { isNew: boolean; question: boolean },
): Lawful[] {
  if (named !== undefined) return [{ does: what, of: named }]
  const [open, lately] = [
    ['open', 'held', 'answered'],
    ['silent', 'confirmed', 'archived'],
  ].map((some) => places(stands, (stand) => some.includes(stand))) as [number[], number[]]
  const near = [open, lately].find(({ length }) => length > 0) ?? places(stands, () => true)
  const [first] = near
  if (isNew || near.length !== 1 || first === undefined) return [asked]
  return question ? [{ does: what, of: first }, asked] : [{ does: what, of: first }]
}

/** Stars are for an answer, or for what was closed last. */
function rating(stands: readonly Stand[], named: number | undefined): Lawful[] {
  if (named !== undefined) return [{ does: 'rate', of: named }, asked]
  const ripe = places(stands, (stand) => stand !== 'open' && stand !== 'held')
  const [first] = ripe
  return ripe.length === 1 && first !== undefined ? [{ does: 'rate', of: first }] : [asked]
}

/** Words that answer "where?": to our open question an answer, else perhaps a report. */
function told({ meant }: { meant: number | undefined }, prefix: Prefix, awaiting: number[]): Lawful[] {
  if (meant !== undefined && prefix !== 'LAPOR ' && prefix !== 'KOTKUPANG ')
    return [{ does: 'reply', of: meant }, ...(prefix === '# ' ? [asked] : [])]
  if (awaiting.length > 0) return prefix === 'LAPOR ' || prefix === 'KOTKUPANG ' ? [asked, file] : [asked]
  return prefix.includes('BALAS') ? [asked, file] : [file, asked]
}

/** "Whatever may be a complaint is asked about": never taken for a reply that nobody announced, never lost. */
function complaining({
  stands,
  named,
  meant,
  isNew,
  isReply,
  content,
  awaiting,
}: {
  stands: readonly Stand[]
  named: number | undefined
  meant: number | undefined
  isNew: boolean
  isReply: boolean
  content: Content
  awaiting: number[]
}): Lawful[] {
  if (isNew) return content === 'notYet' ? [file, asked] : [file]
  const isVerdict = content === 'notYet' && named === undefined && stands.some((stand) => judged.includes(stand))
  if (meant !== undefined) return [{ does: 'reply', of: meant }, ...(isReply && !isVerdict ? [] : [asked])]
  if (isReply) return stands.length === 0 ? [file, asked] : [asked]
  if (awaiting.length > 0 || named !== undefined) return [asked]
  const isOver = stands.every((stand) => stand === 'past')
  return content === 'notYet' && !isOver ? [asked, file] : [file]
}

function confirm(of: number): Lawful {
  return { does: 'confirm', of }
}

function places(stands: readonly Stand[], is: (stand: Stand) => boolean): number[] {
  return stands.flatMap((stand, at) => (is(stand) ? [at] : []))
}
