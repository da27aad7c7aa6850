/** An office's word at the start of an SMS: letters and digits, upper case. `printed`: of an alias, the keyword that we print instead. */
export type Keyword = { word: string; agencyId: string; printed?: string }

/**
 * What this number has filed, newest first. `awaits`: details = our question is open (on hold); judgement = answered, YA or
 * BELUM is expected, also where a closing by silence may still be contradicted.
 * `closedAt`: of one that was closed; `past`: longer ago than it can be opened again, so that nothing new is about it for sure.
 */
export type OwnReport = {
  trackingId: string
  open: boolean
  awaits?: 'details' | 'judgement'
  closedAt?: Date
  past?: boolean
  /** Closed without being worked on: it can be objected to, once. */
  archived?: boolean
  /** Archived because nobody knew what or where: the words that say it are the objection. */
  unclear?: true
  /** Its reporter answered or replied within the last hour: the next words may go on. */
  justTold?: boolean
  /** Its reporter said YA within the last day, and was asked for stars. */
  starsAsked?: true
  /** Filed within the last half hour: the next words may go on. */
  justFiled?: boolean
}

export type Secrecy = 'anonymous' | 'confidential'

/** What we ask back rather than do something wrong. */
export const questions = [
  'which_report',
  'which_or_all',
  'new_or_reply',
  'what_happened',
  'why_not',
  'yes_or_no',
  'no_such_report',
] as const
export type Question = (typeof questions)[number]

export type Understood =
  /** `unsure`: "maksud Anda KOTKUPANG?"; the text goes to the national desk whole, never refused. */
  | { kind: 'file'; text: string; agencyId?: string; raise?: Secrecy; unsure?: Keyword }
  | { kind: 'keyword_alone'; agencyId: string; raise?: Secrecy }
  /** `agrees`: "baik pak", which may be the answer to what we asked: it is kept, and what we asked is said once more. */
  | { kind: 'status'; trackingId?: string; agrees?: true }
  /** `isNote`: told to the office, and moves nothing. */
  | { kind: 'reply'; trackingId: string; text: string; isNote?: true }
  | { kind: 'confirm'; trackingId: string; rating?: number }
  | { kind: 'not_done'; trackingId: string; text: string }
  | { kind: 'rate'; trackingId: string; rating: number }
  | { kind: 'raise'; trackingId: string; what: Secrecy }
  /** Of each report that is named beside them: YA <one>, BELUM <another> masih rusak. `clauses`: what was said of each. */
  | { kind: 'several'; each: Understood[]; clauses: string[] }
  /** Everything of theirs, open or over. */
  | { kind: 'raise_all'; what: Secrecy }
  /** `text`: what is said besides, which is told to whoever has the report. */
  | { kind: 'withdraw'; trackingId: string; text?: string }
  /** "tidak perlu rahasia lagi": only its page shows it to others again, confirmed there. */
  | { kind: 'lower'; trackingId: string }
  | { kind: 'stop' }
  | { kind: 'start' }
  | { kind: 'help' }
  /** `about`: the tracking ID in question, or what was written in its place; `also`: what is done all the same. */
  | { kind: 'ask'; question: Question; about?: string; also?: { kind: 'stop' } }
  | { kind: 'nothing' }

/** What somebody asks us to do, by its word or in a sentence; to hide something apart. */
export const commands: readonly Understood['kind'][] = [
  'confirm',
  'rate',
  'stop',
  'start',
  'help',
  'status',
  'withdraw',
  'lower',
  'several',
]
