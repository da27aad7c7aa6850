import { ask } from './ask.ts'

/** Each letter that comes back says it anew: what was said longer ago may have been put right. */
const lately = '14 days'

/** Every mailbox is read; of addresses that do not exist, how many, and of officers whose: nobody hears of new work there. */
export async function mail(ownerUrl: string, now: Date): Promise<string> {
  const boxes = await ask<{ name: string; last_error: string | null }>(
    ownerUrl,
    `select name, last_error from identity.mailbox where state = 'down' order by name`,
  )
  const officers = await ask<{ id: string }>(
    ownerUrl,
    `select id from identity.account
     where mail_failed_at > $1::timestamptz - $2::interval and role <> 'citizen' and disabled_at is null order by id`,
    [now, lately],
  )
  const wrong = [
    ...boxes.map(({ name, last_error }) => `mailbox ${name} cannot be read (${last_error ?? 'unknown'})`),
    ...(officers.length > 0
      ? [
          `letters to these officers come back, their addresses do not exist: ${officers.map(({ id }) => id).join(', ')}`,
        ]
      : []),
  ]
  if (wrong.length > 0) throw new Error(wrong.join('; '))
  const [row] = await ask<{ set: string; failed: string }>(
    ownerUrl,
    `select (select count(*) from identity.mailbox) as set,
      (select count(*) from identity.filing where mail_failed_at is not null) as failed`,
  )
  return `${row?.set} mailboxes set; letters to ${row?.failed} reporters came back`
}

/** The operators' message centres and HTTP gateways, as whoever sends through them last said. */
export async function binds(ownerUrl: string): Promise<string> {
  const rows = await ask<{ name: string; line: string | null; state: string | null; reason: string | null }>(
    ownerUrl,
    "select name, line, state, reason from identity.gateway_states() where kind = 'smpp' or line = 'http'",
  )
  const down = rows.filter(({ state }) => state === 'down')
  const told = down.map(({ name, line, reason }) => `${name} (${line}) ${reason ?? ''}`.trim())
  if (down.length > 0) throw new Error(`down when last heard of: ${told.join(', ')}`)
  if (rows.length === 0) return 'no operator is bound over SMPP, nothing was sent over HTTP'
  const unheld = rows.filter(({ state }) => state === null).length
  return unheld > 0 ? `${unheld} of ${rows.length} held by no process` : `all ${rows.length} up when last heard of`
}
