import { writeNote } from '../../follow-up/write-note.ts'
import { cleanText } from '../../intake/clean-text.ts'
import { receiveMessage } from '../../my-report/receive-message.ts'
import type { Setting } from '../../agencies/setting.ts'
import type { Actor } from '../../report/actor.ts'
import type { Tx } from '../../report/as.ts'
import { MoveRefused } from '../../report/refusals.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import type { Acted } from '../sms/acting.ts'
import { asReporter } from '../sms/as-reporter.ts'
import type { Own } from '../sms/own-reports.ts'
import { findId } from '../sms/understand/find-id.ts'
import { idles } from '../sms/understand/idles.ts'
import { praisesThroughout } from '../sms/understand/praises-throughout.ts'
import { readWords } from '../sms/understand/read-words.ts'
import type { Secrecy } from '../sms/understand/understood.ts'
import { onlyThanks } from './only-thanks.ts'
import { isSurelyOf } from './is-surely-of.ts'
import { type Hides, hiddenByAny } from './plain-intake.ts'
import { wishesIn } from './raised-by.ts'
import { lostSaid, placeSaid, type Shown } from './shown.ts'

/**
 * Somebody known by their door, who says something about a report of theirs. `own`: what they have sent by it; `heard`: all that the message
 * said, where its words were cut for the report.
 */
export type Teller = Shown & {
  tx: Tx
  setting: Setting
  own?: readonly Own[]
  heard?: string
  receivedAt?: Date
  /** The report that they named by its number, in a thread or by a letter: what is said of it is meant for whoever reads that. */
  surelyOf?: string
  /** The same words without the name by which their door knows whoever says them; a door that knows none has none. */
  withoutWho?: (text: string) => string
}

/** `isNote`: moves nothing. `flags`: what the desk is to look at. */
export type Told = { text: string; isNote?: boolean; flags?: string[] }

/**
 * Says these words in a report, as whoever filed it: the only way by which words of a message join one, whatever the door. What they ask to
 * be hidden is hidden before anybody reads them; where that cannot be, and where they name another hidden report of theirs, only the
 * parties do, and where they may be of that one for all that they name (`isSurelyOf`), and where they hold the name of whoever says them, which of a hidden report nobody reads. Thanks for what has ended are a note: they open nothing again, and are not the one objection that there is.
 * @returns `done`, or, where the report does not allow it now, that
 */
export async function tellReport(teller: Teller, reportId: string, { text, isNote, flags }: Told, done: Acted) {
  const { tx, setting, receivedAt, attachments } = teller
  const place = placeSaid(teller)
  const isThanks =
    !attachments &&
    !place &&
    (onlyThanks(text) || idles(text) || praisesThroughout(text)) &&
    (await isEnded(tx, reportId))
  const isOfIt = isNote || isThanks || (await isSurelyOf(teller, reportId, text))
  return asReporter(tx, reportId, done, async (actor) => {
    const isHidden = await raiseWished(teller, actor, reportId, text)
    const unnamed = teller.withoutWho?.(text) ?? text
    const isNamed = unnamed !== text
    const said = {
      text: cleanText(isNamed && (await isHiding(tx, reportId)) ? unnamed : text) + lostSaid(teller) + place,
      attachments,
    }
    if (isNote || isThanks) return writeNote(tx, actor, reportId, { ...said, flags }, setting)
    const isShared = isHidden && !namesHidden(teller, reportId, text) && isOfIt
    const care = isShared ? undefined : 'parties'
    return receiveMessage(
      tx,
      actor,
      reportId,
      { ...said, receivedAt, care: isNamed || place ? 'parties' : care },
      setting,
    )
  })
}

async function isEnded(tx: Tx, reportId: string): Promise<boolean> {
  const ended = await tx
    .selectFrom('casework.report')
    .select('id')
    .where('id', '=', reportId)
    .where('stage', 'in', ['closed', 'archived'])
    .executeTakeFirst()
  return ended !== undefined
}

async function isHiding(tx: Tx, reportId: string): Promise<boolean> {
  const { anonymous, confidential, without_identity } = await tx
    .selectFrom('casework.report')
    .select(['anonymous', 'confidential', 'without_identity'])
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow()
  return anonymous || confidential || without_identity
}

/**
 * Hides of a report what these words ask to be hidden, as whoever filed it.
 * @returns whether it now is, or nothing was asked
 */
export async function raiseWished(
  teller: Pick<Teller, 'tx' | 'setting' | 'heard'>,
  actor: Actor,
  reportId: string,
  text: string,
): Promise<boolean> {
  const wished = hiddenByAny([wishesIn(teller.heard ?? ''), wishesIn(text)])
  if (!wished.anonymous && !wished.confidential) return true
  return hide(teller, actor, reportId, wished).then(
    () => true,
    (error: unknown) => {
      if (error instanceof MoveRefused) return false
      throw error
    },
  )
}

/**
 * RAHASIA, ANONIM or a wish and nothing else: what is asked for, and everything else that the message asks to be hidden. What hides it already
 * stays as it is.
 * @throws MoveRefused where the report does not allow it now
 */
export async function raiseAsked(
  teller: Pick<Teller, 'tx' | 'setting' | 'heard'>,
  actor: Actor,
  reportId: string,
  what: Secrecy,
) {
  const asked = { anonymous: what === 'anonymous', confidential: what === 'confidential' }
  await hide(teller, actor, reportId, hiddenByAny([asked, wishesIn(teller.heard ?? '')]))
}

async function hide({ tx, setting }: Pick<Teller, 'tx' | 'setting'>, actor: Actor, reportId: string, wished: Hides) {
  await raiseSecrecy(tx, actor, reportId, wished, setting).catch((error: unknown) => {
    if (!(error instanceof MoveRefused) || error.reason !== 'nothing_to_change') throw error
  })
}

/** Another of theirs, one wrong symbol forgiven; whatever else the public cannot find is seen where words become public. */
function namesHidden({ own = [], heard = '' }: Teller, reportId: string, text: string): boolean {
  const others = own.filter(({ id, hides }) => id !== reportId && (hides.anonymous || hides.confidential))
  return [heard, text].some((said) => findId(readWords(said), others)?.whose === 'own')
}
