import { createHmac, randomBytes } from 'node:crypto'
import { BlockList, isIP, isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Made anew at every start: what limits attempts cannot be joined with anything that is kept. */
const secret = randomBytes(32)

const nearby = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  nearby.addSubnet(network, bits)
nearby.addAddress('::1', 'ipv6')
nearby.addSubnet('fc00::', 7, 'ipv6')

/**
 * From where a request comes, as a pseudonym that lives in memory alone. A proxy on this machine or in the private network is
 * believed about the last hop that it names in X-Forwarded-For; nobody else is. Of IPv6 the network of one household (/64) counts.
 */
export function clientAddress(c: Context): string {
  return createHmac('sha256', secret)
    .update(network(remoteAddress(c)))
    .digest('base64url')
    .slice(0, 22)
}

function remoteAddress(c: Context): string {
  const direct = plain(connectionAddress(c))
  const named = plain(c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '')
  return isNearby(direct) && isIP(named) ? named : direct
}

/** Empty when there is no connection, as in a test that asks the application itself. */
function connectionAddress(c: Context): string {
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
}

function isNearby(address: string): boolean {
  return isIP(address) ? nearby.check(address, isIPv6(address) ? 'ipv6' : 'ipv4') : true
}

/** IPv4 in IPv6's clothes is IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

function network(address: string): string {
  if (!isIPv6(address)) return address
  const shortest = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const [head = '', tail = ''] = shortest.split('::')
  const [first, last] = [head, tail].map((part) => (part ? part.split(':') : [])) as [string[], string[]]
  const zeros = shortest.includes('::') ? Array<string>(8 - first.length - last.length).fill('0') : []
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}
