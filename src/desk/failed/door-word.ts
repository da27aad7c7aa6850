import type { Duty } from '../duty.ts'

/** A door by its name on screen; one that is not ours yet by its code. */
export function doorWord({ t }: Duty, channel: string): string {
  return channel === 'email' || channel === 'sms' ? t[`wording_door_${channel}`] : channel.toUpperCase()
}
