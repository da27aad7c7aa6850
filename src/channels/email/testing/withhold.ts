import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** An IMAP server in front of another one. `withholds`: it says nothing of the next mail that is fetched, until told otherwise. */
export type Withholding = { port: number; withholds: boolean; stop(): Promise<void> }

/** Passes on what is said to the server at `port`; of one mail it asks for a number instead that is not there. */
export async function startWithholding(port: number): Promise<Withholding> {
  const open = new Set<Socket>()
  let uid: string | undefined
  const server = createServer((client) => {
    const there = connect(port, '127.0.0.1')
    for (const one of [client, there]) {
      open.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        client.destroy()
        there.destroy()
        open.delete(one)
      })
    }
    there.pipe(client)
    client.on('data', (said) =>
      there.write(
        said.toString('latin1').replace(/UID FETCH (\d+) /, (asked, of: string) => {
          if (!between.withholds) return asked
          uid ??= of
          return uid === of ? 'UID FETCH 4000000000 ' : asked
        }),
        'latin1',
      ),
    )
  })
  const between = {
    port: 0,
    withholds: true,
    async stop() {
      for (const one of open) one.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  between.port = (server.address() as AddressInfo).port
  return between
}
