import { wholeHour } from '../../platform/whole-hour.ts'
import type { Tx } from '../../report/as.ts'
import { type Hides, hiddenByAny } from '../arrivals/plain-intake.ts'
import { wishesIn } from '../arrivals/raised-by.ts'
import type { FromAddress } from './acting.ts'
import { keptHours, senderHour } from './sender-hour.ts'

const hourMs = 3_600_000

/** RAHASIA, ANONIM or a wish, and no report to hide: for a day it is for the next complaint of this address. */
export async function rememberWish(from: FromAddress, texts: readonly string[]) {
  const wished = hiddenByAny(texts.map(wishesIn))
  if (!wished.anonymous && !wished.confidential) return
  const { sender } = senderHour(from.keys.indexSecret, from.sender, from.setting.now)
  const before = await wishesOf(from.tx, [sender])
  await from.tx
    .updateTable('identity.mail_hour')
    .set(hiddenByAny([before, wished]))
    .where('sender', '=', sender)
    .execute()
}

/** What this address asked for within a day, before it said what about. */
export async function wishedBefore({ tx, ...from }: FromAddress): Promise<Hides> {
  return wishesOf(tx, hoursOf(from))
}

/** It is said of a report now. */
export async function forgetWish({ tx, ...from }: FromAddress) {
  await tx
    .updateTable('identity.mail_hour')
    .set({ anonymous: false, confidential: false })
    .where('sender', 'in', hoursOf(from))
    .execute()
}

async function wishesOf(tx: Tx, senders: readonly Buffer[]): Promise<Hides> {
  const rows = await tx
    .selectFrom('identity.mail_hour')
    .select(['anonymous', 'confidential'])
    .where('sender', 'in', senders)
    .execute()
  return hiddenByAny(rows)
}

function hoursOf({ keys, sender, setting }: Omit<FromAddress, 'tx'>): Buffer[] {
  const hour = wholeHour(setting.now).getTime()
  return Array.from(
    { length: keptHours + 1 },
    (_, ago) => senderHour(keys.indexSecret, sender, new Date(hour - ago * hourMs)).sender,
  )
}
