import { rawFields } from '../parts/raw-fields.ts'
import { readJson } from '../parts/read-json.ts'

/** What a gateway sent us, whichever way. */
export type Post = {
  /** The address as the gateway knows it. */
  url: string
  authorization: string
  twilioSignature: string
  bytes: Buffer
  isJson: boolean
  /** Of the query and of a posted form, as text; of a field that comes twice the first one. */
  query: Record<string, string>
  form: Record<string, string>
}

/** @param baseUrl the public address, for before a proxy the gateway's own signature holds and not what the proxy says */
export function readPost(request: Request, bytes: Uint8Array, baseUrl: string): Post {
  const { pathname, search } = new URL(request.url)
  const isJson = /\bjson\b/i.test(request.headers.get('content-type') ?? '')
  return {
    url: `${baseUrl}${pathname}${search}`,
    authorization: request.headers.get('authorization') ?? '',
    twilioSignature: request.headers.get('x-twilio-signature') ?? '',
    bytes: Buffer.from(bytes),
    isJson,
    query: texts(search),
    form: isJson ? {} : texts(bytes),
  }
}

/** What is said, for the mapping: JSON as parsed, else the fields. What cannot be parsed is what it is: text. */
export function saidIn({ bytes, isJson, form, query }: Post): unknown {
  if (!isJson) return Object.keys(form).length > 0 ? form : query
  const text = bytes.toString('utf8')
  const read = readJson(text)
  return read === undefined ? text : read
}

function texts(fields: string | Uint8Array): Record<string, string> {
  return Object.fromEntries([...rawFields(fields)].map(([name, octets]) => [name, octets.toString('utf8')]))
}
