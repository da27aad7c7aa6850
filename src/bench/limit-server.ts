import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The limit of a page: its bytes from bare node:http, in a process of its own. The launcher sends the bytes and is told
// the port; it ends with its launcher.

const server = createServer((_asked, answer) => {
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length })
  answer.end(bytes)
})
let bytes: Buffer = Buffer.alloc(0)

process.on('disconnect', () => process.exit())
process.once('message', (base64: string) => {
  bytes = Buffer.from(base64, 'base64')
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
