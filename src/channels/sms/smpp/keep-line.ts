import type { Now } from '../../../platform/clock.ts'
import type { Log } from '../../../platform/log.ts'
import { pause } from '../../../platform/pause.ts'
import type { BindTimes } from './bind.ts'
import type { SmppGateway } from './gateway-row.ts'
import { BindRefused, type Line, type LineKind, type OnDelivery, openLine } from './line.ts'

/** How a connection is, since when, and why it is down. */
export type LineState = {
  line: LineKind
  state: 'connecting' | 'bound' | 'throttled' | 'down'
  since: Date
  reason?: string
}

export type KeptLine = {
  /** While it is bound. */
  line(): Line | undefined
  state(): LineState
  stop(): Promise<void>
}

/** A line that lived so long starts with the shortest pause again. */
const steadyMs = 30_000

/** Keeps one line to an operator: whenever it ends it is made again, after pauses that grow, each a little by chance. */
export function keepLine(
  gateway: SmppGateway,
  kind: LineKind,
  deps: { log: Log; now: Now; onDelivery: OnDelivery; onState: () => void; times: BindTimes },
): KeptLine {
  const { log, now, times, onDelivery, onState } = deps
  const stopping = new AbortController()
  let line: Line | undefined
  let state: LineState = { line: kind, state: 'connecting', since: now() }
  const running = run()

  function become(next: LineState['state'], reason?: string) {
    if (state.state === next && state.reason === reason) return
    state = { line: kind, state: next, since: state.state === next ? state.since : now(), reason }
    onState()
  }

  async function run() {
    let againMs = times.againMs[0]
    while (!stopping.signal.aborted) {
      const begun = performance.now()
      const why = await live().catch((error: unknown) => {
        if (error instanceof BindRefused) return error.message
        log.error({ err: error, gateway: gateway.name }, 'a bind failed')
        return 'failed'
      })
      line = undefined
      if (stopping.signal.aborted) return
      become('down', why)
      log.warn({ gateway: gateway.name, line: kind, why, againMs: Math.round(againMs) }, 'a bind is down')
      if (performance.now() - begun > steadyMs) againMs = times.againMs[0]
      await pause(againMs * (0.75 + Math.random() / 2), stopping.signal)
      againMs = Math.min(againMs * 2, times.againMs[1])
    }
  }

  /** Until it ends. @returns why */
  async function live(): Promise<string> {
    const opened = await openLine(
      { ...gateway, kind, enquireEveryMs: times.enquireEveryMs, patienceMs: times.patienceMs, signal: stopping.signal },
      onDelivery,
    )
    if (stopping.signal.aborted) {
      await opened.close()
      return 'stopped'
    }
    line = opened
    become('bound')
    log.info({ gateway: gateway.name, line: kind }, 'bound')
    return opened.ended
  }

  return {
    line: () => line,
    state: () => state,
    async stop() {
      stopping.abort()
      await line?.close()
      await running
    },
  }
}
