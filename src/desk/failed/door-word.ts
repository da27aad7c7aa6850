import type { Channel } from '../../notifications/table.ts'
import type { Duty } from '../duty.ts'

/** A door by its name on screen: that of the reports which come by it, so that a new door without one does not compile. */
export function doorWord({ t }: Duty, channel: string): string {
  return t[`report_channel_${channel as Channel}`]
}
