/** How a message leaves on X: really, or only as a preview for /dev/outbox. */
export type Poster = {
  /**
   * @param to as `x-address.ts` writes it
   * @param about the report of a public answer
   * @returns whether it really left; not, when no account is set and none is demanded. @throws ChannelFailed
   */
  send(message: { id: string; to: string; text: string; about: string | null }): Promise<'sent' | 'kept'>
}
