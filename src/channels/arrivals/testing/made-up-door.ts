import { senderIndex } from '../../../accounts/contact.ts'
import { callNext, isTurn } from '../../../notifications/in-turn.ts'
import { lastWords } from '../../../notifications/last-words.ts'
import { pageLink } from '../../../notifications/page-link.ts'
import { smsText } from '../../../notifications/sms-text.ts'
import { readOnPage, readSmsTemplate } from '../../../notifications/table.ts'
import { waysOut } from '../../../notifications/ways-out/ways-out.ts'
import type { WayOut } from '../../../notifications/ways-out/way-out.ts'
import { ChannelFailed } from '../../../notifications/channel-failed.ts'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import type { Door } from '../../../report/doors.ts'
import { idsIn } from '../../../report/ids-in.ts'
import { openUnder } from '../../../secrecy/sealed-under.ts'
import { carryOut } from '../../asked/carry-out.ts'
import type { Decision } from '../../asked/kept.ts'
import { withAsked } from '../../asked/with-asked.ts'
import { act } from '../../sms/act.ts'
import type { FromSender } from '../../sms/acting.ts'
import { ownReports } from '../../sms/own-reports.ts'
import { oneNumberAtATime } from '../../sms/same-said.ts'
import type { TakeDeps } from '../../sms/take-sms.ts'
import { keywordsOf } from '../../sms/understand/keywords.ts'
import { understand } from '../../sms/understand/understand.ts'
import { fileSaid } from '../file-said.ts'
import { sayBack } from '../say-back.ts'
import { settle } from '../settle.ts'

/** A door that nobody has: what docs/new-door.md says to write, whole, as a test needs it. */
export const pigeon = 'pigeon' as Door

/** Its row, as a migration adds it; nothing else in the database knows it. */
export async function openPigeonLoft(db: TestDatabase) {
  await db.owner.insertInto('casework.door').values({ name: pigeon }).execute()
}

/** In: takes one arrival whose body is `{ text }`, once, in one transaction with its outcome. */
export async function takePigeon(deps: TakeDeps, arrivalId: string): Promise<void> {
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
  await as(deps.db, system, async (tx) => {
    await oneNumberAtATime(tx, arrivalId)
    const row = await tx
      .selectFrom('identity.arrival')
      .select(['sealed', 'arrived_at', 'sent_at', 'decision', 'about', 'asked'])
      .where('id', '=', arrivalId)
      .where('outcome', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!row?.sealed) return
    const { sender, text } = JSON.parse(openUnder(deps.pair, row.sealed)) as { sender: string; text: string }
    const index = senderIndex(deps.keys.indexSecret, pigeon, sender)
    const receivedAt = row.sent_at ?? row.arrived_at
    const at = { rules: setting.rules, at: receivedAt }
    const own = await ownReports(tx, pigeon, index, at, { ids: idsIn(text), about: row.about })
    const { keys, pair } = deps
    const idempotencyKey = `${pigeon} ${arrivalId}`
    const who = { door: pigeon, sender, senderIndex: index, own, heard: text, receivedAt }
    const from: FromSender = { tx, keys, pair, setting, idempotencyKey, ...who }
    const keywords = keywordsOf(setting.directory)
    const { decision, about, asked } = row
    const done = decision
      ? await carryOut(from, { text, keywords }, { decision: decision as Decision, about, asked }, fileSaid)
      : await withAsked(from, { text, keywords, understood: understand(text, keywords, own) }, (meant, by) =>
          act(by, meant),
        )
    await settle(tx, [arrivalId], done, setting.now)
    await sayBack(deps, from, { id: arrivalId, decision }, done)
  })
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
      const isRead = readOnPage.includes(template)
      const link = isRead
        ? await pageLink(tx, { id, to_index }, report, { indexSecret, baseUrl, now: now() })
        : undefined
      const text = smsText({ ...facts, template, report: report ?? null, about, words, link, baseUrl })
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
