import { readFileSync } from 'node:fs'
import { Explained } from '../../platform/explained.ts'
import type { Kind } from './read-options.ts'

export type Wish = {
  kind: Kind
  sender: string
  url?: string
  username?: string
  host?: string
  port?: number
  tls?: boolean
  authority?: string
  systemId?: string
  systemType: string
  bind: string
  window: number
  perSecond: number
  prefix?: string[]
  alphabet: string
}

/** How a gateway is kept, as its kind needs it. @throws Explained when something is missing or cannot be */
export function columnsFor(wish: Wish) {
  if (wish.kind === 'smpp') return smpp(wish)
  return wish.kind === 'kannel'
    ? kannel(wish)
    : { kind: wish.kind, sender: wish.sender, url: null, username: '', ...ofNoBind }
}

/** Which secret a gateway of this kind has: one with which we sign in, one with which it signs, or a token that we give it. */
export function secretOf(kind: Kind): 'password' | 'signature' | 'token' {
  if (kind === 'kannel' || kind === 'smpp') return 'password'
  return kind === 'twilio' || kind === 'vonage' ? 'signature' : 'token'
}

const ofNoBind = { bind: null, system_type: '', authority: null, prefixes: [] as string[], alphabet: 'gsm7' }

function kannel({ kind, sender, url, username }: Wish) {
  if (!url || !username) throw new Explained('A Kannel needs --url and --username.')
  return { kind, sender, url, username, ...ofNoBind }
}

function smpp(wish: Wish) {
  const { kind, sender, host, tls, port = tls ? 3550 : 2775, systemId, systemType, bind, alphabet, prefix = [] } = wish
  if (!host || !systemId) throw new Explained('A message centre needs --host and --system-id.')
  if (/[\s/@:?#]/.test(host)) throw new Explained('--host is a name or an address, without port.')
  if (systemId.length > 15) throw new Explained('A system id has at most 15 letters (SMPP 3.4, 5.2.1).')
  if (systemType.length > 12) throw new Explained('A system type has at most 12 letters (SMPP 3.4, 5.2.3).')
  if (bind !== 'transceiver' && bind !== 'pair') throw new Explained('--bind is transceiver or pair.')
  if (alphabet !== 'gsm7' && alphabet !== 'latin1') throw new Explained('--alphabet is gsm7 or latin1.')
  return {
    kind,
    sender,
    url: `${tls ? 'smpps' : 'smpp'}://${host}:${port}`,
    username: systemId,
    bind,
    system_type: systemType,
    window_size: wish.window,
    per_second: wish.perSecond,
    prefixes: prefix,
    alphabet,
    authority: wish.authority ? readFileSync(wish.authority, 'utf8') : null,
  }
}

type State = {
  kind: string
  line: string | null
  state: string | null
  since: Date | null
  reason: string | null
  seen_at: Date | null
}

/** Whoever holds the binds says every ten seconds how they are. */
const silentMs = 45_000

/** `transceiver bound since 2026-11-22T10:15:00.000Z`; that nobody holds it, where nobody does. */
export function wordsOfState({ kind, line, state, since, reason, seen_at }: State, now: Date): string {
  if (kind !== 'smpp') return ''
  if (!line || !seen_at || now.getTime() - seen_at.getTime() > silentMs)
    return 'not held: no process of ours is running'
  return [line, state, 'since', since?.toISOString(), reason && `(${reason})`].filter(Boolean).join(' ')
}
