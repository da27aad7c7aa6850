import type { Channel } from '../table.ts'
import { byEmail } from './by-email.ts'
import { onX } from './on-x.ts'
import type { WayOut } from './way-out.ts'

/** One row a door; a Channel without a row does not compile. */
export const waysOut = { email: byEmail, x: onX } as const satisfies Record<Exclude<Channel, 'sms'>, WayOut>

type OneByOne = keyof typeof waysOut

/** The doors by which messages leave one by one. */
export const oneByOne = Object.keys(waysOut) as OneByOne[]

export function wayOut(channel: string): WayOut | undefined {
  return oneByOne.includes(channel as OneByOne) ? waysOut[channel as OneByOne] : undefined
}
