/**
 * The life of a report told a second time, from the reading of the rules alone and without the product's table:
 * what may happen next, to whom it is open, and where it leads.
 */
export type NaiveReport = {
  at: string
  /** Where a hold or a merge goes back to. */
  back: string | null
  /** The last thing in the thread that concerns the answer: did the reporter speak after the office? */
  repliedAfterAnswer: boolean
}

export const newborn: NaiveReport = { at: 'received', back: null, repliedAfterAnswer: false }

const withOffice = ['forwarded', 'in_progress']
const handling = ['received', ...withOffice]

/** Where `who` brings the report with `what`, or null when that cannot happen. */
export function naiveStep(report: NaiveReport, what: string, who: string): NaiveReport | null {
  const isHandler = who === 'verifier' || who === 'coordinator' || who === 'officer'
  const isOffice = who === 'coordinator' || who === 'officer'
  const to = (at: string, more: Partial<NaiveReport> = {}): NaiveReport => ({ ...report, back: null, ...more, at })
  switch (what) {
    case 'hold':
      return isHandler && handling.includes(report.at) ? to('on_hold', { back: report.at }) : null
    case 'complete':
      return report.at === 'on_hold' && (isHandler || who === 'reporter' || who === 'system')
        ? to(report.back ?? '')
        : null
    case 'archive':
      if (who !== 'verifier' && who !== 'system') return null
      return report.at === 'received' || report.at === 'on_hold' ? to('archived') : null
    case 'object':
      return who === 'reporter' && report.at === 'archived' ? to('received') : null
    case 'forward':
      return (who === 'verifier' || who === 'coordinator') && report.at === 'received' ? to('forwarded') : null
    case 'assign':
      return who === 'coordinator' && withOffice.includes(report.at) ? to('in_progress') : null
    case 'report_progress':
      return isOffice && withOffice.includes(report.at) ? to('in_progress') : null
    case 'return':
      return who === 'coordinator' && withOffice.includes(report.at) ? to('received') : null
    case 'hand_back':
      return who === 'officer' && withOffice.includes(report.at) ? to('in_progress') : null
    case 'answer':
      return isOffice && withOffice.includes(report.at) ? to('answered', { repliedAfterAnswer: false }) : null
    case 'reply':
      return (who === 'reporter' || who === 'verifier') && report.at === 'answered'
        ? to('in_progress', { repliedAfterAnswer: true })
        : null
    case 'confirm':
      return who === 'reporter' && report.at === 'answered' ? to('closed') : null
    case 'lapse':
      return who === 'system' && report.at === 'answered' ? to('closed') : null
    case 'reopen':
      return (who === 'reporter' || who === 'verifier') && report.at === 'closed' ? to('in_progress') : null
    case 'merge':
      return who === 'verifier' && handling.includes(report.at) ? to('merged', { back: report.at }) : null
    case 'unmerge':
      return report.at === 'merged' && (who === 'reporter' || who === 'verifier' || who === 'system')
        ? to(report.back ?? '')
        : null
    case 'withdraw':
      return who === 'reporter' && [...handling, 'on_hold', 'answered'].includes(report.at) ? to('withdrawn') : null
    default:
      return null
  }
}
