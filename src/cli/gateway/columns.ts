import { readFileSync } from 'node:fs'
import { Explained } from '../../platform/explained.ts'
import { kinds, type Signature } from './read-options.ts'

export type Wish = {
  kind: string
  /** Of a kind that an operator added; those that come with us have their own. */
  signature?: Signature
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
  priority?: number
}

/** How a gateway is kept, as its kind needs it. @throws Explained when something is missing or cannot be */
export function columnsFor(wish: Wish) {
  if (isAdded(wish.kind) && (wish.url || wish.username))
    throw new Explained('A kind of gateway that was added only brings messages: without --url and --username.')
  if (wish.kind === 'smpp') return smpp(wish)
  return wish.kind === 'kannel' ? kannel(wish) : elsewhere(wish)
}

/** Secrets of ours at a gateway, in the order in which they are read: with what it signs, and with what we sign in. */
export type Secret = 'signature' | 'password'

/** Twilio signs with what we sign in with. A gateway that neither signs nor sends for us has a token of ours alone. */
export function secretsOf(wish: Pick<Wish, 'kind' | 'signature' | 'username' | 'url'>): Secret[][] {
  if (isAdded(wish.kind)) return wish.signature === undefined || wish.signature === 'token' ? [] : [['signature']]
  const isOut = sends(wish)
  switch (wish.kind) {
    case 'twilio':
      return [isOut ? ['signature', 'password'] : ['signature']]
    case 'vonage':
      return isOut ? [['signature'], ['password']] : [['signature']]
    default:
      return isOut ? [['password']] : []
  }
}

/** Whether it proves who it is with a token of ours, which it has to be given. */
export function needsToken({ kind, signature = 'token' }: Pick<Wish, 'kind' | 'signature'>): boolean {
  return kind === 'infobip' || kind === 'africas-talking' || (isAdded(kind) && signature === 'token')
}

function isAdded(kind: string): boolean {
  return !kinds.some((one) => one === kind)
}

/** Whether SMS leave through it too: it is said where, or as whom we sign in there. */
function sends({ kind, username, url }: Pick<Wish, 'kind' | 'username' | 'url'>): boolean {
  return kind === 'kannel' || kind === 'smpp' || (kind === 'infobip' ? url : username) !== undefined
}

/** Where those listen that have one address for everybody. */
const usualUrl: Readonly<Record<string, string>> = {
  twilio: 'https://api.twilio.com',
  'africas-talking': 'https://api.africastalking.com',
  vonage: 'https://rest.nexmo.com',
}

const ofNoBind = { bind: null, system_type: '', authority: null, prefixes: [] as string[], alphabet: 'gsm7' }

function kannel({ kind, sender, url, username, priority }: Wish) {
  if (!url || !username) throw new Explained('A Kannel needs --url and --username.')
  return { kind, sender, url, username, ...ofNoBind, priority: priority ?? 5 }
}

function elsewhere(wish: Wish) {
  const { kind, sender, username = '', priority = 5 } = wish
  if (kind !== 'infobip' && wish.url && !wish.username) throw new Explained('To send through it, it needs --username.')
  const url = sends(wish) ? (wish.url ?? usualUrl[kind] ?? null) : null
  if (url?.startsWith('http:') && !/^http:\/\/(localhost|127\.|\[::1\])/.test(url))
    throw new Explained('Its key would travel in the clear: --url begins with https://.')
  return { kind, sender, url, username, ...ofNoBind, priority }
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
  if (kind !== 'smpp' && line !== 'http') return ''
  const isSilent = line !== 'http' && (!seen_at || now.getTime() - seen_at.getTime() > silentMs)
  if (!line || isSilent) return 'not held: no process of ours is running'
  return [line, state, 'since', since?.toISOString(), reason && `(${reason})`].filter(Boolean).join(' ')
}
