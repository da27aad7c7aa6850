import { hiddenByAny } from '../arrivals/plain-intake.ts'
import { wishesIn } from '../arrivals/raised-by.ts'
import { saidInFront } from '../asked/said-in-front.ts'
import { act } from '../sms/act.ts'
import type { Acted } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import type { Announced } from '../sms/understand/announced.ts'
import { understand } from '../sms/understand/understand.ts'
import type { OnXActing } from './on-x.ts'

/** Files a report of these words of the post that is taken. */
export type FileBeside = (from: OnXActing, said: string) => Promise<Acted>

/** Another report that begins below this one, with the pictures of its post, hidden as the whole post asks; what stands before it is done to this one. */
export async function fileAnnounced(
  from: OnXActing,
  report: Own,
  { front, text }: Announced,
  fileAs: FileBeside,
): Promise<Acted> {
  const atLeast = hiddenByAny([from.atLeast, wishesIn(`${front}\n${text}`)])
  const filed = await fileAs({ ...from, atLeast, heard: text }, text)
  const also: NonNullable<Acted['also']> = []
  for (const meant of saidInFront(front, report, understand(front, [], [report]), from.receivedAt)) {
    const by = { ...from, attachments: undefined, missing: 0, unshown: 0, heard: front }
    const { say } = await act(by, meant)
    if (say) also.push({ reportId: report.id, ...say })
  }
  return { ...filed, also: [...(filed.also ?? []), ...also] }
}
