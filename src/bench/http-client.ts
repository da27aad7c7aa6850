import { Agent, request } from 'node:http'

export type Answer = { status: number; body: Buffer }

export type HttpClient = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body: string, headers: Record<string, string>): Promise<Answer>
  close(): void
}

/** How often something had to be asked a second time; the time of both counts as that of one. */
export type AskedAgain = { count: number }

type Question = { method: string; path: string; headers: Record<string, string>; body?: string }

/**
 * Plain HTTP to one address over connections that stay open, at most `connections` of them. A server closes a connection on which
 * nothing was asked for some seconds (node: 5). While something else is measured, or the machine is short of time, it may do so before
 * we have heard of it: what was asked there is then asked once more on a new connection, and counted. A filing has its idempotency key.
 */
export function makeHttpClient(url: string, askedAgain: AskedAgain, connections = 16): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' })
  const { hostname, port } = new URL(url)
  const ask = ({ body, ...question }: Question, kept: Agent | false) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ agent: kept, hostname, port, ...question }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }))
        answer.on('error', reject)
      })
      asked.on('error', (error: NodeJS.ErrnoException) => {
        if (!asked.reusedSocket || !hungUp(error)) return reject(error)
        askedAgain.count++
        ask({ body, ...question }, false).then(resolve, reject)
      })
      asked.end(body)
    })
  return {
    get: (path, headers = {}) => ask({ method: 'GET', path, headers }, agent),
    post: (path, body, headers) => {
      const length = { 'content-length': String(Buffer.byteLength(body)) }
      return ask({ method: 'POST', path, headers: { ...headers, ...length }, body }, agent)
    },
    close: () => agent.destroy(),
  }
}

/** On a connection that was closed before the question arrived there. */
function hungUp({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE'
}
