import smpp, { type Pdu, type Session } from 'smpp'

export type { Pdu, Session }

/** Longer than any message with its payload; whoever announces more is cut off. */
const maxOctets = 70_000
const headOctets = 16

/**
 * The library reads and writes PDUs for us, and leaves every field as the octets or numbers it is: its own alphabets read unknown octets as
 * spaces, and its readers of times and headers throw at some of what may come, which leaves a connection deaf.
 */
for (const { params } of Object.values(smpp.commands))
  for (const param of Object.values(params ?? {})) delete param.filter
for (const tlv of Object.values(smpp.tlvs)) delete tlv.filter

smpp.PDU.maxLength = maxOctets

/** It checks no length from below: of a PDU shorter than its head it would wait for a negative number of octets. */
const lengthOf = smpp.PDU.commandLength
smpp.PDU.commandLength = (stream) => {
  const octets = lengthOf.call(smpp.PDU, stream)
  if (octets !== false && octets < headOctets) throw new Error(`a PDU of ${octets} octets has no head`)
  return octets
}

export const { PDU, connect, createServer } = smpp

/** SMPP 3.4, 5.1.3: the statuses that we know or say. */
export const status = {
  ok: 0x00,
  invalidCommand: 0x03,
  notBound: 0x04,
  alreadyBound: 0x05,
  systemError: 0x08,
  invalidSource: 0x0a,
  invalidDestination: 0x0b,
  bindFailed: 0x0d,
  wrongPassword: 0x0e,
  wrongSystemId: 0x0f,
  queueFull: 0x14,
  throttled: 0x58,
  tryAgain: 0x64,
} as const

/** A status as a word for operators: `smpp 0x0d`. */
export function statusWord(code: number): string {
  return `smpp 0x${code.toString(16).padStart(2, '0')}`
}
