import type { Point } from '../../report/point.ts'

/** What somebody wrote in public, as X showed it to us; the same whichever way it came. Ids are decimal numbers, as text. */
export type Post = {
  kind: 'post'
  id: string
  authorId: string
  /** Without @. */
  handle?: string
  /** How its author introduces themselves: name and description. */
  speaker?: string
  isProtected?: boolean
  text: string
  conversationId?: string
  /** The post that it answers. */
  repliesTo?: string
  /** What that says, where its author wrote it too; how much is attached to it. */
  above?: { text: string; unshown: number }
  isRetweet: boolean
  isQuote: boolean
  /** Handles without @, hashtags without #. */
  mentions: string[]
  hashtags: string[]
  pictures: string[]
  /** How many videos, and what else we cannot take, are attached. */
  unshown?: number
  point?: Point
  place?: string
  /** Ids of this post before it was edited. */
  earlier: string[]
}

/** Whether something is attached, taken or not. */
export function showsSomething({ pictures, unshown = 0 }: Pick<Post, 'pictures' | 'unshown'>): boolean {
  return pictures.length + unshown > 0
}

/** What somebody wrote to us alone. */
export type Direct = {
  kind: 'direct'
  id: string
  senderId: string
  handle?: string
  text: string
  pictures: string[]
  unshown?: number
}

/** Its author took a post back. */
export type Gone = { kind: 'gone'; postId: string; authorId?: string }

/** Its author lets only followers read from now on. */
export type Shut = { kind: 'shut'; postId: string }

/** Whatever X sent that we cannot read. */
export type Unread = { kind: 'unread'; raw: string }

export type Item = Post | Direct | Gone | Shut | Unread

/** The installation's own account of X. */
export type Us = { userId: string; handle: string }
