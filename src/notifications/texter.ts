/** What a gateway took: which one, and by what the receipt of the message will be known, where it gives one. */
export type Left = { gateway: string; refHash?: Buffer }

/** Which message of ours; `notThrough`: it came back through that gateway, and goes through another one. */
export type Outgoing = { id: string; notThrough?: string | null }

/** How an SMS leaves: really, or only as a preview for /dev/outbox. */
export type Texter = {
  /** What one SMS holds of a text, in letters that every phone has. */
  fit(text: string): string
  /**
   * @returns through what it left; `kept` when there is no gateway and none is demanded.
   * @throws ChannelFailed; Unanswered when nobody knows whether it left
   */
  send(to: string, text: string, sms: Outgoing): Promise<Left | 'kept'>
  /** Whether trying makes sense: false while every gateway is away. */
  isOpen(): Promise<boolean>
}
