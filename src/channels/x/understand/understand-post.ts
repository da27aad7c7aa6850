import { saysSomething } from '../../../intake/clean-text.ts'
import { withoutLinks } from '../../arrivals/without-links.ts'
import { wordsIn } from '../../../ui/words/index.ts'
import { type Post, showsSomething, type Us } from '../post.ts'
import { speaksToUs, wordsSaid } from './addressed.ts'
import { weigh, type Weight } from './weigh.ts'

/** Why a post is no report; counted in the ledger of the door. */
export type Ignored = 'own' | 'retweet' | 'quote' | 'not_addressed' | 'promotion' | 'not_a_report' | 'empty'

export type Meant =
  | { kind: 'report'; text: string }
  | { kind: 'unsure'; text: string }
  | { kind: 'ignore'; reason: Ignored }

/** So few words that name no trouble are a human's to understand; a single one is a greeting, unless something is shown beside it. */
const fewWords = 2

/** Neither a trouble nor a place beside a word about the app: a review as likely as a report. */
const faint = 2

/**
 * Whether a post is somebody's report to us. Whoever calls us and tells of a trouble is heard; whoever tells others how to call us
 * is not. What speaks for both is left to a human. A picture, or a place, says what few words do not. Nothing but the post is looked
 * at: whose answer it is was asked before.
 */
export function understandPost(post: Post, us: Us): Meant {
  if (post.authorId === us.userId) return { kind: 'ignore', reason: 'own' }
  if (post.isRetweet || /^RT @\w+:/.test(post.text)) return { kind: 'ignore', reason: 'retweet' }
  if (post.isQuote) return { kind: 'ignore', reason: 'quote' }
  if (!speaksToUs(post, us)) return { kind: 'ignore', reason: 'not_addressed' }
  const text = wordsSaid(post.text, us)
  const shows = showsSomething(post)
  if (!saysSomething(text))
    return shows ? { kind: 'report', text: wordsIn('id').x_only_photo } : { kind: 'ignore', reason: 'empty' }
  const bare = withoutLinks(text).trim()
  // What a link alone leads to, a human looks at.
  if (!saysSomething(bare)) return { kind: shows ? 'report' : 'unsure', text }
  const words = bare.split(/\s+/).length
  const weight = weigh({
    words: bare,
    links: (post.text.match(/https?:\/\//g) ?? []).length,
    hashtags: post.hashtags.length,
    speaker: post.speaker,
  })
  return judge(weight, { text, words, shows: shows || post.point !== undefined })
}

type Said = { text: string; words: number; shows: boolean }

function judge({ for: pro, against, promotes, reviews }: Weight, { text, words, shows }: Said): Meant {
  if (pro === 0 && against > 0) return ignored(promotes)
  if (pro === 0 && words <= fewWords && !shows) return words < fewWords ? ignored(promotes) : { kind: 'unsure', text }
  if (against >= pro + 2 || (promotes && against > pro)) return ignored(promotes)
  if (against > pro || (promotes && against === pro)) return { kind: 'unsure', text }
  if (reviews && pro <= faint) return { kind: 'unsure', text }
  return { kind: 'report', text }
}

function ignored(promotes: boolean): Meant {
  return { kind: 'ignore', reason: promotes ? 'promotion' : 'not_a_report' }
}
