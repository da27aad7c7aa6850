import type { Action } from '../action.ts'
import type { Noun } from '../nouns.ts'
import { answerAction } from './answer-action.tsx'
import { archiveAction } from './archive-action.tsx'
import { assignAction } from './assign-action.tsx'
import { completeAction } from './complete-action.tsx'
import { forwardAction } from './forward-action.tsx'
import { holdAction } from './hold-action.tsx'
import { mergeAction } from './merge-action.tsx'
import { noteAction } from './note-action.tsx'
import { progressAction } from './progress-action.tsx'
import { reopenAction } from './reopen-action.tsx'
import { redactAction } from './redact-action.tsx'
import { replyAction } from './reply-action.tsx'
import { returnAction } from './return-action.tsx'
import { secrecyAction } from './secrecy-action.tsx'
import { unmergeAction } from './unmerge-action.tsx'

/** All that can be done at a desk, in the order in which it is offered: the usual next step first. */
export const actions: readonly Action[] = [
  forwardAction,
  answerAction,
  assignAction,
  progressAction,
  completeAction,
  holdAction,
  returnAction,
  replyAction,
  reopenAction,
  unmergeAction,
  mergeAction,
  archiveAction,
  noteAction,
  redactAction,
  secrecyAction,
]

export function actionOf(noun: Noun): Action | undefined {
  return actions.find((action) => action.noun === noun)
}
