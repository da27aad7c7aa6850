import { asTyped } from '../as-typed.ts'
import type { Post, Us } from '../post.ts'

/** Hashtags by which people call us; the whole tag, without #. */
const tags = new Set(['lapor1708', 'lapor', 'laporgoid', 'lapor_go_id'])

/** Whether a post speaks to us: by our name, by one of our hashtags, or by the address of the site. */
export function speaksToUs(
  { mentions, hashtags, text }: Pick<Post, 'mentions' | 'hashtags' | 'text'>,
  us: Us,
): boolean {
  return (
    mentions.some((handle) => handle.toLowerCase() === us.handle.toLowerCase()) ||
    hashtags.some((tag) => tags.has(tag.toLowerCase())) ||
    /(?:^|[^\w.])(?:www\.)?lapor\.go\.id\b/i.test(text)
  )
}

/** The same of a post and of what it goes on from. */
export function wholeSaid({ text, above }: Pick<Post, 'text'> & Partial<Pick<Post, 'above'>>, us: Us): string {
  return [above?.text ?? '', text]
    .map((one) => wordsSaid(one, us))
    .filter(Boolean)
    .join('\n')
}

/** What was said, without calling us, its signs as they were typed. */
export function wordsSaid(text: string, us: Us): string {
  const ours = new RegExp(`(?:@${us.handle}|#(?:${[...tags].join('|')}))(?![\\p{L}\\p{N}_])`, 'giu')
  return asTyped(text)
    .replace(ours, ' ')
    .replace(/^(?:\s*@\w{1,15}(?=\s))+/, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/^[\s:;,.-]+/, '')
    .trim()
}
