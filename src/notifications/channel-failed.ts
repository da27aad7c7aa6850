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
