import { once } from 'node:events'
import { ImapFlow, type MailboxObject } from 'imapflow'
import type { Db } from '../../../platform/db.ts'
import { type KeyPair, open } from '../../../platform/seal.ts'
import type { IdentityKeys } from '../../../secrecy/identity.ts'
import { pause } from '../../../platform/pause.ts'
import { keepMail, maxMailBytes } from '../keep-mail.ts'
import { type ImapBox, type Reached, reachedIn, writeReached, writeState } from './imap-box.ts'

export type BoxDeps = {
  db: Db
  keys: Pick<IdentityKeys, 'indexSecret' | 'sealTo' | 'keeper'>
  pair: KeyPair
  now(): Date
  /** So long after what the server did not hand over it is asked for again; two minutes by itself. */
  againMs?: number
}

const patienceMs = 30_000
/** IDLE is begun anew before servers (29 minutes, RFC 2177) and boxes on the way give it up. */
const idleMs = 4 * 60_000
const silenceMs = 10 * 60_000
const idleAfterMs = 200
const againMs = 2 * 60_000

/**
 * Reads a mailbox until the connection ends or `signal` says so: what has come, whatever comes (IDLE), and every two minutes whatever the
 * server has not told of or not handed over. A mail is marked or moved only after it was kept; what was kept before is known by itself.
 * @throws whatever ended it
 */
export async function readBox(deps: BoxDeps, box: ImapBox, signal: AbortSignal): Promise<void> {
  const client = connectionTo(deps, box)
  let failure: Error | undefined
  let fresh = false
  let wake = () => {}
  client.on('error', (error: Error) => {
    failure ??= error
  })
  client.on('exists', () => {
    fresh = true
    wake()
  })
  const ended = once(client, 'close')
  const stop = () => client.close()
  signal.addEventListener('abort', stop)
  try {
    await client.connect()
    const folder = await client.mailboxOpen(box.folder)
    await writeState(deps.db, box.name, deps.now())
    let reached = await begin(deps, client, box, folder)
    const keptBehind = new Set<number>()
    while (!signal.aborted && client.usable) {
      fresh = false
      reached = await catchUp(deps, client, box, reached, keptBehind, signal)
      if (fresh) continue
      const waiting = new AbortController()
      const woken = new Promise<void>((resolve) => (wake = resolve))
      await Promise.race([ended, woken, pause(deps.againMs ?? againMs, waiting.signal)])
      waiting.abort()
    }
  } finally {
    signal.removeEventListener('abort', stop)
    client.close()
  }
  if (!signal.aborted) throw failure ?? new Error('the connection ended')
}

function connectionTo({ pair }: BoxDeps, { host, port, tls, username, sealedPassword }: ImapBox): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure: tls === 'tls',
    ...(tls === 'tls' ? {} : { doSTARTTLS: tls === 'starttls' }),
    auth: { user: username, pass: open(pair, sealedPassword) },
    logger: false,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: silenceMs,
    maxIdleTime: idleMs,
    autoIdleDelay: idleAfterMs,
    maxLiteralSize: 2 * maxMailBytes,
  })
}

/**
 * Where reading goes on. A folder that we see for the first time is read from what nobody has seen: what lay there long before is nobody's
 * report. Of one that its server built anew everything is read that came since the mailbox was set, for somebody may have looked into it.
 */
async function begin(deps: BoxDeps, client: ImapFlow, box: ImapBox, folder: MailboxObject): Promise<Reached> {
  const before = await reachedIn(deps.db, box.name)
  if (before && before.uidValidity === folder.uidValidity) return before
  const reached = { uidValidity: folder.uidValidity, uidNext: folder.uidNext }
  const waits = before ? { or: [{ seen: false }, { since: box.changedAt }] } : { seen: false }
  const found = (await client.search(waits, { uid: true })) || []
  for (const uid of found.filter((one) => one < folder.uidNext).sort((one, other) => one - other))
    if (!(await keepOne(deps, client, box, uid))) reached.uidNext = Math.min(reached.uidNext, uid)
  await writeReached(deps.db, box.name, reached)
  return reached
}

/**
 * Everything from where reading stopped, in order. What the server did not hand over is asked for again, and stops nothing behind it.
 * @param keptBehind numbers of what is kept behind such a one, which nobody need ask for again; added to
 */
async function catchUp(
  deps: BoxDeps,
  client: ImapFlow,
  box: ImapBox,
  from: Reached,
  keptBehind: Set<number>,
  signal: AbortSignal,
): Promise<Reached> {
  const found = (await client.search({ uid: `${from.uidNext}:*` }, { uid: true })) || []
  let reached = from
  let isGapless = true
  // "5:*" finds the last one even when it is below 5.
  for (const uid of found.filter((one) => one >= from.uidNext).sort((one, other) => one - other)) {
    if (signal.aborted) break
    const isKept = keptBehind.has(uid) || (await keepOne(deps, client, box, uid))
    isGapless = isKept && isGapless
    if (isKept) keptBehind.add(uid)
    if (!isGapless) continue
    keptBehind.delete(uid)
    reached = { ...reached, uidNext: uid + 1 }
    await writeReached(deps.db, box.name, reached)
  }
  return reached
}

/** @returns whether it is kept, or gone; false where the server has it and gave no word of it */
async function keepOne(deps: BoxDeps, client: ImapFlow, { name, doneFolder }: ImapBox, uid: number): Promise<boolean> {
  const parts = { source: { start: 0, maxLength: maxMailBytes }, internalDate: true, size: true }
  const mail = await client.fetchOne(`${uid}`, parts, { uid: true })
  if (!mail || !mail.source?.length) {
    const there = (await client.search({ uid: `${uid}` }, { uid: true })) || []
    return !there.includes(uid)
  }
  const sentAt = mail.internalDate ? new Date(mail.internalDate) : undefined
  const cut = (mail.size ?? 0) > maxMailBytes
  await keepMail(deps, { raw: mail.source, box: name, sentAt, ...(cut ? { cut } : {}) }, deps.now())
  await client.messageFlagsAdd(`${uid}`, ['\\Seen'], { uid: true })
  if (doneFolder) await client.messageMove(`${uid}`, doneFolder, { uid: true })
  return true
}
