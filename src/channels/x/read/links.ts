import { wordsIn } from '../../../ui/words/index.ts'
import type { Link } from './v2.ts'

/** Where X shows what is attached to a post. */
const media = /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/\w+\/status\/\d+\/(?:photo|video)\/\d+/i

/** Somebody's page or post: the address names them. */
const ofSomebody = /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/(\w+)/i

const short = /https:\/\/t\.co\/\w+/g

/**
 * The words with the addresses that were typed, where X shows short ones: a map says where. Those that stand for what is attached go; one that
 * X does not explain stays as it is, unless it stands last and something is attached. An address that leads to its author is said and not
 * shown: they may ask that nobody learns who they are.
 * @param author handle of who wrote; while it is unknown, every page of X may be theirs
 */
export function withLinks(
  text: string,
  links: readonly Link[],
  { author, isAttached }: { author: string | undefined; isAttached: boolean },
): string {
  const known = new Map(links.map((link) => [link.url, link]))
  const words = text.replace(short, (url) => {
    const link = known.get(url)
    if (!link) return url
    if (link.media_key || !link.expanded_url || media.test(link.expanded_url)) return ' '
    return leadsTo(link.expanded_url, author) ? wordsIn('id').x_own_link : asX(link.expanded_url)
  })
  return isAttached ? words.replace(/\s*https:\/\/t\.co\/\w+\s*$/, '') : words
}

function leadsTo(address: string, author: string | undefined): boolean {
  const name = ofSomebody.exec(address)?.[1]?.toLowerCase()
  return name !== undefined && (author === undefined || name === 'i' || name === author.toLowerCase())
}

/** As X has it among words: three signs are escaped. */
function asX(address: string): string {
  return address.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
