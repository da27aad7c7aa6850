import { wordsIn } from '../../ui/words/index.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import type { Own } from '../sms/own-reports.ts'
import type { Understood } from '../sms/understand/understood.ts'
import type { Acted, Acting } from './acting.ts'
import { ownReport } from './own-report.ts'
import { ownReply } from './own-words.ts'
import type { Mail } from './read/mail.ts'

const question = 'why_not'

/** BELUM alone refuses all the same: it is kept for a day, in which whoever wrote may say why, or YA after all. */
export function askWhyNot({ id }: Own): Acted {
  return {
    outcome: 'asked',
    reason: question,
    asked: { question, about: id },
    say: { template: question, reportId: id },
  }
}

/** The reason, another answer or YA settles what was kept: it is said with it. */
export async function settleUnexplained({ tx, setting }: Acting, { id }: Own, understood: Understood, done: Acted) {
  const { kind } = understood
  const isVerdict = kind === 'confirm' || kind === 'not_done' || (kind === 'reply' && !understood.isNote)
  if (!isVerdict || done.outcome !== 'reply') return
  await tx
    .updateTable('identity.arrival')
    .set({ outcome: 'reply', reason: 'same', report_id: id, sealed: null, settled_at: setting.now })
    .where('about', '=', id)
    .where('door', '=', 'email')
    .where('outcome', '=', 'asked')
    .execute()
}

/** Nobody has explained it for a day: its office hears that it is not done, where it still waits to hear whether it is. */
export async function tellUnexplained(acting: Acting, mail: Mail, about: string | null): Promise<Acted> {
  const { tx, pair, setting, receivedAt: at } = acting
  const own = about && mail.from ? await ownReport(tx, pair, about, mail.from, { rules: setting.rules, at }) : undefined
  if (!own || own.awaits !== 'judgement')
    return { outcome: 'command', reason: question, ...(own ? { reportId: own.id } : {}) }
  const heard = `${mail.subject}\n${ownReply(mail, mail.from ?? '')}`
  const text = wordsIn('id').sms_not_done_without_reason
  const told = await tellReport({ ...acting, heard, attachments: undefined }, own.id, { text }, { outcome: 'reply' })
  return { ...told, say: { template: told.outcome === 'reply' ? 'noted' : 'not_now' } }
}
