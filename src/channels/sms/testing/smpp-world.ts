import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { makeLog } from '../../../platform/log.ts'
import { seal } from '../../../platform/seal.ts'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { testKeyPair, testKeys } from '../../../testing/test-deps.ts'
import type { BindTimes } from '../smpp/bind.ts'
import { holdBinds } from '../smpp/binds.ts'
import type { Smsc } from './smsc.ts'

/** Everything a hundred times as fast as with an operator. */
const quickTimes: Partial<BindTimes> = {
  enquireEveryMs: 60,
  patienceMs: 300,
  waitMs: 500,
  answerMs: 300,
  againMs: [20, 100],
}

type Row = Partial<{
  name: string
  bind: string
  url: string
  window_size: number
  per_second: number
  prefixes: string[]
  authority: string
  username: string
  password: string
}>

/** The row of a gateway of kind smpp that leads to this message centre. */
export async function addSmppGateway(db: TestDatabase, smsc: Smsc, { password = smsc.password, ...row }: Row = {}) {
  const gateway = {
    id: randomUUID(),
    name: 'telkomsel',
    kind: 'smpp',
    url: `smpp://127.0.0.1:${smsc.port}`,
    username: smsc.systemId,
    sealed_password: seal(testKeyPair.publicKey, password),
    bind: 'transceiver',
    changed_at: new Date(),
    ...row,
  }
  await db.owner.insertInto('identity.gateway').values(gateway).execute()
  return gateway.name
}

/** All rows of the database held until the test ends. */
export async function heldBinds(db: TestDatabase, times: Partial<BindTimes> = {}, now = () => new Date()) {
  const log = makeLog({ logLevel: 'silent' }, 'test')
  const binds = await holdBinds({
    db: db.worker,
    pair: testKeyPair,
    keys: testKeys,
    log,
    now,
    times: { ...quickTimes, ...times },
    followEveryMs: 30,
  })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= binds.stop())
  onTestFinished(stop)
  return { ...binds, stop }
}
