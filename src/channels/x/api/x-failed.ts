import { ChannelFailed } from '../../../notifications/channel-failed.ts'

/** What an operator has to know: too often, the measure is spent, our keys are not accepted, no answer, or refused for a reason unknown to us. */
export type Trouble = 'limited' | 'quota' | 'refused' | 'away' | 'unknown'

/** What X says of one message alone: it is there already, what it answers is not there any more, nobody may write to them. */
export type Why = 'duplicate' | 'gone' | 'closed' | 'unknown'

/**
 * X did not do what it was asked to. With `trouble` the next call would fail as well, and `againAt` says when to try; without, it
 * is about this message (`why`). The reason never quotes X: its words may name somebody.
 */
export class XFailed extends ChannelFailed {
  override name = 'XFailed'
  readonly trouble?: Trouble
  readonly why?: Why

  constructor(reason: string, how: { trouble: Trouble; againAt?: Date } | { why: Why }) {
    const trouble = 'trouble' in how ? how : undefined
    super(reason, !trouble, trouble?.againAt)
    this.trouble = trouble?.trouble
    this.why = 'why' in how ? how.why : undefined
  }
}
