import { setTimeout as passed } from 'node:timers/promises'

/** Waits so many milliseconds, or until `signal`. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await passed(ms, undefined, { signal }).catch(() => {})
}
