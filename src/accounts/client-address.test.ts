import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

/** The pseudonym of a request over a connection from `address`. */
async function pseudonym(address: string, forwarded?: string): Promise<string> {
  const site = new Hono().get('/', (c) => c.text(clientAddress(c)))
  const headers = forwarded === undefined ? undefined : { 'x-forwarded-for': forwarded }
  const incoming = { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } }
  return (await site.request('/', { headers }, { incoming })).text()
}

test('an address is known again but not readable', async () => {
  expect(await pseudonym('36.68.1.1')).toMatch(/^[\w-]{22}$/)
  expect(await pseudonym('36.68.1.1')).toBe(await pseudonym('::ffff:36.68.1.1'))
  expect(await pseudonym('36.68.1.1')).not.toBe(await pseudonym('36.68.1.2'))
})

test('only a proxy nearby is believed, and only about the last hop', async () => {
  const visitor = await pseudonym('36.68.1.1')
  expect(await pseudonym('127.0.0.1', '9.9.9.9, 36.68.1.1')).toBe(visitor)
  expect(await pseudonym('10.1.2.3', '36.68.1.1')).toBe(visitor)
  expect(await pseudonym('36.68.1.1', '9.9.9.9')).toBe(visitor)
  expect(await pseudonym('127.0.0.1', 'siapa')).toBe(await pseudonym('127.0.0.1'))
})

test('a household with IPv6 counts as one', async () => {
  const household = await pseudonym('2001:448a:2020:1:aaaa::1')
  expect(await pseudonym('2001:448a:2020:1:bbbb:1:2:3')).toBe(household)
  expect(await pseudonym('2001:448a:2020:0001::9')).toBe(household)
  expect(await pseudonym('2001:448a:2020:2::1')).not.toBe(household)
  expect(await pseudonym('fe80::1%eth0')).toBe(await pseudonym('fe80::2'))
})
