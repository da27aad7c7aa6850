import { saysSomething } from '../../../intake/clean-text.ts'
import { raisedBy } from '../../arrivals/raised-by.ts'
import { withoutLinks } from '../../arrivals/without-links.ts'
import { type Post, showsSomething, type Us } from '../post.ts'
import { onlyPraises } from '../../sms/understand/only-praises.ts'
import { speaksToUs, wholeSaid, wordsSaid } from './addressed.ts'
import { callsOthers } from './calls-others.ts'
import { weigh, type Weight } from './weigh.ts'

/** Why a post is no report; counted in the ledger of the door. */
export type Ignored = 'own' | 'retweet' | 'quote' | 'not_addressed' | 'promotion' | 'not_a_report' | 'empty'

export type Meant = { kind: 'report' } | { kind: 'unsure' } | { kind: 'ignore'; reason: Ignored }

/** So few words that name no trouble are a human's to understand; a single one is a greeting, unless something is shown beside it. */
const fewWords = 2

/** Neither a trouble nor a place beside a word about the app, or about how reports are handled: a review as likely as a report. */
const faint = 2

/** What is praised lies somewhere; more than that tells of a trouble. */
const place = 1

/** Where nothing says what or where it is: so much more must tell of a trouble than of the app. */
const clear = 3

/**
 * Whether a post is somebody's report to us. Whoever calls us and tells of a trouble is heard; whoever tells others how to call us
 * is not. What speaks for both is left to a human. A picture, or a place, says what few words do not. Nothing is looked at but the post
 * and what its author wrote right above it: whose answer it is was asked before.
 */
export function understandPost(post: Post, us: Us): Meant {
  if (post.authorId === us.userId) return { kind: 'ignore', reason: 'own' }
  if (post.isRetweet || /^RT @\w+:/.test(post.text)) return { kind: 'ignore', reason: 'retweet' }
  if (post.isQuote) return { kind: 'ignore', reason: 'quote' }
  if (!speaksToUs(post, us)) return { kind: 'ignore', reason: 'not_addressed' }
  const calls = callsOthers(post.text, us)
  if (calls) return calls === 'office' ? ignored(true) : { kind: 'unsure' }
  const alone = judgeWords(post, wordsSaid(post.text, us))
  // "di Kota Kupang ya min" is about the words above it; "terima kasih" makes no report of them.
  return post.above && alone.leaves ? judgeWords(post, wholeSaid(post, us)).meant : alone.meant
}

/** `leaves` it open: no sign in these words says that they are a report, nor that they are none. */
function judgeWords(post: Post, text: string): { meant: Meant; leaves: boolean } {
  const shows = showsSomething(post)
  const bare = withoutLinks(text).trim()
  if (!saysSomething(text))
    return { meant: shows ? { kind: 'report' } : { kind: 'ignore', reason: 'empty' }, leaves: !shows }
  // Thanks for work that is done name what was broken, and complain of nothing: whether there is more to it a human reads.
  if (thanksForWork(bare) && raisedBy(text).raise === undefined) return { meant: { kind: 'unsure' }, leaves: false }
  // What a link alone leads to, a human looks at.
  if (!saysSomething(bare)) return { meant: { kind: shows ? 'report' : 'unsure' }, leaves: !shows }
  const weight = weigh({
    words: bare,
    links: (post.text.match(/https?:\/\//g) ?? []).length,
    hashtags: post.hashtags.length,
    speaker: post.speaker,
  })
  // Praise alone complains of nothing; what a picture beside it shows, for people say so in scorn too, a human looks at.
  if (weight.for <= place && onlyPraises(bare) && raisedBy(text).raise === undefined)
    return { meant: shows ? { kind: 'unsure' } : ignored(false), leaves: false }
  // Nobody asks that what they think of the app be kept secret.
  const reviews = weight.reviews && raisedBy(text).raise === undefined
  const said = { words: bare.split(/\s+/).length, shows: shows || post.point !== undefined }
  const meant = judge({ ...weight, reviews }, said)
  return { meant, leaves: weight.for + weight.against === 0 }
}

const thanking = /\b(?:terima\s?kasih|trima\s?kasih|makasih|mksh|trims|thanks|thank you|matur nuwun)\b/i
const workDone =
  /\b(?:sudah|udah|sdh|telah|akhirnya|kini)\s+(?:di(?:perbaiki|betulkan|benahi|tangani|bersihkan|tambal|aspal|angkut|tindak\s?lanjuti|kerjakan|selesaikan|respon|tanggapi)|selesai|beres|tuntas|mulus|bersih|nyala|menyala|terang|lancar)\b/i
const more =
  /\b(?:tapi|tp|tetapi|namun|hanya|cuma|sayangnya|tolong|mohon|minta|harap|belum|blm|masih|msh|lagi|tidak|tdk|gak|ga|nggak|kenapa|kapan|sebelum|kembali)\b|\?/i

/** "Terima kasih, jalan sudah diperbaiki"; not "terima kasih sudah diperbaiki, tapi lampunya mati". */
function thanksForWork(words: string): boolean {
  return thanking.test(words) && workDone.test(words) && !more.test(words)
}

type Said = { words: number; shows: boolean }

function judge({ for: pro, against, promotes, reviews, concrete }: Weight, { words, shows }: Said): Meant {
  if (pro === 0 && against > 0) return ignored(promotes)
  if (pro === 0 && words <= fewWords && !shows) return words < fewWords ? ignored(promotes) : { kind: 'unsure' }
  if (against >= pro + 2 || (promotes && against > pro)) return ignored(promotes)
  if (against > pro || (promotes && against === pro)) return { kind: 'unsure' }
  if (reviews && (pro <= faint || (!concrete && pro < against + clear))) return { kind: 'unsure' }
  return { kind: 'report' }
}

function ignored(promotes: boolean): Meant {
  return { kind: 'ignore', reason: promotes ? 'promotion' : 'not_a_report' }
}
