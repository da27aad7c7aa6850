import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type pg from 'pg'
import { root } from '../platform/root.ts'
import { randomId } from '../platform/uuid.ts'
import { type AskedAgain, makeHttpClient } from './http-client.ts'
import type { AtEnd } from './site.ts'

/** What no program of ours could be faster than, measured beside it. */
export type Limit = () => Promise<void>

/** One INSERT and its commit, on whichever of the pool's connections is free. */
export async function insertLimit(owner: pg.Pool): Promise<Limit> {
  await owner.query('create schema if not exists bench')
  await owner.query('create table if not exists bench.probe (id uuid primary key, words text not null)')
  const words = 'Lampu jalan padam sejak tiga hari, anak-anak takut lewat sepulang mengaji. '.repeat(3)
  return async () => {
    await owner.query({
      name: 'probe',
      text: 'insert into bench.probe (id, words) values ($1, $2)',
      values: [randomId(), words],
    })
  }
}

/** A public report by its primary key, over node's own driver. */
export function selectLimit(reader: pg.Pool, anyId: () => string): Limit {
  return async () => {
    const { rowCount } = await reader.query({
      name: 'one',
      text: 'select * from publication.report where tracking_id = $1',
      values: [anyId()],
    })
    if (rowCount !== 1) throw new Error('the report to read is not there')
  }
}

/** These bytes from bare node:http, in a process of its own as the product's are. */
export async function bytesLimit(bytes: Buffer, askedAgain: AskedAgain, atEnd: AtEnd): Promise<Limit> {
  const child = fork(join(root, 'dist', 'bench-limit.js'), { execArgv: [] })
  atEnd(() => child.kill())
  child.send(bytes.toString('base64'))
  const [port] = await once(child, 'message')
  const client = makeHttpClient(`http://127.0.0.1:${port}`, askedAgain)
  atEnd(() => client.close())
  return async () => {
    const { body } = await client.get('/')
    if (body.length !== bytes.length) throw new Error('the bytes came back cut')
  }
}
