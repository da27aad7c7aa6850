import type { Left } from './texter.ts'

/**
 * A message did not go out. `reason` says why without naming anybody, such as 'SMTP 451'; `forGood`: the address or the
 * letter was refused, trying again would change nothing. `againAt`: before that it would fail again, however often it is tried;
 * it does not count as a failure of the message.
 */
export class ChannelFailed extends Error {
  override name = 'ChannelFailed'
  readonly code: string
  readonly forGood: boolean
  readonly againAt?: Date

  constructor(reason: string, forGood = false, againAt?: Date) {
    super(reason)
    this.againAt = againAt
    this.code = reason
    this.forGood = forGood
  }
}

/** It was handed over, and no answer came: it may have left. `late` tells, should the answer come yet. */
export class Unanswered extends ChannelFailed {
  /** Through what it left, if it did. */
  readonly perhaps: Left
  readonly late: Promise<Left | undefined>

  constructor(perhaps: Left, late: Promise<Left | undefined>) {
    super('no answer')
    this.perhaps = perhaps
    this.late = late
  }
}
