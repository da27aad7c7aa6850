import type { Template } from '../table.ts'

/** What cannot wait for the morning: an opening is decided within 24 hours and holds for 15 minutes; secrecy changes what may be done now. */
const atOnce: readonly Template[] = ['opening_asked', 'opening_decided', 'handle_with_care', 'guessing']

/** Whether an officer who chose digests hears this in the morning, and not at once. */
export function waitsForDigest(template: string): boolean {
  return !(atOnce as readonly string[]).includes(template)
}
