import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { createServer, PDU, type Pdu, type Session, status } from '../smpp/library.ts'
import type { ShortMessage } from '../parts/short-message.ts'
import { decode } from '../parts/alphabet.ts'
import { alphabetOf } from '../parts/data-coding.ts'
import { fromPhone } from '../parts/testing/from-phone.ts'

/** An SMS that a phone of this operator got. */
export type Rung = { from: string; to: string; text: string; ref: string }

/** A message centre as an operator runs it: phones send and get messages through it. It stores, and brings until it is thanked or refused for good. */
export type Smsc = {
  port: number
  systemId: string
  password: string
  /** Messages to phones, in the order in which they came. */
  rung: Rung[]
  /** Binds that there were, by command. */
  binds: string[]
  /** Statuses that the next messages to phones are answered with. */
  answers: number[]
  /** How messages to phones are answered: at once, not at all (accepted and dropped), or when `release` is called. */
  answering: 'at once' | 'never' | 'on release'
  release(): void
  /** A phone writes; resolves when somebody thanked for all its parts. Brought again until then, on whichever line there is. */
  phone(from: string, text: string | readonly ShortMessage[], fields?: Record<string, unknown>): Promise<void>
  /** Brings this PDU as it is, but for its number, until somebody thanked for it. */
  octets(pdu: Buffer): Promise<void>
  /** What was answered to things brought and not thanked for; -1 where the line was lost. */
  unthanked: number[]
  /** How many of them were refused for good, and are gone. */
  lost: number
  /** Brings a receipt for a message. */
  receipt(message: Pick<Rung, 'from' | 'to' | 'ref'>, stat: string, fields?: Record<string, unknown>): Promise<void>
  /** Receipts by itself, with this word, for whatever it takes; none when empty. */
  receipts: string
  /** Lines that are bound now. */
  lines(): number
  /** Lines break without a word, nobody listens any more. */
  die(): Promise<void>
  /** Listens again, at the same port. */
  rise(): Promise<void>
}

type Options = Partial<Pick<Smsc, 'systemId' | 'password' | 'receipts'>> & {
  tls?: { key: string; cert: string }
  /** How the operator calls a message in its answer, and in its receipt. */
  refs?: { answered: (n: number) => string; receipted: (n: number) => string }
}

type Waiting = { pdu: Record<string, unknown>; thanked: () => void; isOut: boolean }

const againMs = 50

/** Refusals after which an operator brings a message again; any other is the last one. */
const forNow: readonly number[] = [status.queueFull, status.throttled, status.tryAgain]

export async function startSmsc(options: Options = {}): Promise<Smsc> {
  const { refs, tls } = options
  const nameOf = refs?.answered ?? String
  const receiptedAs = refs?.receipted ?? nameOf
  const lines = new Set<Session>()
  const canBring = new Set<Session>()
  const waiting = new Set<Waiting>()
  const unanswered: (() => void)[] = []
  let count = 0
  let server: Server
  let timer: NodeJS.Timeout | undefined

  const smsc: Smsc = {
    port: 0,
    systemId: options.systemId ?? 'lapor',
    password: options.password ?? 'rahasia8',
    rung: [],
    binds: [],
    answers: [],
    answering: 'at once',
    release: () => unanswered.splice(0).forEach((answer) => answer()),
    octets: (pdu) => bring({ octets: pdu }),
    unthanked: [],
    lost: 0,
    receipts: options.receipts ?? 'DELIVRD',
    async phone(from, text, fields = {}) {
      const messages = typeof text === 'string' ? fromPhone(text) : text
      await Promise.all(messages.map((message) => bring(deliverFields(from, message, fields))))
    },
    receipt: ({ from, to, ref }, stat, fields = {}) =>
      bring({
        source_addr_ton: 1,
        source_addr: to.replace('+', ''),
        destination_addr: from,
        esm_class: 4,
        short_message: Buffer.from(
          `id:${ref} sub:001 dlvrd:001 submit date:2611221015 done date:2611221016 stat:${stat} err:000 text:`,
        ),
        ...fields,
      }),
    lines: () => lines.size,
    async die() {
      clearInterval(timer)
      for (const line of lines) line.destroy()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
    rise: () => listen(),
  }

  function bring(pdu: Record<string, unknown>): Promise<void> {
    return new Promise((thanked) => {
      waiting.add({ pdu, thanked, isOut: false })
      bringAll()
    })
  }

  function bringAll() {
    const ready = [...canBring]
    for (const one of waiting) {
      const line = ready[Math.floor(Math.random() * ready.length)]
      if (!line || one.isOut) continue
      one.isOut = true
      const { command = 'deliver_sm', octets, ...fields } = one.pdu
      const numbered = new PDU(command as string, { ...fields, sequence_number: ++count })
      const done = (answer?: Pdu) => {
        line.off('pdu', hear)
        line.off('close', lost)
        one.isOut = false
        const code = answer?.command_status
        if (code === status.ok) {
          waiting.delete(one)
          return one.thanked()
        }
        smsc.unthanked.push(code ?? -1)
        if (code === undefined || forNow.includes(code)) return
        smsc.lost++
        waiting.delete(one)
      }
      const hear = (pdu: Pdu) => {
        if (pdu.isResponse() && pdu.sequence_number === numbered.sequence_number) done(pdu)
      }
      line.on('pdu', hear)
      const lost = () => done()
      line.on('close', lost)
      if (octets) line.socket.write(numberedAs(octets as Buffer, count))
      else line.send(numbered)
    }
  }

  function onSession(line: Session) {
    line.setMaxListeners(0)
    line.on('error', () => line.destroy())
    line.on('close', () => {
      lines.delete(line)
      canBring.delete(line)
    })
    line.on('pdu', (pdu: Pdu) => {
      if (pdu.isResponse()) return
      if (pdu.command.startsWith('bind_')) return bound(line, pdu)
      if (!lines.has(line)) return void line.send(pdu.response({ command_status: status.notBound }))
      if (pdu.command === 'submit_sm') return took(line, pdu)
      line.send(pdu.response())
      if (pdu.command === 'unbind') line.close()
    })
  }

  function bound(line: Session, pdu: Pdu) {
    smsc.binds.push(pdu.command)
    const known = pdu.system_id === smsc.systemId && pdu.password === smsc.password
    // What waits goes out in one segment with the answer.
    line.socket.cork()
    line.send(pdu.response(known ? { system_id: 'SMSC' } : { command_status: status.bindFailed }))
    if (!known) {
      line.socket.uncork()
      return line.close()
    }
    lines.add(line)
    if (pdu.command !== 'bind_transmitter') canBring.add(line)
    bringAll()
    line.socket.uncork()
  }

  function took(line: Session, pdu: Pdu) {
    const refused = smsc.answers.shift()
    if (refused) return void line.send(pdu.response({ command_status: refused }))
    const n = ++count
    const octets = pdu.short_message as Buffer
    const to = `+${pdu.destination_addr as string}`
    const { text } = decode(octets, alphabetOf(pdu.data_coding as number))
    const message = { from: pdu.source_addr as string, to, text, ref: receiptedAs(n) }
    smsc.rung.push(message)
    const answer = () => line.send(pdu.response({ message_id: nameOf(n) }))
    if (smsc.answering === 'at once') answer()
    if (smsc.answering === 'on release') unanswered.push(answer)
    if (smsc.receipts) void smsc.receipt(message, smsc.receipts)
  }

  async function listen() {
    server = createServer(tls ?? {}, onSession)
    server.listen(smsc.port, '127.0.0.1')
    await once(server, 'listening')
    smsc.port = (server.address() as AddressInfo).port
    timer = setInterval(bringAll, againMs)
    timer.unref()
  }

  await listen()
  return smsc
}

function numberedAs(pdu: Buffer, number: number): Buffer {
  const octets = Buffer.from(pdu)
  octets.writeUInt32BE(octets.length, 0)
  octets.writeUInt32BE(number, 12)
  return octets
}

function deliverFields(
  from: string,
  { dataCoding, octets, hasHeader, segment }: ShortMessage,
  more: Record<string, unknown>,
) {
  return {
    source_addr_ton: 1,
    source_addr: from.replace('+', ''),
    destination_addr: '1708',
    esm_class: hasHeader ? 0x40 : 0,
    data_coding: dataCoding,
    short_message: octets,
    ...(segment
      ? { sar_msg_ref_num: segment.number, sar_total_segments: segment.of, sar_segment_seqnum: segment.at }
      : {}),
    ...more,
  }
}
