import type { Selectable } from 'kysely'
import { type KeyPair, open } from '../../../platform/seal.ts'
import type { IdentityGateway } from '../../../platform/schema.ts'

/** An operator's message centre, as its row says. */
export type SmppGateway = {
  id: string
  name: string
  host: string
  port: number
  tls: boolean
  authority?: string
  bind: 'transceiver' | 'pair'
  systemId: string
  password: string
  systemType: string
  sender: string
  windowSize: number
  perSecond: number
  /** Of numbers that go through it first, such as +62811. */
  prefixes: string[]
  alphabet: 'gsm7' | 'latin1'
  /** The row as it is: another one begins anew. */
  changedAt: Date
}

/** The library's own port for SMPP, and that for SMPP within TLS. */
const usualPort = { 'smpp:': 2775, 'smpps:': 3550 } as Record<string, number>

export function gatewayOf(row: Selectable<IdentityGateway>, pair: KeyPair): SmppGateway {
  const { protocol, hostname, port } = new URL(row.url ?? '')
  return {
    id: row.id,
    name: row.name,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (usualPort[protocol] as number),
    tls: protocol === 'smpps:',
    authority: row.authority ?? undefined,
    bind: row.bind as SmppGateway['bind'],
    systemId: row.username,
    password: open(pair, row.sealed_password ?? Buffer.alloc(0)),
    systemType: row.system_type,
    sender: row.sender,
    windowSize: row.window_size,
    perSecond: row.per_second,
    prefixes: row.prefixes,
    alphabet: row.alphabet as SmppGateway['alphabet'],
    changedAt: row.changed_at,
  }
}
