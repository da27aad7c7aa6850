import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { seal } from '../../../platform/seal.ts'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { testKeeper, testKeyPair } from '../../../testing/test-deps.ts'

/** What was asked of a gateway: where, with which headers, and the body as it came. */
export type Ask = { method: string; url: URL; headers: IncomingMessage['headers']; body: string }

/** An HTTP gateway on this machine, as its own servers would answer. */
export type PeerGateway = {
  url: string
  asked: Ask[]
  /** How it answers next, and from then on; `silent` reads and never answers, `breaks` ends the line after it has read. */
  answers: { status: number; body?: unknown } | 'silent' | 'breaks'
  /** Answers whoever waits since it was silent. */
  release(status: number, body?: unknown): void
  stop(): Promise<void>
}

export async function startGateway(answers: PeerGateway['answers']): Promise<PeerGateway> {
  const waiting: ServerResponse[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', headers } = request
      const url = new URL(request.url ?? '', 'http://gateway.test')
      gateway.asked.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') })
      if (gateway.answers === 'silent') return void waiting.push(response)
      if (gateway.answers === 'breaks') return void request.socket.destroy()
      say(response, gateway.answers.status, gateway.answers.body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const gateway: PeerGateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    answers,
    release: (status, body) => waiting.splice(0).forEach((response) => say(response, status, body)),
    async stop() {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  onTestFinished(() => gateway.stop())
  return gateway
}

function say(response: ServerResponse, status: number, body?: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body))
}

/** With what the gateways of a test sign, and what they are signed in with. */
export const gatewaySecret = 'rahasia-gerbang'

const signing = ['twilio', 'vonage']

/** The row of a gateway that leads there. */
export async function addHttpGateway(db: TestDatabase, kind: string, { url }: Pick<PeerGateway, 'url'>, more = {}) {
  const id = randomUUID()
  await db.owner
    .insertInto('identity.gateway')
    .values({
      id,
      name: kind,
      kind,
      url,
      username: 'lapor',
      sealed_password: seal(testKeyPair.publicKey, gatewaySecret),
      hook_secret: signing.includes(kind) ? testKeeper.sealWords(id, gatewaySecret) : null,
      changed_at: new Date(),
      ...more,
    })
    .execute()
}
