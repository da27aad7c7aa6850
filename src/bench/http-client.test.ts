import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type HttpClient, makeHttpClient } from './http-client.ts'

const endings: (() => void)[] = []

afterEach(() => {
  for (const end of endings.splice(0)) end()
})

async function against(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const askedAgain = { count: 0 }
  const client = makeHttpClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, askedAgain)
  endings.push(client.close, () => server.close())
  return { client, askedAgain }
}

/** Hangs up on whoever asks a second time on the same connection, as a server does that has just closed an idle one. */
function hangingUpOnTheIdle(): { answer: RequestListener; bodies: string[] } {
  const known = new WeakSet<Socket>()
  const bodies: string[] = []
  const answer: RequestListener = async (asked, said) => {
    if (known.has(asked.socket)) return void asked.socket.destroy()
    known.add(asked.socket)
    bodies.push(Buffer.concat(await asked.toArray()).toString())
    said.end('ya')
  }
  return { answer, bodies }
}

const inTurn = async (client: HttpClient, times: number) => {
  for (let n = 0; n < times; n++) expect((await client.post('/', `kata ${n}`, {})).body.toString()).toBe('ya')
}

test('what is asked on an idle connection that the server had closed is asked once more on a new one, and counted', async () => {
  const { answer, bodies } = hangingUpOnTheIdle()
  const { client, askedAgain } = await against(answer)
  await inTurn(client, 4)
  expect(bodies).toEqual(['kata 0', 'kata 1', 'kata 2', 'kata 3'])
  expect(askedAgain.count).toBe(2)
})

test('a server that hangs up on a new connection is a failure, and no figure', async () => {
  const { client, askedAgain } = await against((asked) => asked.socket.destroy())
  await expect(client.get('/')).rejects.toThrow('socket hang up')
  expect(askedAgain.count).toBe(0)
})

test('a connection that stays open is asked again and again, and nothing is counted', async () => {
  const sockets = new Set<Socket>()
  const { client, askedAgain } = await against((asked, said) => {
    sockets.add(asked.socket)
    said.end('ya')
  })
  await inTurn(client, 5)
  expect([sockets.size, askedAgain.count]).toEqual([1, 0])
})
