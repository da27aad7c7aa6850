import { z } from 'zod'
import { unmergeReport } from '../../verification/merge-report.ts'
import { makeAction } from '../action.ts'

/** Give a merged report its own way back (pisahkan). */
export const unmergeAction = makeAction({
  noun: 'pemisahan',
  move: () => 'unmerge',
  schema: z.object({}),
  run: (tx, { actor, setting }, { report }, _input, { seenSeq }) =>
    unmergeReport(tx, actor, report.id, setting, seenSeq),
  Fields: ({ duty }) => <p>{duty.t.desk_unmerge_hint}</p>,
})
