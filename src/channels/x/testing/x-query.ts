import type { Kept } from './x-server.ts'
import type { Someone } from './x-people.ts'

type Test = (post: Kept) => boolean
type Entities = {
  mentions?: { username: string }[]
  hashtags?: { tag: string }[]
  urls?: { expanded_url: string }[]
}

/** X's own language of queries, as far as we speak it: words beside each other, OR, brackets, and a minus for "not". */
export function matches(query: string, post: Kept, people: ReadonlyMap<string, Someone>): boolean {
  const tokens = query.match(/[()]|(?:[^\s()"]|"[^"]*")+/g) ?? []
  const found = either()(post)
  if (tokens.length > 0) throw new Error(`X does not understand: ${tokens.join(' ')}`)
  return found

  function either(): Test {
    const ways = [all()]
    while (tokens[0] === 'OR') {
      tokens.shift()
      ways.push(all())
    }
    return (one) => ways.some((way) => way(one))
  }

  function all(): Test {
    const tests: Test[] = []
    while (tokens.length > 0 && tokens[0] !== 'OR' && tokens[0] !== ')') tests.push(one(tokens.shift() ?? ''))
    return (post) => tests.every((test) => test(post))
  }

  function one(token: string): Test {
    if (token === '(') {
      const inside = either()
      tokens.shift()
      return inside
    }
    if (!token.startsWith('-')) return operator(token, people)
    const not = operator(token.slice(1), people)
    return (post) => !not(post)
  }
}

/** Of a long post all of it is searched. */
function operator(token: string, people: ReadonlyMap<string, Someone>): Test {
  const [, name = '', value = ''] = /^(\w+:|[@#])"?([^"]*)"?$/.exec(token) ?? []
  const wanted = value.toLowerCase()
  const same = (said: string) => said.toLowerCase() === wanted
  const isOne = (id: unknown) => id === value || same(people.get(String(id))?.username ?? '')
  const inside = (post: Kept): Entities[] =>
    [post['entities'], (post['note_tweet'] as { entities?: Entities } | undefined)?.entities].map((some) => some ?? {})
  switch (name) {
    case '@':
      return (post) => inside(post).some(({ mentions = [] }) => mentions.some(({ username }) => same(username)))
    case '#':
      return (post) => inside(post).some(({ hashtags = [] }) => hashtags.some(({ tag }) => same(tag)))
    case 'url:':
      return (post) => inside(post).some(({ urls = [] }) => urls.some((url) => url.expanded_url.includes(wanted)))
    case 'is:':
      return (post) =>
        ((post['referenced_tweets'] ?? []) as { type: string }[]).some(({ type }) => type === `${wanted}ed`)
    case 'from:':
      return ({ author_id }) => isOne(author_id)
    case 'to:':
      return ({ in_reply_to_user_id: to }) => isOne(to)
    case 'conversation_id:':
      return ({ conversation_id: id }) => id === value
    case '':
      return ({ typed }) => typed.toLowerCase().includes(token.toLowerCase())
    default:
      throw new Error(`X does not understand: ${token}`)
  }
}
