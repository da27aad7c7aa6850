import smpp, { type Pdu, type Session } from 'smpp'

export type { Pdu, Session }

/** Longer than any message with its payload; whoever announces more is cut off. */
const maxOctets = 70_000
const headOctets = 16
const lengthOctets = 4

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

/**
 * It checks no length of an optional field (SMPP 3.4, 3.2.4.1): it reads numbers and names on into the next field, or throws at the end. A number
 * of another length than its own is dropped, and its message taken; a name ends with its field.
 */
const { int8, int16, int32, cstring } = smpp.types
for (const type of [int8, int16, int32]) {
  const read = type.read
  type.read = (octets, at, length) =>
    length === undefined || (length === type.size() && at + length <= octets.length)
      ? read(octets, at, length)
      : undefined
}

const readName = cstring.read
cstring.read = (octets, at, length = octets.length - at) => readName(octets.subarray(0, at + length), at)

/**
 * A PDU of which only the head can be read, or which ends before its fields do, keeps its place with `unread`, the octets behind the head:
 * otherwise it would end the line, and come again; or what it says would be passed over.
 */
smpp.PDU.fromStream = (stream, length) => {
  const rest = stream.read(length - lengthOctets)
  if (!rest) return false
  const octets = Buffer.alloc(length)
  octets.writeUInt32BE(length)
  rest.copy(octets, lengthOctets)
  const unread = octets.subarray(headOctets)
  try {
    const pdu = new smpp.PDU(octets)
    return pdu.isResponse() || isWhole(pdu) ? pdu : Object.assign(pdu, { unread })
  } catch (error) {
    const known = smpp.commandsById[octets.readUInt32BE(4)]
    if (!known) throw error
    const [command_status, sequence_number] = [octets.readUInt32BE(8), octets.readUInt32BE(12)]
    return Object.assign(new smpp.PDU(known.command, { command_status, sequence_number }), { unread })
  }
}

function isWhole(pdu: Pdu): boolean {
  return Object.keys(smpp.commands[pdu.command]?.params ?? {}).every((field) => field in pdu)
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
