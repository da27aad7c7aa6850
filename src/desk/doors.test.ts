import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { coordinatorOf, dedi, officerOf } from '../testing/cast.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
const supervisor: Actor = { role: 'supervisor', accountId: randomUUID() }

async function came(outcome: string | null, count: number, reason?: string) {
  const rows = Array.from({ length: count }, () => ({
    id: randomUUID(),
    door: 'sms',
    gateway: 'kannel',
    message_hash: Buffer.concat([Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), Buffer.alloc(16)]),
    sealed: Buffer.from('sealed'),
    arrived_at: aWednesday,
    outcome,
    reason,
    settled_at: outcome && aWednesday,
  }))
  await db.owner.insertInto('identity.arrival').values(rows).execute()
}

/** The page's rows: 'name: figure'. */
const rowsOf = (page: string) =>
  [...page.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th><td[^>]*>([^<]*)<\/td>/g)].map(
    ([, name, figure]) => `${name}: ${figure}`,
  )

test('before anything came the page says so', async () => {
  expect(await deskOf(db, dedi).page('/kelola/pintu')).toContain('Belum ada pesan yang masuk.')
})

test('the desk and supervisors see what came and what became of it, and that both sides are equal', async () => {
  await came('report', 1_200)
  await came('reply', 30)
  await came('command', 4)
  await came('part', 3)
  await came('refused', 2, 'empty')
  await came(null, 5)
  await came('quarantined', 6, 'failed')
  await came('quarantined', 1, 'no_number')
  for (const actor of [dedi, supervisor])
    expect(rowsOf(await deskOf(db, actor).page('/kelola/pintu'))).toEqual([
      'Diterima: 1.251',
      'Menunggu dibaca: 5',
      'Ditanyakan kembali, katanya disimpan: 0',
      'Laporan: 1.200',
      'Balasan: 30',
      'Perintah: 4',
      'Bagian pesan panjang yang menyusul: 3',
      'Perlu dilihat manusia: 7',
      'Ditolak dengan alasan: 2',
      'Selisih: 0',
      'Gagal diolah selama satu jam: 6',
      'Pengirim tidak dapat dibalas; laporannya di Verifikasi: 1',
      'Tanpa kata: 2',
    ])
  expect(await deskOf(db, dedi).page('/en/kelola/pintu')).toContain('For a human to look at')
})

test('the desk is led to where a message lies: what became a report is at verification, not among the messages to look at', async () => {
  const linksOf = async () => {
    const main = (await deskOf(db, dedi).page('/kelola/pintu')).split('<main')[1] ?? ''
    return [...main.matchAll(/href="(\/kelola\/(?:pintu\/perlu-dilihat|verifikasi))"/g)].map(([, to]) => to)
  }
  expect(await linksOf()).toEqual(['/kelola/pintu/perlu-dilihat', '/kelola/verifikasi'])
  await db.owner.updateTable('identity.arrival').set({ reason: 'encrypted' }).where('reason', '=', 'failed').execute()
  expect(await linksOf()).toEqual(['/kelola/verifikasi'])
  await db.owner.updateTable('identity.arrival').set({ reason: 'failed' }).where('reason', '=', 'encrypted').execute()
})

test('a message that is gone from the database is a difference that the desk sees, and so is one that no door brought', async () => {
  const page = () => deskOf(db, dedi).page('/kelola/pintu')
  expect(await page()).not.toContain('Yang diterima tidak sama')
  const one = sql`(select id from identity.arrival where outcome = 'reply' limit 1)`
  await sql`delete from identity.arrival where id = ${one}`.execute(db.owner)
  expect(rowsOf(await page())).toContain('Selisih: 1')
  expect(await page()).toContain('Yang diterima tidak sama')
  await sql`alter table identity.arrival disable trigger count_received`.execute(db.owner)
  await came('reply', 2)
  await sql`alter table identity.arrival enable trigger count_received`.execute(db.owner)
  expect(rowsOf(await page())).toContain('Selisih: -1')
})

test('the desk sees how many SMS wait, and why', async () => {
  const waiting = (held: 'quiet' | 'budget', state = 'queued') => ({
    id: randomUUID(),
    dedupe: randomUUID(),
    channel: 'sms',
    template: 'progress',
    sealed_to: Buffer.from('sealed'),
    state,
    held,
    created_at: aWednesday,
  })
  await db.owner
    .insertInto('identity.message')
    .values([waiting('quiet'), waiting('quiet'), waiting('budget'), waiting('quiet', 'dead')])
    .execute()
  expect(rowsOf(await deskOf(db, dedi).page('/kelola/pintu')).slice(-2)).toEqual([
    'Batas harian satu nomor: berangkat besok pagi: 1',
    'Malam: berangkat pukul 07.00 setempat: 2',
  ])
})

test('for every other desk the page does not exist, and is in no bar', async () => {
  for (const actor of [coordinatorOf(), officerOf(), { role: 'operator', accountId: randomUUID() } as const])
    expect((await deskOf(db, actor).get('/kelola/pintu')).status).toBe(404)
  expect(await deskOf(db, dedi).page('/kelola/verifikasi')).toContain('href="/kelola/pintu"')
  expect(await deskOf(db, coordinatorOf()).page('/kelola/antrian')).not.toContain('/kelola/pintu')
})

test('the desk sees how every connection to an operator is, and what became of our SMS', async () => {
  const gateway = (name: string) => ({
    id: randomUUID(),
    name,
    kind: 'smpp',
    bind: 'transceiver',
    url: 'smpp://smsc.test:2775',
    username: 'lapor',
    sealed_password: Buffer.from('sealed'),
    changed_at: aWednesday,
  })
  const [indosat, telkomsel, three] = [gateway('indosat'), gateway('telkomsel'), gateway('three')]
  await db.owner.insertInto('identity.gateway').values([indosat, telkomsel, three]).execute()
  const line = { line: 'transceiver', since: aWednesday, seen_at: aWednesday }
  await db.owner
    .insertInto('identity.gateway_state')
    .values([
      { ...line, gateway_id: indosat.id, state: 'down', reason: 'econnrefused' },
      { ...line, gateway_id: telkomsel.id, state: 'bound' },
      { ...line, gateway_id: three.id, state: 'bound', seen_at: new Date(aWednesday.getTime() - 60_000) },
    ])
    .execute()
  const left = (delivery: string) => ({
    id: randomUUID(),
    dedupe: randomUUID(),
    channel: 'sms',
    template: 'progress',
    sealed_to: Buffer.from('sealed'),
    state: 'sent',
    created_at: aWednesday,
    gateway: 'telkomsel',
    delivery,
  })
  await db.owner
    .insertInto('identity.message')
    .values([left('delivered'), left('delivered'), left('undeliverable')])
    .execute()
  const page = await deskOf(db, dedi).page('/kelola/pintu')
  const rows = [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row.replace(/<\/t[hd]>/g, ' | ').replace(/<[^>]*>/g, ''),
  )
  const since = '14 Januari 2026, 08.00 WIB'
  expect(rows).toContain(`indosat (dua arah) | Terputus: econnrefused | ${since} | `)
  expect(rows).toContain(`telkomsel (dua arah) | Tersambung | ${since} | `)
  expect(rows.join()).toContain('three (dua arah) | Tidak dipegang')
  expect(rows).toContain('telkomsel | Sampai di telepon | 2 | ')
  expect(rows).toContain('telkomsel | Tidak dapat disampaikan | 1 | ')
})

test('a mailbox that cannot be read is said, with since when and why', async () => {
  expect(await deskOf(db, dedi).page('/kelola/pintu')).not.toContain('Kotak surat')
  await db.owner
    .insertInto('identity.mailbox')
    .values({
      id: randomUUID(),
      name: 'utama',
      address: 'lapor@lapor.test',
      host: 'imap.lapor.test',
      port: 993,
      tls: 'tls',
      username: 'lapor',
      sealed_password: Buffer.from('sealed'),
      changed_at: aWednesday,
      state: 'down',
      since: aWednesday,
      last_error: 'sign-in refused',
    })
    .execute()
  const page = await deskOf(db, dedi).page('/kelola/pintu')
  expect(page).toContain('Tidak terbaca: sign-in refused')
  expect(page).not.toMatch(/imap\.lapor\.test|lapor@lapor\.test/)
})
