import type { Left } from './texter.ts'

/**
 * A message did not go out. `reason` says why without naming anybody, such as 'SMTP 451'; `forGood`: the address or the
 * letter was refused, trying again would change nothing.
 */
export class ChannelFailed extends Error {
  override name = 'ChannelFailed'
  readonly code: string
  readonly forGood: boolean

  constructor(reason: string, forGood = false) {
    super(reason)
    this.code = reason
    this.forGood = forGood
  }
}

/** It was handed over, and no answer came: it may have left. `late` tells, should the answer come yet. */
export class Unanswered extends ChannelFailed {
  readonly gateway: string
  readonly late: Promise<Left | undefined>

  constructor(gateway: string, late: Promise<Left | undefined>) {
    super('no answer')
    this.gateway = gateway
    this.late = late
  }
}
