/**
 * What a gateway's answer says of a message. `accepted`: it has it, under this id of its own ('' where it gives none). `busy`, `down`:
 * it has nothing, and nor will the next message fare better. `refused`: it will not have this one. `unsure`: it may have it.
 * `reason` names nobody: a word of ours, a status of HTTP or the gateway's own number for it.
 */
export type Verdict =
  | { kind: 'accepted'; ref: string }
  | { kind: 'busy' | 'down'; reason: string }
  | { kind: 'refused'; reason: string; forGood: boolean }
  | { kind: 'unsure' }

/** What a status of HTTP says alone; a proxy that says 502 or 504 does not know what its gateway did. Undefined for 2xx. */
export function verdictOf(status: number): Verdict | undefined {
  const reason = `SMS gateway ${status}`
  if (status >= 200 && status < 300) return undefined
  if (status === 429) return { kind: 'busy', reason }
  if (status === 502 || status === 504) return { kind: 'unsure' }
  if (status >= 500 || [401, 402, 403, 404, 407].includes(status) || status < 400) return { kind: 'down', reason }
  return { kind: 'refused', reason, forGood: false }
}
