import { saysSomething } from '../../intake/clean-text.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { asPraise } from '../arrivals/as-praise.ts'
import { onlyThanks } from '../arrivals/only-thanks.ts'
import { wishesAnything } from '../arrivals/raised-by.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import { withAsked } from '../asked/with-asked.ts'
import { act } from '../sms/act.ts'
import type { Acted } from '../sms/acting.ts'
import { type Own, ownReports } from '../sms/own-reports.ts'
import { announcedIn } from '../sms/understand/announced.ts'
import { askedInstead } from '../sms/understand/judge-and-file.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { tellsNothing } from '../sms/understand/tells-nothing.ts'
import { type Understood, understand } from '../sms/understand/understand.ts'
import { commanded } from './commanded.ts'
import { fileAnnounced, type FileBeside } from './file-announced.ts'
import { gapOf, isShown, type OnXActing } from './on-x.ts'
import type { Post } from './post.ts'
import { wordsSaid } from './understand/addressed.ts'
import { weigh } from './understand/weigh.ts'

const t = wordsIn('id')

/** "Tolong cek", "info dong": beside a picture they speak of what it shows. */
const showing: readonly Understood['kind'][] = ['status', 'help', 'nothing']

/**
 * What the author writes below their own report, or below our answer, belongs to it: a judgement, a command, or more to tell. What says that it is
 * another report is one of its own.
 * @param fileAs files another report of the post's words
 */
export async function continueReport(
  acting: OnXActing,
  reportId: string,
  text: string,
  fileAs: FileBeside,
): Promise<Acted> {
  const from = { ...acting, heard: text, surelyOf: reportId }
  const report = await ownById(from, reportId)
  if (!report) return { outcome: 'refused', reason: 'not_theirs' }
  const shows = isShown(from)
  if (!saysSomething(text) && !shows) return { outcome: 'refused', reason: 'empty' }
  const words = saysSomething(text) ? text : t.x_photos
  const announced = announcedIn(words, keywordsOf(from.setting.directory), [report])
  if (announced) return fileAnnounced(from, report, announced, fileAs)
  const understood = askedInstead(understand(words, [], [report]), report.trackingId)
  if (understood.kind === 'ask' && report.awaits === 'judgement') {
    const asking: Understood = { kind: 'ask', question: 'yes_or_no', about: report.trackingId }
    return withAsked(from, { text: words, keywords: [], understood: asking }, () => act(from, asking))
  }
  const isAgreeing = understood.kind === 'status' && understood.agrees && wishesAnything(words)
  const isTelling = ['ask', 'file', 'reply'].includes(understood.kind) || isAgreeing
  const asks = readWords(words).some(({ might }) => might.includes('check'))
  const isThanks = understood.kind === 'status' && !asks && tellsNothing(readWords(words)) && isOnlyKind(words)
  if (isThanks && !shows) return { outcome: 'refused', reason: 'not_a_report' }
  if (!isTelling && !(shows && showing.includes(understood.kind))) return commanded(from, understood, words)
  if (!shows && isOnlyKind(words)) return { outcome: 'refused', reason: 'not_a_report' }
  const praise = isTelling && saysSomething(text) ? asPraise(words, report) : undefined
  if (praise?.kind === 'ask')
    return withAsked(from, { text: words, keywords: [], understood: praise }, () => act(from, praise))
  const isNote = praise?.kind === 'reply' && praise.isNote
  return tellReport(
    from,
    reportId,
    { text: words + gapOf(from), isNote },
    { outcome: 'reply', say: { template: 'noted' } },
  )
}

/** Old reports are not among those looked at first. */
async function ownById({ tx, senderIndex, own, setting, receivedAt: at }: OnXActing, reportId: string) {
  const isIt = ({ id }: Own) => id === reportId
  return (
    own.find(isIt) ??
    (await ownReports(tx, 'x', senderIndex, { rules: setting.rules, at }, { about: reportId })).find(isIt)
  )
}

/** An edit of the post is told to whoever has the report; the words as they were stay. */
export async function noteEdit(from: OnXActing, reportId: string, post: Post): Promise<Acted> {
  const said = wordsSaid(post.text, from.us)
  const note = { text: t.x_edited(said), isNote: true }
  return silently(tellReport({ ...from, heard: said }, reportId, note, { outcome: 'reply', reason: 'edited' }))
}

/** What its author says to somebody else in the thread is told to whoever has the report; only they would hear thanks in it. */
export async function noteAside(from: OnXActing, reportId: string, said: string): Promise<Acted> {
  const tells = saysSomething(said) && !onlyThanks(said)
  if (!tells && !isShown(from)) return { outcome: 'refused', reason: 'not_a_report' }
  const note = { text: (tells ? said : t.x_photos) + gapOf(from), isNote: true }
  return silently(tellReport({ ...from, heard: said }, reportId, note, { outcome: 'reply' }))
}

/** Nobody spoke to us: where the report was withdrawn meanwhile nobody hears so. */
async function silently(done: Promise<Acted>): Promise<Acted> {
  return { ...(await done), say: undefined }
}

/** "Terima kasih, min": nothing for an office to read. */
function isOnlyKind(words: string): boolean {
  const weight = weigh({ words, links: 0, hashtags: 0 })
  return weight.for === 0 && weight.against > 0
}
