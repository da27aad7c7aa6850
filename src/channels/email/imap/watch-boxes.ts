import type { Log } from '../../../platform/log.ts'
import { pause } from '../../../platform/pause.ts'
import { type ImapBox, imapBoxes, writeState } from './imap-box.ts'
import { type BoxDeps, readBox } from './read-box.ts'

const lookMs = 5_000
const firstPauseMs = 1_000
const longestPauseMs = 60_000
/** A connection that held so long was a good one. */
const steadyMs = 60_000

type Watched = { changedAt: number; stop(): Promise<void> }

/**
 * Reads every mailbox that the operator has set (`lapor mailbox`), each by a connection of its own, from when it is set until it is
 * removed; what fails is tried again, ever more seldom, up to a minute apart. Read twice at once, nothing is kept twice.
 */
export function watchBoxes(deps: BoxDeps & { log: Log }): { stop(): Promise<void> } {
  const watched = new Map<string, Watched>()
  const ending = new AbortController()

  async function look() {
    const boxes = await imapBoxes(deps.db)
    const names = new Set(boxes.map(({ name }) => name))
    for (const [name, { stop }] of watched) {
      if (names.has(name)) continue
      watched.delete(name)
      await stop()
    }
    for (const box of boxes) {
      const known = watched.get(box.name)
      if (known?.changedAt === box.changedAt.getTime()) continue
      await known?.stop()
      watched.set(box.name, watch(deps, box))
    }
  }

  const looking = (async () => {
    while (!ending.signal.aborted) {
      await look().catch((error: unknown) => deps.log.error({ err: error }, 'the mailboxes could not be looked up'))
      await pause(lookMs, ending.signal)
    }
  })()

  return {
    async stop() {
      ending.abort()
      await looking
      await Promise.all([...watched.values()].map(({ stop }) => stop()))
    },
  }
}

function watch(deps: BoxDeps & { log: Log }, box: ImapBox): Watched {
  const ending = new AbortController()
  const reading = (async () => {
    let pauseMs = firstPauseMs
    while (!ending.signal.aborted) {
      const begun = performance.now()
      const reason = await readBox(deps, box, ending.signal).then(() => undefined, reasonOf)
      if (ending.signal.aborted || reason === undefined) return
      deps.log.warn({ mailbox: box.name, reason }, 'a mailbox cannot be read; it is tried again')
      await writeState(deps.db, box.name, deps.now(), reason).catch(() => {})
      pauseMs = performance.now() - begun > steadyMs ? firstPauseMs : pauseMs
      await pause(pauseMs, ending.signal)
      pauseMs = Math.min(2 * pauseMs, longestPauseMs)
    }
  })()
  return {
    changedAt: box.changedAt.getTime(),
    async stop() {
      ending.abort()
      await reading
    },
  }
}

/** A server's words may quote a name or an address; this says none. */
function reasonOf(error: unknown): string {
  const { authenticationFailed, code, serverResponseCode } = error as {
    authenticationFailed?: boolean
    code?: unknown
    serverResponseCode?: unknown
  }
  if (authenticationFailed) return 'sign-in refused'
  const said = typeof code === 'string' ? code : typeof serverResponseCode === 'string' ? serverResponseCode : ''
  return /^[\w-]{1,40}$/.test(said) ? said : 'connection lost'
}
