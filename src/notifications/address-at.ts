import type { Door } from '../report/doors.ts'
import { directTo } from './x-address.ts'

/** Where whoever wrote at this door is answered: X tells direct messages from posts, every other door has one way to each sender. */
export function addressAt(door: Door, sender: string): string {
  return door === 'x' ? directTo(sender) : sender
}
