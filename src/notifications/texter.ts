/** How an SMS leaves: really, or only as a preview for /dev/outbox. */
export type Texter = {
  /** What one SMS holds of a text, in letters that every phone has. */
  fit(text: string): string
  /** @returns whether it really left; not, when there is no gateway and none is demanded. @throws ChannelFailed */
  send(to: string, text: string): Promise<'sent' | 'kept'>
}
