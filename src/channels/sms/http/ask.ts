import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { readJson } from '../parts/read-json.ts'

/** What is asked of a gateway. */
export type Asked = { url: URL; method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string }

/** `body`: JSON as parsed; undefined when it is none. */
export type Answer = { status: number; body: unknown }

/**
 * `no connection`: nothing was sent. `no answer`: it was, and it may have been done; `late` tells, should the answer come yet.
 */
export type Heard =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'no connection' }
  | { kind: 'no answer'; late: Promise<Answer | undefined> }

export type AskTimes = {
  /** For the connection, TLS included. */
  connectMs: number
  /** For the answer, from the beginning on. */
  answerMs: number
  /** A late answer is waited for so long, from the beginning on. */
  lateMs: number
}

/** Longer answers than this are not read to the end. */
const maxOctets = 64 * 1024

/** Session tickets spare half of a handshake; a line that was kept might be dead, and then nobody would know what left. */
const agents = { 'http:': new http.Agent({ keepAlive: false }), 'https:': new https.Agent({ keepAlive: false }) }

/** Asks once, on a line of its own. Never throws, follows no redirect; nothing of the answer but status and JSON is kept. */
export function ask({ url, method = 'GET', headers, body }: Asked, times: AskTimes): Promise<Heard> {
  const heard = Promise.withResolvers<Heard>()
  const late = Promise.withResolvers<Answer | undefined>()
  const isTls = url.protocol === 'https:'
  const agent = agents[isTls ? 'https:' : 'http:']
  const request = (isTls ? https : http).request(url, { method, headers, agent })
  let isConnected = false
  let isAnswered = false
  const lost = () => {
    late.resolve(undefined)
    heard.resolve(isConnected ? { kind: 'no answer', late: late.promise } : { kind: 'no connection' })
  }
  const timers = [
    setTimeout(() => isConnected || request.destroy(), times.connectMs),
    setTimeout(() => heard.resolve({ kind: 'no answer', late: late.promise }), times.answerMs),
    setTimeout(() => request.destroy(), times.lateMs).unref(),
  ]
  request.once('socket', (socket) => socket.once(isTls ? 'secureConnect' : 'connect', () => (isConnected = true)))
  request.on('error', lost)
  request.once('close', () => {
    if (!isAnswered) lost()
    for (const timer of timers) clearTimeout(timer)
  })
  request.once('response', (response) => {
    isAnswered = true
    readAnswer(response).then((answer) => {
      late.resolve(answer)
      heard.resolve({ kind: 'answer', answer })
    }, lost)
  })
  request.end(body)
  return heard.promise
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const status = response.statusCode ?? 0
  const chunks: Buffer[] = []
  let octets = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    octets += chunk.length
    if (octets > maxOctets) return { status, body: undefined }
    chunks.push(chunk)
  }
  return { status, body: readJson(Buffer.concat(chunks).toString('utf8')) }
}
