import { isIP } from 'node:net'
import { connect, PDU, type Pdu, type Session, status, statusWord } from './library.ts'

export type LineKind = 'transceiver' | 'transmitter' | 'receiver'

export type LineSettings = {
  host: string
  port: number
  tls: boolean
  /** PEM of who signed the other side's certificate, where no public authority did. */
  authority?: string
  kind: LineKind
  systemId: string
  password: string
  systemType: string
  /** A silent line is asked so often whether it is still there. */
  enquireEveryMs: number
  /** Longest wait for the connection, for the bind, and for the answer to an enquiry. */
  patienceMs: number
  /** Whoever connects is not waited for any more. */
  signal?: AbortSignal
}

/** What a delivery is answered with; `answered` is called once the answer has been written. */
export type Answer = { code: number; answered?: () => void }

/** The other side brought a message. */
export type OnDelivery = (pdu: Pdu, line: Line) => Promise<Answer>

/** One bound connection. */
export type Line = {
  /**
   * Sends and waits for the answer, whatever its status is.
   * @throws NoAnswer, which may still give it later; @throws LineLost when it ended before anything was written or answered
   */
  ask(command: string, fields: Record<string, unknown>, patienceMs?: number): Promise<Pdu>
  /** Why it ended: a word of ours or a status of SMPP. */
  ended: Promise<string>
  /** Unbinds and closes; answers in hand are given up. */
  close(): Promise<void>
}

/** `written`: what was asked may have been done. */
export class LineLost extends Error {
  override name = 'LineLost'
  readonly written: boolean
  constructor(written: boolean) {
    super('the line was lost')
    this.written = written
  }
}

export class NoAnswer extends Error {
  override name = 'NoAnswer'
  /** The answer, should it come while the line lives. */
  readonly late: Promise<Pdu>
  constructor(late: Promise<Pdu>) {
    super('no answer')
    this.late = late
  }
}

export class BindRefused extends Error {
  override name = 'BindRefused'
}

type Pending = { settle: (pdu: Pdu) => void; lose: () => void }

/** Messages that we work at for one line at a time; what is beyond is asked to come again. */
const mostInHand = 500

/** Answers that may still come are waited for, of so many at most. */
const mostLate = 5_000

/**
 * Connects and binds.
 * @throws BindRefused with a word for operators as its message
 */
export async function openLine(settings: LineSettings, onDelivery: OnDelivery): Promise<Line> {
  const { session, ended, end } = await connected(settings)
  const pending = new Map<number, Pending>()
  const ask = asking(session, pending)
  let inHand = 0
  let heardAt = performance.now()
  const enquiry = setInterval(() => {
    if (performance.now() - heardAt < settings.enquireEveryMs) return
    ask('enquire_link', {}, settings.patienceMs).catch(() => end('silent'))
  }, settings.enquireEveryMs)
  enquiry.unref()
  let isBound = false

  const line: Line = {
    ask: (command, fields, patienceMs = settings.patienceMs) => ask(command, fields, patienceMs),
    ended,
    async close() {
      if (!session.socket.destroyed) await ask('unbind', {}, 1_000).catch(() => {})
      end('closed')
      await ended
    },
  }

  session.on('pdu', (pdu: Pdu) => {
    heardAt = performance.now()
    if (pdu.isResponse()) {
      // What waits for us may come in the same breath as the answer to the bind.
      if (pdu.command === `bind_${settings.kind}_resp` && pdu.command_status === status.ok) isBound = true
      pending.get(pdu.sequence_number)?.settle(pdu)
      return
    }
    const answer = (code: number) => session.send(pdu.response(code ? { command_status: code } : {}))
    switch (pdu.command) {
      case 'enquire_link':
        return answer(status.ok)
      case 'unbind':
        answer(status.ok)
        return end('unbound')
      case 'alert_notification':
      case 'outbind':
        return
      case 'deliver_sm':
      case 'data_sm': {
        // Any other refusal an operator may take for the last one.
        if (!isBound || inHand >= mostInHand) return answer(status.tryAgain)
        if (settings.kind === 'transmitter') return answer(status.notBound)
        inHand++
        return void onDelivery(pdu, line)
          .catch((): Answer => ({ code: status.tryAgain }))
          .then(({ code, answered }) => {
            inHand--
            if (answer(code)) answered?.()
          })
      }
      default:
        return answer(status.invalidCommand)
    }
  })
  void ended.then(() => {
    clearInterval(enquiry)
    for (const { lose } of pending.values()) lose()
    pending.clear()
  })

  try {
    const { command_status } = await ask(
      `bind_${settings.kind}`,
      {
        system_id: settings.systemId,
        password: settings.password,
        system_type: settings.systemType,
        interface_version: 0x34,
      },
      settings.patienceMs,
    )
    if (command_status) throw new BindRefused(statusWord(command_status))
    return line
  } catch (error) {
    end('not bound')
    if (error instanceof BindRefused) throw error
    throw new BindRefused(error instanceof NoAnswer ? 'no answer to the bind' : 'lost while binding')
  }
}

/** A connected socket, its end, and a way to end it. The library goes deaf at what it cannot read: then the line ends. */
async function connected({ host, port, tls, authority, patienceMs, signal }: LineSettings) {
  const options = { host, port, tls, ...(tls ? { ca: authority, ...(isIP(host) ? {} : { servername: host }) } : {}) }
  const { promise: ended, resolve } = Promise.withResolvers<string>()
  let why = 'lost'
  const { promise: opened, resolve: open, reject: fail } = Promise.withResolvers<void>()
  const live: Session = connect(options, open)
  const end = (reason: string) => {
    if (why === 'lost') why = reason
    live.destroy()
  }
  const timer = setTimeout(() => fail(new BindRefused('no connection')), patienceMs)
  opened.finally(() => clearTimeout(timer)).catch(() => {})
  const stop = () => fail(new BindRefused('stopped'))
  signal?.addEventListener('abort', stop, { once: true })
  live.on('error', (error: Error & { code?: string }) => {
    end(error.code ? wordOf(error.code) : 'unreadable')
    fail(new BindRefused(why))
  })
  live.on('close', () => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    resolve(why)
    fail(new BindRefused(why))
  })
  try {
    await opened
  } catch (error) {
    end('no connection')
    throw error
  }
  live.socket.setNoDelay(true)
  live.socket.setKeepAlive(true, 10_000)
  return { session: live, ended, end }
}

/** `ECONNREFUSED` → `econnrefused`. */
function wordOf(code: string): string {
  return code
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .slice(0, 60)
}

/** Numbers what is asked, and finds its answer; the library would number too, and forget who waits when the line ends. */
function asking(session: Session, pending: Map<number, Pending>) {
  let sequence = 0
  const next = () => {
    do sequence = sequence >= 0x7fffffff ? 1 : sequence + 1
    while (pending.has(sequence))
    return sequence
  }
  return (command: string, fields: Record<string, unknown>, patienceMs: number): Promise<Pdu> => {
    const number = next()
    const answer = Promise.withResolvers<Pdu>()
    answer.promise.catch(() => {})
    const timely = Promise.withResolvers<Pdu>()
    const pdu = new PDU(command, { ...fields, sequence_number: number })
    if (session.socket.destroyed || !session.send(pdu)) return Promise.reject(new LineLost(false))
    const timer = setTimeout(() => {
      timely.reject(new NoAnswer(answer.promise))
      if (pending.size > mostLate) pending.delete(pending.keys().next().value as number)
    }, patienceMs)
    pending.set(number, {
      settle(given) {
        clearTimeout(timer)
        pending.delete(number)
        answer.resolve(given)
        timely.resolve(given)
      },
      lose() {
        clearTimeout(timer)
        answer.reject(new LineLost(true))
        timely.reject(new LineLost(true))
      },
    })
    return timely.promise
  }
}
