import type { Reader, Headers } from './canary-people.ts'

/**
 * What becomes of the reports of a world: just received · returned by an office, so at the desk again · answered, edited by the
 * desk and with all that came before · withdrawn.
 */
export const lives = ['received', 'returned', 'answered', 'withdrawn'] as const

/** Every other stage, and what happens to a report on its way: each follows the one that it may need (merged into forwarded). */
export const furtherLives = [
  'held by the desk',
  'held by an office',
  'archived',
  'objected',
  'forwarded',
  'in progress',
  'closed',
  'reopened',
  'merged',
  'raised',
  'embargoed',
  'erased',
] as const
export type Life = (typeof lives)[number] | (typeof furtherLives)[number]

/** Only what is not confidential yet is raised, or needs an embargo. */
export function canLive(life: Life, switches: object): boolean {
  return !('confidential' in switches) || (life !== 'raised' && life !== 'embargoed')
}

/** By what a report lives: calls, words of its own for each field, and what is no call of programs. */
export type Hands = {
  id: string
  reporter: Headers
  word(field: string): string
  did(reader: Reader | Headers, path: string, body?: unknown): Promise<unknown>
  /** The report of the same secrecy that was just forwarded. */
  parent: string | undefined
  layEmbargo(id: string, protects: string): Promise<void>
  /** The desk asks to have opened what it may not read of it, if there is such a thing, and a supervisor refuses. */
  askToOpen(id: string, reason: () => string): Promise<void>
  erase(id: string): Promise<void>
}

type Step = (hands: Hands) => Promise<unknown>

const forward: Step = ({ did, id }) => did('desk', `/reports/${id}/verification`, { agencySlug: 'kota-kupang' })
const forwardEdited: Step = ({ did, id, word }) =>
  did('desk', `/reports/${id}/verification`, {
    agencySlug: 'kota-kupang',
    title: `Judul ${word('title')}`,
    text: `Isi ${word('text')} menurut meja kerja.`,
  })
const holdAtDesk: Step = ({ did, id, word }) =>
  did('desk', `/reports/${id}/hold`, { question: `Di mana ${word('question')} tepatnya?` })
const archive: Step = ({ did, id, word }) =>
  did('desk', `/reports/${id}/archival`, { reason: 'unclear', note: `Kurang ${word('archive note')}.` })
const giveBack: Step = ({ did, id, word }) =>
  did('coordinator', `/reports/${id}/return`, { suggestedAgencySlug: 'kab-luwu', note: word('return') })
const assign: Step = ({ did, id, word }) =>
  did('coordinator', `/reports/${id}/assignment`, {
    unitSlug: 'kota-kupang-dinkes',
    note: `Tolong ${word('office note')}.`,
  })
const progress: Step = ({ did, id, word }) =>
  did('officer', `/reports/${id}/progress`, { text: `Sudah ${word('progress')} di lapangan.` })
const handBack: Step = ({ did, id, word }) =>
  did('officer', `/reports/${id}/return`, {
    suggestedAgencySlug: 'kota-kupang',
    note: `Bukan urusan kami, ${word('hand-back')}.`,
  })
const writeNote: Step = ({ did, id, reporter, word }) =>
  did(reporter, `/reports/${id}/replies`, { text: `Tambahan ${word('note in work')} dari kami.` })
const askToOpen: Step = ({ askToOpen, id, word }) => askToOpen(id, () => `Pelapor terancam ${word('why opened')}.`)
const object: Step = ({ did, id, reporter, word }) =>
  did(reporter, `/reports/${id}/objection`, { reason: `Alamatnya ${word('objection')}.` })
const hold: Step = ({ did, id, word }) =>
  did('officer', `/reports/${id}/hold`, { question: `Di mana ${word('question')} tepatnya?` })
const complete: Step = ({ did, id, reporter, word }) =>
  did(reporter, `/reports/${id}/replies`, { text: `Dekat ${word('message')} itu.` })
const answer: Step = ({ did, id, word }) =>
  did('officer', `/reports/${id}/answer`, { text: `Selesai, ${word('answer')}.`, outcome: 'solved' })
const confirm: Step = ({ did, id, reporter }) => did(reporter, `/reports/${id}/confirmation`, { rating: 4 })
const reopen: Step = ({ did, id, reporter, word }) =>
  did(reporter, `/reports/${id}/reopening`, { reason: `Masih ${word('reopening')}.` })
const merge: Step = ({ did, id, parent }) => did('desk', `/reports/${id}/merge`, { into: parent })
const raise: Step = ({ did, id, reporter }) => did(reporter, `/reports/${id}/secrecy`, { confidential: true })
const withdraw: Step = ({ did, id, reporter }) => did(reporter, `/reports/${id}/withdrawal`)

const dealtWith = [assign, progress, hold, complete, answer]

/** What happens to each after it was received. */
const steps: Record<Life, readonly Step[]> = {
  received: [],
  returned: [forward, giveBack],
  answered: [forwardEdited, ...dealtWith],
  withdrawn: [forward, withdraw],
  'held by the desk': [holdAtDesk],
  'held by an office': [forward, assign, progress, hold],
  archived: [archive],
  objected: [archive, object],
  forwarded: [forward],
  'in progress': [forward, assign, progress, writeNote, askToOpen],
  closed: [forwardEdited, ...dealtWith, confirm],
  reopened: [forward, assign, handBack, ...dealtWith, confirm, reopen],
  merged: [forward, assign, progress, merge],
  raised: [forwardEdited, assign, progress, raise],
  embargoed: [({ layEmbargo, id, word }) => layEmbargo(id, word('statute')), forward],
  erased: [forward, ...dealtWith, confirm, ({ erase, id }) => erase(id)],
}

/** Whether the desk puts the words right, so that those which were filed are other words. */
export function isEdited(life: Life): boolean {
  return steps[life].includes(forwardEdited)
}

export async function live(life: Life, hands: Hands) {
  for (const step of steps[life]) await step(hands)
}
