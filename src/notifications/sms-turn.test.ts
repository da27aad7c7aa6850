import { beforeEach, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { blindIndex } from '../accounts/contact.ts'
import { keepArrival } from '../channels/arrivals/keep-arrival.ts'
import { testTexter } from '../channels/sms/testing/test-texter.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { testKeys, testOpener } from '../testing/test-deps.ts'
import { ChannelFailed } from './channel-failed.ts'
import { queueMessages } from './queue-messages.ts'
import { sendSms } from './send-sms.ts'
import type { SmsAnswer, Template } from './table.ts'
import { tellDeps } from './testing/post-office.ts'
import { callAnswers } from './wrote-just-now.ts'

// One number hears one SMS after the other: news by day and no more than a day's measure, answers at once.

const db = await testDatabase()
const kept = testTexter(db, { production: false })
const clock = { now: new Date() }
const heard: string[] = []
let isAway = false
let whileSending = async () => {}
const deps = tellDeps(db, {
  now: () => clock.now,
  texter: {
    ...kept,
    async send(to, text, sms) {
      await whileSending()
      if (isAway) throw new ChannelFailed('SMS gateway away')
      heard.push(text.split(' ').slice(1, 4).join(' '))
      return kept.send(to, text, sms)
    },
  },
})

const noonInKupang = new Date('2026-01-14T04:00:00Z')
const tenAtNight = new Date('2026-01-14T14:00:00Z')
const sevenInKupang = new Date('2026-01-14T23:00:00Z')
let report: Made
let phones = 0
let phone = ''

beforeEach(async () => {
  await sql`truncate casework.outbox, identity.message, identity.sms_stop`.execute(db.owner)
  report = await aReport(db, { stage: 'forwarded' })
  phone = `+62812999${String(++phones).padStart(5, '0')}`
  clock.now = noonInKupang
  heard.length = 0
  isAway = false
  whileSending = async () => {}
})

const indexOf = (number: string) => blindIndex(testKeys.indexSecret, 'phone', number)

/** @returns the message's id */
async function queue(template: Template | SmsAnswer, address = phone, about = report): Promise<string> {
  const to = { person: 'reporter', reportId: about.id, accountId: null, channel: 'sms', address } as const
  const dedupe = randomUUID()
  await as(db.worker, system, (tx) =>
    queueMessages(tx, testOpener, [{ to: { ...to, toIndex: indexOf(address) }, template, dedupe }], clock.now),
  )
  const row = await db.owner.selectFrom('identity.message').select('id').where('dedupe', '=', dedupe).execute()
  return row[0]?.id ?? ''
}

/** This phone writes, and is about to be answered. */
async function wrote(sent: Date) {
  const arriving = {
    door: 'sms',
    gateway: 'kannel',
    messageId: randomUUID(),
    body: {},
    sender: phone,
    sentAt: sent,
  } as const
  await keepArrival({ db: db.web, keys: testKeys }, arriving, clock.now)
  await as(db.worker, system, (tx) => callAnswers(tx, indexOf(phone), clock.now))
}

/** As the process that holds the gateways does, until nothing is due. */
async function work() {
  for (let looked = 1; looked > 0; ) {
    const lot = await sendSms(deps, 10)
    await lot.settled
    looked = lot.looked
  }
}

async function send(id: string) {
  await (await sendSms(deps, [id])).settled
}

const states = async () => {
  const rows = await db.owner
    .selectFrom('identity.message')
    .select(['template', 'state', 'held', 'last_error'])
    .orderBy('turn')
    .execute()
  return rows.map(({ template, state, held }) => [template, state, held].filter(Boolean).join(' '))
}

function at(now: Date) {
  clock.now = now
}

test('at ten at night only the receipt and answers leave; the news wait, visibly, until seven in the zone of the office', async () => {
  at(tenAtNight)
  await queue('progress')
  await queue('answered')
  await queue('receipt')
  await queue('help')
  await work()
  expect(await states()).toEqual(['progress queued quiet', 'answered queued quiet', 'receipt sent', 'help sent'])
  clock.now = new Date(sevenInKupang.getTime() - 60_000)
  await work()
  expect(heard).toHaveLength(2)
  clock.now = sevenInKupang
  await work()
  expect(heard.slice(2)).toEqual([expect.stringContaining('Ada perkembangan'), expect.stringContaining('ditanggapi')])
  expect(await states()).toEqual(['progress sent', 'answered sent', 'receipt sent', 'help sent'])
})

test('an answer that no gateway takes until three at night waits for seven in the morning; the receipt leaves at once', async () => {
  at(new Date('2026-01-14T12:50:00Z'))
  for (const template of ['noted', 'help', 'receipt', 'progress'] as const) await queue(template)
  isAway = true
  await work()
  isAway = false
  at(new Date('2026-01-14T19:00:00Z'))
  await work()
  expect(await states()).toEqual(['noted queued quiet', 'help queued quiet', 'receipt sent', 'progress queued quiet'])
  at(sevenInKupang)
  await work()
  expect(heard.slice(1).map((words) => words.split(' ')[0])).toEqual(['Pesan', 'Tulis', 'Ada'])
})

test('whoever writes again at night is awake: they hear what waited, then what they ask for now', async () => {
  at(new Date('2026-01-14T12:50:00Z'))
  await queue('noted')
  isAway = true
  await work()
  isAway = false
  at(new Date('2026-01-14T18:30:00Z'))
  await work()
  expect(await states()).toEqual(['noted queued quiet'])
  at(new Date('2026-01-14T19:00:00Z'))
  await wrote(clock.now)
  await queue('help')
  await work()
  expect(await states()).toEqual(['noted sent', 'help sent'])
  expect(heard.map((words) => words.split(' ')[0])).toEqual(['Pesan', 'Tulis'])
})

test('what was written at nine and is taken at three is answered in the morning', async () => {
  await wrote(new Date('2026-01-14T13:00:00Z'))
  at(new Date('2026-01-14T19:00:00Z'))
  await queue('help')
  await work()
  expect(await states()).toEqual(['help queued quiet'])
})

test('a later one never leaves before an earlier one to the same number, whichever the worker takes first', async () => {
  at(noonInKupang)
  for (const template of ['forwarded', 'progress', 'help', 'answered'] as const) await queue(template)
  await work()
  const said = heard.map((words) => words.replace(/[A-Z0-9]{9}/, 'N'))
  expect(said.map((words) => words.split(' ')[0])).toEqual(['N', 'Ada', 'Tulis', 'N'])
})

test('while the gateway is away nothing overtakes what failed; another number is not kept waiting', async () => {
  at(noonInKupang)
  const first = await queue('forwarded')
  await queue('help')
  isAway = true
  await work()
  expect(await states()).toEqual(['forwarded failed', 'help queued order'])
  isAway = false
  await queue('help', '+6281299988877')
  await work()
  expect(heard).toHaveLength(1)
  await send(first)
  await work()
  expect(await states()).toEqual(['forwarded sent', 'help sent', 'help sent'])
})

test('who is given up is not waited for', async () => {
  at(noonInKupang)
  const first = await queue('forwarded')
  await queue('help')
  isAway = true
  await db.owner.updateTable('identity.message').set({ attempts: 24 }).where('id', '=', first).execute()
  await send(first)
  isAway = false
  await work()
  expect(await states()).toEqual(['forwarded dead', 'help sent'])
})

test('a number hears twenty a day; what is beyond waits for the next morning, what it asks for is answered', async () => {
  at(noonInKupang)
  for (let count = 0; count < 22; count++) await queue('progress')
  await work()
  expect(heard).toHaveLength(20)
  await queue('status')
  await work()
  expect((await states()).slice(20)).toEqual(['progress queued budget', 'progress queued budget', 'status sent'])
  clock.now = sevenInKupang
  await work()
  expect((await states()).slice(20)).toEqual(['progress sent', 'progress sent', 'status sent'])
})

test('a number whose messages never end hears twenty receipts a day; the others come in the mornings, and nothing else is echoed', async () => {
  at(noonInKupang)
  for (let count = 0; count < 22; count++) await queue('receipt')
  for (let count = 0; count < 3; count++) await queue('noted')
  await queue('help')
  await queue('progress')
  await work()
  expect(heard).toHaveLength(21)
  const said = await states()
  expect(said.slice(20)).toEqual([
    'receipt queued budget',
    'receipt queued budget',
    'noted dead',
    'noted dead',
    'noted dead',
    'help sent',
    'progress queued budget',
  ])
  const errors = await db.owner
    .selectFrom('identity.message')
    .select('last_error')
    .where('state', '=', 'dead')
    .execute()
  expect(errors.map(({ last_error }) => last_error)).toEqual(['enough', 'enough', 'enough'])
  expect(await db.owner.selectFrom('identity.failed_message').select('id').execute()).toEqual([])
  clock.now = sevenInKupang
  await work()
  expect((await states()).slice(20, 22)).toEqual(['receipt sent', 'receipt sent'])
})

test('it is night where the report’s place is, whatever zone the office that has it is in', async () => {
  const tenAtNightInJayapura = new Date('2026-01-14T13:00:00Z')
  const sevenInJayapura = new Date('2026-01-14T22:00:00Z')
  const inPapua = await aReport(db, { stage: 'forwarded', agency: 'kemendikbud', areaCode: '91.71' })
  at(tenAtNightInJayapura)
  await queue('progress', phone, inPapua)
  await work()
  expect(await states()).toEqual(['progress queued quiet'])
  clock.now = sevenInJayapura
  await work()
  expect(await states()).toEqual(['progress sent'])
})

test('who says STOP at night is not woken by what waited for the morning', async () => {
  at(tenAtNight)
  await queue('progress')
  await work()
  await db.owner
    .insertInto('identity.sms_stop')
    .values({ phone_index: indexOf(phone), since: clock.now })
    .execute()
  clock.now = sevenInKupang
  await work()
  expect(heard).toEqual([])
  expect(await states()).toEqual(['progress dead'])
})

test('taken by two workers at once it leaves once; of one that crashed it is taken over', async () => {
  at(noonInKupang)
  const id = await queue('help')
  let entered = 0
  whileSending = async () => {
    if (++entered === 1) await send(id)
  }
  await send(id)
  await work()
  expect(heard).toHaveLength(1)

  const other = await queue('thanks')
  const claimed_until = new Date(clock.now.getTime() + 30_000)
  await db.owner.updateTable('identity.message').set({ claimed_until }).where('id', '=', other).execute()
  await work()
  expect(heard).toHaveLength(1)
  clock.now = new Date(clock.now.getTime() + 31_000)
  await work()
  expect(heard).toHaveLength(2)
})
