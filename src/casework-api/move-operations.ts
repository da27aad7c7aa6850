import { z } from 'zod'
import { confirmAnswer } from '../closing/confirm-answer.ts'
import { objectToArchive } from '../closing/object-to-archive.ts'
import { reopenReport } from '../closing/reopen-report.ts'
import { withdrawReport } from '../closing/withdraw-report.ts'
import { assignReport } from '../disposition/assign-report.ts'
import { forwardReport } from '../disposition/forward-report.ts'
import { returnReport } from '../disposition/return-report.ts'
import { answerReport, outcomes } from '../follow-up/answer-report.ts'
import { reportProgress } from '../follow-up/report-progress.ts'
import { cleanLine, cleanText, maxTextLength, saysSomething } from '../intake/clean-text.ts'
import type { Role } from '../report/actor.ts'
import { receiveMessage } from '../my-report/receive-message.ts'
import type { Care } from '../secrecy/before-publishing.ts'
import { archiveReasons, archiveReport } from '../verification/archive-report.ts'
import { completeReport } from '../verification/complete-report.ts'
import { holdReport } from '../verification/hold-report.ts'
import { mergeReport, unmergeReport } from '../verification/merge-report.ts'
import { replyToAnswer } from '../follow-up/reply-to-answer.ts'
import { changeSecrecy } from './change-secrecy.ts'
import { call, type MoveCall } from './move-call.ts'
import { evidence, findParent } from './named-things.ts'
import { lookBeforePublishing } from './points-at-somebody.ts'

const words = z.string().max(maxTextLength).transform(cleanText).refine(saysSomething, 'Tulis dulu isinya.')
const slug = z.string().min(1).max(100)
const attachments = slug.optional().describe('What POST /reports/{id}/attachments gave: those photos come with this.')
const sure = z.boolean().optional().describe('Publish it although it holds a number or an address of somebody.')
const parties = z.boolean().optional().describe('The public reads that this was said, only the parties what.')
const kind = z.enum(['complaint', 'aspiration', 'information_request'])

const desk: readonly Role[] = ['verifier', 'coordinator', 'officer']
const office: readonly Role[] = ['coordinator', 'officer']
const reporter: readonly Role[] = ['reporter']

/** A program is asked about numbers; a name alone stops nothing. */
function careOf({ sure, parties }: { sure?: boolean; parties?: boolean }): Care {
  return parties ? 'parties' : sure ? 'sure' : 'ask_numbers'
}

/** Every move that the API offers below /reports/{id} (contract, API). */
export const moveCalls: MoveCall[] = [
  call(
    'replies',
    ['reporter', 'verifier'],
    'Reply: to an answer, to a question, or a note',
    z.object({ text: words, sure, parties }),
    (tx, actor, id, { sure, parties, ...said }, setting) =>
      actor.role === 'reporter'
        ? receiveMessage(tx, actor, id, { ...said, care: careOf({ sure, parties }) }, setting)
        : replyToAnswer(tx, actor, id, said, setting),
  ),
  call(
    'confirmation',
    reporter,
    'Confirm that the matter is settled',
    z.object({ rating: z.int().min(1).max(5).optional() }),
    (tx, actor, id, body, setting) => confirmAnswer(tx, actor, id, body, setting),
  ),
  call('withdrawal', reporter, 'Withdraw the report', z.object({}), (tx, actor, id, { seenSeq }, setting) =>
    withdrawReport(tx, actor, id, setting, seenSeq),
  ),
  call(
    'reopening',
    ['reporter', 'verifier'],
    'Open a closed report again',
    z.object({ reason: words, sure, parties }),
    (tx, actor, id, { sure, parties, ...said }, setting) =>
      reopenReport(tx, actor, id, { ...said, care: careOf({ sure, parties }) }, setting),
  ),
  call(
    'objection',
    reporter,
    'Object to the archiving, once',
    z.object({ reason: words }),
    (tx, actor, id, body, setting) => objectToArchive(tx, actor, id, body, setting),
  ),
  call(
    'secrecy',
    ['reporter', ...desk],
    'Raise secrecy; the reporter may also lower it',
    z.object({
      anonymous: z.boolean().optional(),
      confidential: z.boolean().optional(),
      confirm: z.boolean().optional().describe('Asked again, the reporter still says so: needed with a `false`.'),
      redact: z
        .array(z.string().min(2).max(400))
        .max(200)
        .optional()
        .describe(
          'Pieces of title, text and place that the public shall not read when it is lowered, or any more, of an anonymous one.',
        ),
      without: z
        .array(z.int().min(1))
        .max(200)
        .optional()
        .describe('Events whose words and pictures stay with the parties when it is lowered, or go back to them.'),
      pictures: z
        .literal('stay')
        .optional()
        .describe('The reporter says that the place of the camera does not point at them: their photos stay public.'),
      sure,
    }),
    changeSecrecy,
  ),
  call(
    'verification',
    ['verifier', 'coordinator'],
    'Verify and forward to the agency that must answer',
    z.object({
      agencySlug: slug,
      title: words.optional(),
      text: words.optional(),
      place: z.string().max(2_000).transform(cleanLine).optional().describe('As the public reads it; empty: none.'),
      categorySlug: slug.optional(),
      areaCode: slug.optional(),
      kind: kind.optional(),
      without: z
        .array(z.int().min(1))
        .max(200)
        .optional()
        .describe('Events whose words stay with the parties: N of each path `thread/N` that was told.'),
      sure,
    }),
    async (tx, actor, id, { agencySlug, categorySlug, sure, ...edited }, setting) => {
      const input = { agencyId: agencySlug, categoryId: categorySlug, ...edited }
      const moved = await forwardReport(tx, actor, id, input, setting)
      if (!sure) await lookBeforePublishing(tx, setting.rules.keeper, moved)
      return moved
    },
  ),
  call(
    'hold',
    desk,
    'Put on hold with a question to the reporter',
    z.object({ question: words, sure }),
    (tx, actor, id, body, setting) => holdReport(tx, actor, id, body, setting),
  ),
  call(
    'archival',
    ['verifier'],
    'Archive with a public reason',
    z.object({ reason: z.enum(archiveReasons).exclude(['unanswered']), note: words.optional(), sure }),
    (tx, actor, id, body, setting) => archiveReport(tx, actor, id, body, setting),
  ),
  call(
    'completion',
    ['reporter', ...desk],
    'End the hold',
    z.object({ text: words.optional(), sure }),
    (tx, actor, id, body, setting) => completeReport(tx, actor, id, body, setting),
  ),
  call(
    'merge',
    ['verifier'],
    'Merge into another report',
    z.object({ into: slug }),
    async (tx, actor, id, { into, seenSeq }, setting) =>
      mergeReport(tx, actor, id, { into: await findParent(tx, actor, into, setting.now), seenSeq }, setting),
  ),
  call(
    'unmerge',
    ['reporter', 'verifier'],
    'Separate a merged report',
    z.object({}),
    (tx, actor, id, { seenSeq }, setting) => unmergeReport(tx, actor, id, setting, seenSeq),
  ),
  call(
    'assignment',
    ['coordinator'],
    'Assign to a unit',
    z.object({ unitSlug: slug, note: words.optional() }),
    (tx, actor, id, { unitSlug, ...rest }, setting) =>
      assignReport(tx, actor, id, { unitId: unitSlug, ...rest }, setting),
  ),
  call(
    'progress',
    office,
    'Report progress; the clock goes on',
    z.object({ text: words, sure, attachments }),
    async (tx, actor, id, body, setting) =>
      reportProgress(tx, actor, id, { ...body, attachments: await evidence(tx, actor, id, body) }, setting),
  ),
  call(
    'answer',
    office,
    'Answer',
    z.object({ text: words, outcome: z.enum(outcomes), sure: z.boolean().optional(), attachments }),
    async (tx, actor, id, body, setting) =>
      answerReport(tx, actor, id, { ...body, attachments: await evidence(tx, actor, id, body) }, setting),
  ),
  call(
    'return',
    office,
    'Return: not this office’s',
    z.object({ suggestedAgencySlug: slug, note: words, sure }),
    (tx, actor, id, { suggestedAgencySlug, ...rest }, setting) =>
      returnReport(tx, actor, id, { suggestedAgencyId: suggestedAgencySlug, ...rest }, setting),
  ),
]
