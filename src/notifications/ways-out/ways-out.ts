import type { Channel } from '../table.ts'
import { byEmail } from './by-email.ts'
import { onX } from './on-x.ts'
import type { WayOut } from './way-out.ts'

/** By which messages leave one by one; one row a door, and a Channel without a row does not compile. */
export const waysOut: Record<Exclude<Channel, 'sms'>, WayOut> = { email: byEmail, x: onX }

/** The doors by which messages leave one by one. */
export function oneByOne(): string[] {
  return Object.keys(waysOut)
}

export function wayOut(channel: string): WayOut | undefined {
  return oneByOne().includes(channel) ? waysOut[channel as keyof typeof waysOut] : undefined
}
