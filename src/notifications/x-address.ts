/** Where on X: to an account alone, or in public under a post. Ids are decimal numbers, as text. */
export type XAddress = { direct: string } | { under: string }

export function directTo(accountId: string): string {
  return `direct ${accountId}`
}

export function underPost(postId: string): string {
  return `under ${postId}`
}

/** @throws for what is no such address */
export function readXAddress(address: string): XAddress {
  const [, way, id] = /^(direct|under) (\d{1,20})$/.exec(address) ?? []
  if (!id) throw new Error('no address on X')
  return way === 'direct' ? { direct: id } : { under: id }
}
