import { callNext, isTurn } from '../../../notifications/in-turn.ts'
import { lastWords } from '../../../notifications/last-words.ts'
import { pageLink } from '../../../notifications/page-link.ts'
import { fitted } from '../../../notifications/fitted.ts'
import { smsText, smsWordingName } from '../../../notifications/sms-text.ts'
import { isReadByLink } from '../../../notifications/read-by-link.ts'
import { readSmsTemplate } from '../../../notifications/table.ts'
import { waysOut } from '../../../notifications/ways-out/ways-out.ts'
import type { WordedDoor } from '../../../notifications/wording/delivered.ts'
import { wordingNow } from '../../../notifications/wording/wordings.ts'
import type { WayOut } from '../../../notifications/ways-out/way-out.ts'
import { ChannelFailed } from '../../../notifications/channel-failed.ts'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import type { Door } from '../../../report/doors.ts'
import { takeSaid, type TakeSaidDeps } from '../take-said.ts'

/** A door that nobody has: what docs/new-door.md says to write, whole, as a test needs it. */
export const pigeon = 'pigeon' as Door

/** Letters that one pigeon carries. */
export const longest = 1_000

/** Its row, as a migration adds it; nothing else in the database knows it. */
export async function openPigeonLoft(db: TestDatabase) {
  await db.owner.insertInto('casework.door').values({ name: pigeon }).execute()
}

/** What a message of it may show: the far side's pictures, by the names that its bodies hold. */
export const inTheBag = new Map<string, Uint8Array>()

/** In: takes one arrival. */
export function takePigeon(deps: TakeSaidDeps, arrivalId: string): Promise<void> {
  return takeSaid(deps, { door: pigeon, fetch: async (picture) => inTheBag.get(picture) }, arrivalId)
}

/** Out: everything that flew, by whom it was for; with `fails` the next one is lost. */
export function pigeonsOut() {
  const flown: { to: string; text: string }[] = []
  const loft = { flown, fails: false }
  const byPigeon: WayOut = {
    async prepare(tx, { indexSecret, baseUrl, now }, { id, to, to_index, template: name, about }, facts) {
      const template = readSmsTemplate(name)
      if (!template) return undefined
      const report = facts.report
      const words = template === 'status' ? (await lastWords(tx, report))?.text : undefined
      const link = isReadByLink(template, report)
        ? await pageLink(tx, { id, to_index }, report, { indexSecret, baseUrl, now: now() })
        : undefined
      const wording = await wordingNow(tx, pigeon as WordedDoor, smsWordingName({ template, words, link }))
      const said = smsText({ ...facts, template, report: report ?? null, about, words, link, baseUrl, wording })
      const page = report && report.stage !== 'withdrawn' ? `${baseUrl}/lacak?id=${report.tracking_id}` : null
      const text = said.length > longest ? fitted(said, page, longest) : said
      const leave = async () => {
        if (loft.fails) throw new ChannelFailed('pigeon lost')
        flown.push({ to, text })
        return 'sent' as const
      }
      return { letter: { subject: 'Merpati', text }, leave }
    },
    isTurn,
    ended: callNext,
  }
  Object.assign(waysOut, { [pigeon]: byPigeon })
  return loft
}
