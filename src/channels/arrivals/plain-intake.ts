import type { Door } from '../../intake/arrivals-ledger.ts'
import type { Secrecy } from '../sms/understand/understood.ts'

/** A message has no form: open unless its words say otherwise; who sent it is an identity, which may be hidden and is never shown. */
export function plainIntake(door: Door, raise?: Secrecy) {
  return {
    channel: door,
    anonymous: raise === 'anonymous',
    confidential: raise === 'confidential',
    withoutIdentity: false,
    showName: false,
  }
}
