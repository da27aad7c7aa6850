import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { atMost } from '../../../platform/at-most.ts'
import { longestRead, type Mail } from './mail.ts'
import { readBroken } from './read-broken.ts'

/** A mail that takes longer was written to take long. */
const patienceMs = 60_000
const idleMs = 60_000
const mostMegabytes = 768
/** UTF-16 units; a report's title is shorter. */
const longestSubject = 2_000

/** Beside the file that starts it: a bundle is started by a bundle, a source by a source. */
const reader = new URL(import.meta.url.endsWith('.ts') ? './reader.ts' : './mail-reader.js', import.meta.url)

const inTurn = atMost(1)
let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined

/**
 * A mail from its octets, taken apart beside the worker's own work: what was made to take for ever, or to take all memory, costs a
 * thread, and is read as far as its bare text goes.
 */
export function readAside(raw: Uint8Array, timeMs = patienceMs): Promise<Mail> {
  return inTurn(async () => {
    clearTimeout(idle)
    thread ??= start()
    const done = new AbortController()
    const signal = AbortSignal.any([AbortSignal.timeout(timeMs), done.signal])
    try {
      thread.postMessage(raw)
      const [mail] = (await Promise.race([once(thread, 'message', { signal }), ended(thread, signal)])) as [Mail]
      idle = setTimeout(end, idleMs).unref()
      return atLongest(mail)
    } catch {
      end()
      return atLongest(readBroken(raw))
    } finally {
      done.abort()
    }
  })
}

/** So much that whoever goes through it is done at once: nobody reads twelve megabytes, and what a report keeps is far less. */
function atLongest(mail: Mail): Mail {
  let left = longestRead
  const attached = mail.attached.flatMap((words) => {
    const kept = words.slice(0, left)
    left -= kept.length
    return kept || []
  })
  const { subject, text } = mail
  return { ...mail, subject: subject.slice(0, longestSubject), text: text.slice(0, longestRead), attached }
}

function start(): Worker {
  const made = new Worker(reader, { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
  made.unref()
  made.on('error', () => {})
  return made
}

async function ended(made: Worker, signal: AbortSignal): Promise<never> {
  await once(made, 'exit', { signal })
  throw new Error('the reader ended')
}

function end() {
  const gone = thread
  thread = undefined
  void gone?.terminate()
}
