import { act, type FileIt } from '../sms/act.ts'
import type { Acted } from '../sms/acting.ts'
import type { Understood } from '../sms/understand/understood.ts'
import { notePhotos } from './note-photos.ts'
import type { OnXActing } from './on-x.ts'

/** Does what was understood; what is shown beside a command about a report of theirs is seen by its office. */
export async function commanded(from: OnXActing, understood: Understood, words: string, file?: FileIt): Promise<Acted> {
  const about = understood.kind === 'ask' ? understood.about : 'trackingId' in understood && understood.trackingId
  const report = from.own.find(({ trackingId }) => trackingId === about)
  const tells = understood.kind === 'reply' || understood.kind === 'not_done'
  if (report && !tells) await notePhotos(from, report.id, words)
  return act(from, understood, file)
}
