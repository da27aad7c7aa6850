import { namedAt } from '../../accounts/at-door.ts'
import { cleanText, saysSomething } from '../../intake/clean-text.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { fileArrived } from '../arrivals/file-arrived.ts'
import { plainIntake } from '../arrivals/plain-intake.ts'
import { hiddenAlready } from '../asked/hidden-already.ts'
import type { Acted } from '../sms/acting.ts'
import { alsoSaid } from '../sms/also-said.ts'
import { saidAgain } from '../sms/said-again.ts'
import { saidBy, sameReport } from '../sms/same-said.ts'
import type { Understood } from '../sms/understand/understood.ts'
import { notePhotos } from './note-photos.ts'
import { gapOf, type OnXActing } from './on-x.ts'
import type { Post } from './post.ts'

/** What is known besides the words: of a direct message only who wrote. */
type Around = Pick<Post, 'handle'> & Partial<Pick<Post, 'id' | 'point' | 'place'>>

/** Files what was understood as a report, unless its author has said it before; then what they show joins that one. Its pictures, put aside under the same key, join. */
export async function fileFromX(
  from: OnXActing,
  understood: Extract<Understood, { kind: 'file' }>,
  { id: post, handle, point, place }: Around,
): Promise<Acted> {
  const { tx, keys, setting, sender, judged, cameAt } = from
  const { now } = setting
  const said = saidBy(keys, namedAt('x', sender), understood)
  const [words] = said
  const same = judged ? undefined : await sameReport(tx, said, cameAt ?? now, understood.agencyId)
  if (same) await alsoSaid(from, same, understood)
  const again = same && (await saidAgain(from, same, understood.text + gapOf(from)))
  if (again) return { ...again, words }
  if (same?.isSame && from.attachments) await notePhotos(from, same.id, understood.text)
  if (same)
    return same.isSame
      ? { outcome: 'report', reason: 'same', reportId: same.id, words }
      : { outcome: 'quarantined', reason: 'flood', reportId: same.id, words }
  const intake = {
    ...plainIntake('x', [understood.text], understood.raise, await hiddenAlready(from, understood.text)),
    text: (saysSomething(understood.text) ? cleanText(understood.text) : wordsIn('id').x_only_photo) + gapOf(from),
    agency: understood.agencyId,
    point,
    place,
    contact: { x: { id: sender, ...(handle ? { handle } : {}), ...(post ? { post } : {}) } },
  }
  const filed = await fileArrived(from, intake)
  if (filed.outcome !== 'filed' && filed.outcome !== 'again') return { outcome: 'refused', reason: filed.outcome }
  return { outcome: 'report', reportId: filed.id, words }
}
