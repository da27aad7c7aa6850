import { saysSomething } from '../../intake/clean-text.ts'
import { type Hides, hiddenByAny } from '../arrivals/plain-intake.ts'
import { wishesIn } from '../arrivals/raised-by.ts'
import type { FromSender } from '../sms/acting.ts'
import { readMessage } from '../sms/understand/said.ts'
import { type Keyword, type Understood, understand } from '../sms/understand/understand.ts'
import { asNew } from './as-new.ts'
import type { Heard } from './heard.ts'
import { namesNothing } from './names-nothing.ts'
import { askedForMs, decide, type Kept, keptText } from './kept.ts'
import { isSame, settleAs } from './said-with-it.ts'

type ToFile = Extract<Understood, { kind: 'file' }>

/**
 * What a sender has begun to say before we asked "what happened?": an office, a wish for secrecy, a word or two.
 * `isLast`: we have asked nothing else since; `silent`: those of `kept` that tell nothing by themselves; `wordless`: those of them that only
 * show something.
 */
export type Begun = {
  kept: Kept[]
  silent: Kept[]
  wordless: Kept[]
  isLast: boolean
  agencyId?: string
  hides: Hides
  texts: string[]
}

/** The questions whose words may as well be the answer to "what happened?", when that was asked last. */
const unsure: readonly string[] = ['new_or_reply', 'which_report', 'yes_or_no', 'what_happened']

/** KOTKUPANG, RAHASIA, KOTKUPANG RAHASIA, "banjir pak": for a day the next complaint of this sender goes on from them. */
export async function begunBy(
  { tx, pair, setting }: FromSender,
  kept: readonly Kept[],
  keywords: readonly Keyword[],
): Promise<Begun | undefined> {
  const isBegun = ({ question, askedAt }: Kept) =>
    question === 'what_happened' && setting.now.getTime() - askedAt.getTime() < askedForMs
  const open = kept.filter(isBegun)
  const begun: Begun = {
    kept: open,
    silent: [],
    wordless: [],
    isLast: open.length > 0 && open[0] === kept[0],
    hides: hiddenByAny([]),
    texts: [],
  }
  for (const one of [...open].reverse()) {
    const text = await keptText(tx, pair, one)
    if (!saysSomething(text)) begun.wordless.push(one)
    const meant = understand(text, keywords, [])
    if (meant.kind === 'keyword_alone') begun.agencyId = meant.agencyId
    begun.hides = hiddenByAny([begun.hides, wishesIn(text)])
    const told = asNew(text, keywords)
    if (told) begun.texts.push(told.text)
    else begun.silent.push(one)
  }
  return open.length > 0 ? begun : undefined
}

/** The whole complaint, when these words go on from what was begun: what they say themselves of their office counts first. */
export function goOn(
  { isLast, agencyId, hides, texts }: Begun,
  { own }: FromSender,
  { text, keywords, understood }: Heard,
): ToFile | undefined {
  // "hehe", of somebody with a report: what comes next is understood by itself.
  const isIdle =
    !agencyId && !hides.anonymous && !hides.confidential && texts.every((one) => namesNothing(one, keywords))
  const isAnswer =
    isLast && !(isIdle && own.some(({ past }) => !past)) && mayAnswer(understood, hides) && !namesReport(text, own)
  const told = understood.kind === 'file' ? understood : isAnswer ? asNew(text, keywords) : undefined
  if (!told) return undefined
  const before = texts.filter((one) => !isSame(one, told.text))
  return {
    ...(agencyId ? { agencyId } : {}),
    ...told,
    text: [...before, told.text].join('\n'),
  }
}

/** BELUM … judges an answer in the open; after RAHASIA it is rather the complaint. */
function mayAnswer(understood: Understood, hides: Hides): boolean {
  if (understood.kind === 'ask') return unsure.includes(understood.question)
  return understood.kind === 'reply' || (understood.kind === 'not_done' && (hides.anonymous || hides.confidential))
}

/** BALAS, or a number of their own: that is about a report which is there. */
function namesReport(text: string, own: FromSender['own']): boolean {
  const { id, words } = readMessage(text, [], own)
  return id?.whose === 'own' || words.some(({ means }) => means === 'reply')
}

/** What was begun has become part of that report; what it only showed is taken once more, as a note to it. */
export async function settleBegun(from: FromSender, { kept, wordless }: Begun, done: Parameters<typeof settleAs>[2]) {
  for (const one of kept)
    if (wordless.includes(one)) await decide(from.tx, one, 'note', done.reportId ?? null, from.setting.now)
    else await settleAs(from, one, done, 'begun')
}
