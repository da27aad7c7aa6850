/** What became of a message, as its operator says. */
export type DeliveryState = 'accepted' | 'delivered' | 'undeliverable' | 'expired' | 'unknown'

export type Receipt = {
  /** The ways to write the operator's id of the message, the likeliest first. */
  refs: string[]
  /** Numbers in international form between which it went: one of them is whom we wrote to. */
  numbers: string[]
  state: DeliveryState
}

/** An operator's id in one form: neither case nor zeros in front tell two apart. */
export function plainRef(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, '')
}
