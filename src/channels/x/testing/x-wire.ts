/** What a person types, as X hands it out: links short, media as a link at the end, a long post cut. */

const longest = 280
const typedLink = /(?:https?:\/\/|www\.)\S+|(?<![\w.@/])(?:lapor\.go\.id)\b\S*/gi

type Url = { url: string; expanded_url: string; display_url: string; media_key?: string }

/** @param shown where X shows what is attached, and under which key */
export function onTheWire(id: string, typed: string, shown?: { address: string; key: string }) {
  const urls: Url[] = []
  const shorten = (expanded_url: string, media_key?: string) => {
    const url = `https://t.co/${urls.length}x${id}`
    urls.push({ url, expanded_url, display_url: expanded_url.slice(0, 26), ...(media_key && { media_key }) })
    return url
  }
  const words = typed.replace(typedLink, (link) => shorten(/^https?:/i.test(link) ? link : `http://${link}`))
  const text = shown ? `${words} ${shorten(shown.address, shown.key)}` : words
  const whole = { text, entities: { ...entitiesOf(text), urls } }
  if (text.length <= longest) return whole
  const cut = text.slice(0, longest - 30)
  const more = `https://t.co/more${id}`
  const start = urls.filter(({ url }) => cut.includes(url))
  return {
    text: `${cut}… ${more}`,
    entities: {
      ...entitiesOf(cut),
      urls: [...start, { url: more, expanded_url: `https://x.com/i/web/status/${id}`, display_url: 'x.com/i/web' }],
    },
    note_tweet: whole,
  }
}

function entitiesOf(text: string) {
  const mentions = [...text.matchAll(/@(\w{1,15})/g)].map(([, username]) => ({ username }))
  const hashtags = [...text.matchAll(/#([\p{L}\p{N}_]+)/gu)].map(([, tag]) => ({ tag }))
  return { mentions, hashtags }
}

/** Without being asked X tells no more of a post or message than this. */
const always = ['id', 'text', 'edit_history_tweet_ids', 'event_type']

/** Of a post or message what the call asked for. */
export function asAsked(item: Record<string, unknown>, fields: string | null): Record<string, unknown> {
  const asked = new Set([...always, ...(fields ?? '').split(',')])
  return Object.fromEntries(Object.entries(item).filter(([name]) => asked.has(name)))
}
