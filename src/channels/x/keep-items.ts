import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import type { Arrived } from '../arrivals/arrived.ts'
import { keepArrival } from '../arrivals/keep-arrival.ts'
import type { Item } from './post.ts'

/**
 * By which one message is one, whether the stream, a list or a hook brought it: so all of them are one gateway.
 * A deletion is another message than its post.
 */
export const gateway = 'x'

function messageIdOf(item: Item): string {
  switch (item.kind) {
    case 'post':
      return `post ${item.id}`
    case 'direct':
      return `direct ${item.id}`
    case 'gone':
      return `gone ${item.postId}`
    case 'shut':
      return `shut ${item.postId}`
    case 'unread':
      return `unread ${createHash('sha256').update(item.raw).digest('hex')}`
  }
}

/** Keeps what was read, committed when this returns. Known ones are left as they are; our own words are none that came. */
export async function keepItems(
  deps: { db: Db; keys: IdentityKeys },
  items: readonly Item[],
  now: Date,
  ourId?: string,
): Promise<void> {
  for (const item of items) {
    if (item.kind === 'direct' && item.senderId === ourId) continue
    const sender = item.kind === 'post' ? item.authorId : item.kind === 'direct' ? item.senderId : undefined
    const arrived: Arrived = { door: 'x', gateway, messageId: messageIdOf(item), sender, body: { item } }
    await keepArrival(deps, arrived, now)
  }
}
