import type { Now } from '../../../platform/clock.ts'
import type { Log } from '../../../platform/log.ts'
import { type Line, LineLost, NoAnswer, type OnDelivery } from './line.ts'
import type { Pdu } from './library.ts'
import { status, statusWord } from './library.ts'
import { keepLine, type KeptLine, type LineState } from './keep-line.ts'
import { makePace } from './pace.ts'
import type { SmppGateway } from './gateway-row.ts'
import { submitFields } from './submit.ts'

/**
 * What became of a message handed to an operator. `accepted`: it has it, under this id of its own. `busy`, `down`: nothing was sent.
 * `refused`: this operator will not have it, perhaps another. `unanswered`: it may have it, or not; `late` tells, should it answer yet.
 */
export type Submitted =
  | { kind: 'accepted'; ref: string }
  | { kind: 'busy' | 'down' }
  | { kind: 'refused'; reason: string; forGood: boolean }
  | { kind: 'unanswered'; late: Promise<{ ref: string } | undefined> }

/** A gateway of kind smpp that is held. */
export type Bind = {
  gateway: SmppGateway
  /** Ready to take messages. */
  isUp(): boolean
  isBusy(): boolean
  lines(): LineState[]
  /** @param withinMs for a place and the answer together, however much longer either may take */
  submit(to: string, text: string, withinMs?: number): Promise<Submitted>
  stop(): Promise<void>
}

export type BindTimes = {
  enquireEveryMs: number
  /** For a connection, a bind and an enquiry. */
  patienceMs: number
  /** For a place in the window. */
  waitMs: number
  /** For the answer to a message. */
  answerMs: number
  /** The first pause after a line was lost, and the longest. */
  againMs: readonly [number, number]
}

/** How long one message may take through all binds together stays below the 30 seconds for which it is claimed. */
export const usualTimes: BindTimes = {
  enquireEveryMs: 30_000,
  patienceMs: 10_000,
  waitMs: 6_000,
  answerMs: 20_000,
  againMs: [1_000, 60_000],
}

const throttleMs = [500, 30_000] as const

/** Nobody can be reached there, or nothing can be sent so, whichever operator is asked: 5.1.3. */
const refusedForGood: readonly number[] = [status.invalidDestination]

export function keepBind(
  gateway: SmppGateway,
  deps: { log: Log; now: Now; onDelivery: OnDelivery; onState: () => void; times?: Partial<BindTimes> },
): Bind {
  const times = { ...usualTimes, ...deps.times }
  const kinds = gateway.bind === 'pair' ? (['transmitter', 'receiver'] as const) : (['transceiver'] as const)
  const pace = makePace(gateway.windowSize, gateway.perSecond)
  const lines: KeptLine[] = kinds.map((kind) => keepLine(gateway, kind, { ...deps, times }))
  const sending = lines[0] as KeptLine
  let throttles = 0

  /** Once throttled the pace slows down, longer each time, until something is taken again. */
  function slowDown() {
    pace.pause(Math.min(throttleMs[0] * 2 ** throttles++, throttleMs[1]))
    deps.onState()
  }

  async function once(line: Line, to: string, text: string, leftMs: number): Promise<Submitted | 'throttled'> {
    const fields = submitFields(gateway.sender, to, text, gateway.alphabet)
    try {
      const answer = await line.ask('submit_sm', fields, Math.min(times.answerMs, leftMs))
      if (answer.command_status === status.throttled || answer.command_status === status.queueFull) {
        slowDown()
        return 'throttled'
      }
      if (throttles > 0) {
        throttles = 0
        deps.onState()
      }
      return readAnswer(answer)
    } catch (error) {
      if (error instanceof NoAnswer) return { kind: 'unanswered', late: error.late.then(acceptedLate, () => undefined) }
      if (error instanceof LineLost)
        return error.written ? { kind: 'unanswered', late: Promise.resolve(undefined) } : { kind: 'down' }
      throw error
    }
  }

  return {
    gateway,
    isUp: () => sending.line() !== undefined,
    isBusy: () => pace.isPaused(),
    lines: () => lines.map((line) => throttledAs(line.state(), pace.isPaused())),
    async submit(to, text, withinMs = times.waitMs + times.answerMs) {
      const begun = performance.now()
      const giveUp = begun + Math.min(times.waitMs, withinMs)
      for (;;) {
        const leftMs = giveUp - performance.now()
        if (leftMs <= 0 || !(await pace.enter(leftMs))) return { kind: sending.line() ? 'busy' : 'down' }
        try {
          const line = sending.line()
          if (!line) return { kind: 'down' }
          const submitted = await once(line, to, text, begun + withinMs - performance.now())
          if (submitted !== 'throttled') return submitted
        } finally {
          pace.leave()
        }
      }
    },
    async stop() {
      await Promise.all(lines.map((line) => line.stop()))
    },
  }
}

function readAnswer({ command_status, message_id }: Pdu): Submitted {
  if (command_status === status.ok) return { kind: 'accepted', ref: typeof message_id === 'string' ? message_id : '' }
  return { kind: 'refused', reason: statusWord(command_status), forGood: refusedForGood.includes(command_status) }
}

function acceptedLate(answer: Pdu): { ref: string } | undefined {
  const read = readAnswer(answer)
  return read.kind === 'accepted' ? { ref: read.ref } : undefined
}

function throttledAs(line: LineState, isThrottled: boolean): LineState {
  return isThrottled && line.state === 'bound' && line.line !== 'receiver' ? { ...line, state: 'throttled' } : line
}
