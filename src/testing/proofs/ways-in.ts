import { vi } from 'vitest'
import type { makeApp } from '../../app.tsx'
import { makeDirectory } from '../../agencies/directory.ts'
import { compose } from '../../channels/email/testing/compose.ts'
import { type Dovecot, hasDovecot, startDovecot } from '../../channels/email/testing/dovecot.ts'
import { mailWorld, ourAddress } from '../../channels/email/testing/mail-world.ts'
import { watchBoxes } from '../../channels/email/imap/watch-boxes.ts'
import { writeReports } from '../../channels/import/write-reports.ts'
import { holdBinds } from '../../channels/sms/smpp/binds.ts'
import { signedGateways, signedKinds } from '../../channels/sms/testing/signed-posts.ts'
import { addSmppGateway } from '../../channels/sms/testing/smpp-world.ts'
import { smsWorld } from '../../channels/sms/testing/sms-world.ts'
import { startSmsc } from '../../channels/sms/testing/smsc.ts'
import { readAccount } from '../../channels/x/api/account.ts'
import { catchUp } from '../../channels/x/listen.ts'
import { xWorld } from '../../channels/x/testing/x-world.ts'
import type { Door } from '../../report/doors.ts'
import { fitSms } from '../../platform/gsm/fit-sms.ts'
import type { Log } from '../../platform/log.ts'
import { seal } from '../../platform/seal.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { makeRules } from '../../report/rules.ts'
import { aWednesday, testKeeper, testKeyPair, testKeys } from '../test-deps.ts'

/** Who writes, in each of the forms in which a door knows them, and what. `phone`: 0812…; `asks`: ANONIM, RAHASIA or nothing. */
export type Written = { asks: string; words: string; phone: string; handle: string; address: string; name: string }

/** A way by which messages come: which ledger counts them, how one is brought until it is kept, and how all that is kept is understood. */
export type WayIn = {
  name: string
  door: Door | 'import'
  bring(written: Written): Promise<void>
  understand(): Promise<unknown>
}

const soon = { timeout: 20_000, interval: 20 }

/** Every way in but the stream of X, on the wire as it is in the world; through this `app`. Dovecot where it is installed (`npm test` does). */
export async function waysIn(db: TestDatabase, { app, log }: { app: ReturnType<typeof makeApp>; log: Log }) {
  const texter = { fit: fitSms, isOpen: async () => true, send: async () => ({ gateway: 'kannel' }) }
  const sms = await smsWorld(db, { app, log, texter })
  const onX = await xWorld(db, { app, log })
  const mail = await mailWorld(db, { app, log })
  const signed = await signedGateways(db, app)
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc)
  const now = () => aWednesday
  const binds = await holdBinds({ db: db.worker, pair: testKeyPair, keys: testKeys, log, now, followEveryMs: 30 })
  const imap = hasDovecot() ? await watchImap(db, log) : undefined
  const inFull = ({ asks, words }: Written) => `${asks}Jalan ${words} rusak sejak banjir, mohon diperbaiki`
  const international = ({ phone }: Written) => `62${phone.slice(1)}`
  const post = (written: Written) =>
    onX.x.say({ id: written.phone.slice(1), username: written.handle }, `@lapor1708 ${inFull(written)}`)
  const letter = (written: Written) =>
    compose({
      from: `${written.name} <${written.address}>`,
      to: ourAddress,
      subject: `${written.asks}Jalan`,
      text: inFull(written),
    })
  const arrivals = async () => (await db.owner.selectFrom('identity.arrival').select('id').execute()).length

  /** @throws when it is not kept soon */
  async function kept(bring: () => unknown) {
    const before = await arrivals()
    await bring()
    await vi.waitUntil(async () => (await arrivals()) > before, soon)
  }
  async function hooked(status: Promise<number>) {
    const said = await status
    if (said !== 200) throw new Error(`a hook was answered ${said}`)
  }
  let rows = 0
  async function imported({ asks, words, name }: Written) {
    const rules = await makeRules(db.publicDb, testKeeper)()
    const directory = await makeDirectory(db.publicDb)()
    const write = writeReports({ owner: db.owner, rules, directory, keys: testKeys, now: aWednesday })
    const switches = { anonymous: asks === 'ANONIM ', confidential: asks === 'RAHASIA ' }
    const row = {
      sourceLayout: 'uji',
      sourceId: `baris ${++rows}`,
      text: `Jalan ${words} rusak.`,
      reporterName: name,
      oddDates: [],
    }
    await write([{ ...row, ...switches }])
  }

  const bySms = { door: 'sms' as const, understand: () => sms.work() }
  const byX = { door: 'x' as const, understand: () => onX.take() }
  const byMail = { door: 'email' as const, understand: () => mail.work() }
  const all: WayIn[] = [
    { ...bySms, name: 'Kannel', bring: (one) => hooked(sms.hook({ from: international(one), text: inFull(one) })) },
    { ...bySms, name: 'SMPP', bring: (one) => smsc.phone(international(one), inFull(one)) },
    ...signedKinds.map((kind) => ({
      ...bySms,
      name: kind,
      bring: (one: Written) => hooked(signed(kind, international(one), inFull(one))),
    })),
    { ...byMail, name: 'hook for mail', bring: async (one) => hooked(mail.hook(await letter(one))) },
    ...(imap
      ? [{ ...byMail, name: 'IMAP', bring: (one: Written) => kept(async () => imap.deliver(await letter(one))) }]
      : []),
    {
      ...byX,
      name: 'hook for X',
      bring: (one) => {
        const said = post(one)
        return hooked(onX.hook({ data: said, ...onX.x.beside([said]) }))
      },
    },
    {
      ...byX,
      name: 'lists of X',
      bring: async (one) => {
        post(one)
        const account = await readAccount(db.worker, testKeyPair)
        if (account) await catchUp({ ...onX.taking, pause: () => Promise.resolve() }, account)
      },
    },
    { name: 'import', door: 'import', bring: imported, understand: async () => undefined },
  ]
  async function close() {
    await binds.stop()
    await smsc.die()
    await imap?.close()
    await mail.close()
  }
  return { all, close }
}

/** Our mailbox at a real server, read as the worker reads it. */
async function watchImap(db: TestDatabase, log: Log) {
  const dovecot: Dovecot = await startDovecot()
  const { host, port, username, password } = dovecot
  const sealed_password = seal(testKeys.sealTo, password)
  const columns = { host, port, tls: 'none', username, sealed_password, changed_at: new Date() } as const
  await db.owner.updateTable('identity.mailbox').set(columns).where('name', '=', 'kotak').execute()
  const watching = watchBoxes({ db: db.worker, keys: testKeys, pair: testKeyPair, now: () => aWednesday, log })
  return {
    deliver: (raw: Uint8Array) => dovecot.deliver(raw),
    async close() {
      await watching.stop()
      await dovecot.remove()
    },
  }
}
