import { Agent, request } from 'node:http'

export type Answer = { status: number; body: Buffer }

export type HttpClient = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body: string, headers: Record<string, string>): Promise<Answer>
  close(): void
}

/** Plain HTTP to one address over connections that stay open, at most `connections` of them. */
export function makeHttpClient(url: string, connections = 16): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' })
  const { hostname, port } = new URL(url)
  const ask = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ agent, hostname, port, method, path, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }))
        answer.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(body)
    })
  return {
    get: (path, headers = {}) => ask('GET', path, headers),
    post: (path, body, headers) =>
      ask('POST', path, { ...headers, 'content-length': String(Buffer.byteLength(body)) }, body),
    close: () => agent.destroy(),
  }
}
