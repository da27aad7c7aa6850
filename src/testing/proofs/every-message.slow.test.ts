import { expect, test } from 'vitest'
import { mayNameTitle } from '../../notifications/letter.ts'
import { digest, readTemplate } from '../../notifications/table.ts'
import { allTold, type Told } from '../../notifications/wording/told.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { makeFinder, makeLookout } from './canaries.ts'
import { foundInTables } from './look-into-tables.ts'
import { messageWorld, type Moment, moments, type Shade, shades } from './message-world.ts'
import { isSaidAs } from './said-as-worded.ts'
import { overAll, reportsFor, sendAbout } from './send-about.ts'

// Each row of the table of what is told, by each of its doors, about reports of each secrecy that hold something of their own in every
// field: queued for whoever hears by the table, sent over the wire, and read there. A new row is sent too, by its being there.

const db = await testDatabase()
const world = await messageWorld(db)
const find = makeFinder(world.all.flatMap(({ canaries }) => canaries))
const told = allTold()

/** What asks how a report stands is said in other words before anything was said, while much was said, and after little was. */
function momentOf({ say }: Told): Moment {
  if (['status', 'mail_status'].includes(say)) return 'received'
  return ['status_cut', 'status_more', 'status_rest'].includes(say) ? 'long' : 'answered'
}

/** What an office said is repeated by these, and only where nothing is hidden. */
const repeats = ['status_said', 'status_cut', 'status_more', 'status_rest', 'mail_status_said']
const pages: readonly string[] = ['status_page', 'mail_status_page']
const ofOpenAlone: readonly string[] = [...repeats, 'public_answer']

/** Whether these very words are said about a report of this secrecy. Of what hides something a status is its page, by every door. */
function isSaid(say: string, door: string, shade: Shade): boolean {
  if (shade === 'open') return !pages.includes(say)
  return !ofOpenAlone.includes(say) && say !== 'status' && say !== 'mail_status'
}

/** The fields that may stand in it (secrecy.md, messages going out): a report that came by SMS has its words for a title. */
function mayHold({ say }: Told, shade: Shade): readonly string[] {
  const template = readTemplate(say)
  if (shade !== 'open') return []
  if (say === digest || (template && mayNameTitle(template))) return ['title', 'text']
  return [...repeats, ...pages].includes(say) ? ['answer'] : []
}

/** What of an open report a message may hold, some of them. */
const openly = ['title', 'text', 'answer']

const said = new Set<string>()
const leaks: string[] = []
const notThere: string[] = []
let left = 0
let allowed = 0

async function walk(row: Told, door: Told['doors'][number], shade: Shade) {
  const may = mayHold(row, shade)
  const met: string[] = []
  for (const report of reportsFor(world, row, door, shade)) {
    for (const { words, wire } of await sendAbout(world, row, door, report)) {
      left += 1
      if (isSaidAs(door, row.say, words)) said.add(`${row.on} ${row.to} ${row.say} ${door} ${shade}`)
      const lookout = makeLookout(find)
      await lookout.look(wire, row.say)
      for (const what of lookout.seen.keys()) {
        const field = what.startsWith(`${report.name} `) ? what.slice(report.name.length + 1) : ''
        if (may.includes(field)) met.push(what)
        else leaks.push(`${row.on} ${row.say} by ${door} about ${report.name} holds ${what}`)
      }
    }
  }
  if (may.length > 0 && met.length === 0) notThere.push(`${row.say} by ${door} names nothing`)
  allowed += met.length
}

test('what leaves holds nothing of any report that its reader may not see, whatever happened, by whichever door', async () => {
  for (const moment of moments) {
    await world.goOnTo(moment)
    for (const row of told.filter((one) => momentOf(one) === moment))
      for (const door of row.doors) for (const shade of shades) await walk(row, door, shade)
  }
  expect(leaks).toEqual([])
  process.stdout.write(
    `messages: ${told.length} rows, ${left} left; canaries met where the law says Y ${allowed}, where it says N ${leaks.length}\n`,
  )
}, 300_000)

test('what left by the moves themselves, from filing to the answer, names no more, and in public only what hides nothing', async () => {
  const { mails, rung, alone, inPublic } = overAll(world)
  const lookout = makeLookout(find)
  for (const { to, raw } of mails) await lookout.look(raw.replaceAll(to, ''), 'a mail')
  for (const text of [...rung, ...alone, ...inPublic]) await lookout.look(text, text)
  const fields = world.all
    .filter(({ secrecy }) => secrecy === 'open')
    .flatMap(({ name }) => openly.map((one) => `${name} ${one}`))
  expect([...lookout.seen.keys()].filter((what) => !fields.includes(what))).toEqual([])
  for (const { id, secrecy } of world.brought)
    if (secrecy !== 'open') expect(inPublic.filter((text) => text.includes(id))).toEqual([])
  // Said once for each report, when it was filed: not again.
  if (inPublic.some((text) => isSaidAs('x', 'public_answer', text))) said.add('post everybody public_answer x open')
})

test('where an open report’s title or an office’s answer may be said, it was found, so the search works', () => {
  expect(notThere).toEqual([])
})

test('no row was left out: each left in its own words by each of its doors, about every secrecy of which it is told', () => {
  const due = told.flatMap((row) =>
    row.doors.flatMap((door) =>
      shades.flatMap((shade) =>
        isSaid(row.say, door, shade) ? [`${row.on} ${row.to} ${row.say} ${door} ${shade}`] : [],
      ),
    ),
  )
  expect(due.length).toBeGreaterThan(400)
  expect(due.filter((one) => !said.has(one))).toEqual([])
})

test('words that an office said, and the answer in public, are never said about a report that hides something', () => {
  const hidden = [...said].filter((one) => ofOpenAlone.includes(one.split(' ')[2] ?? '') && !one.endsWith(' open'))
  expect(hidden).toEqual([])
})

test('the list of messages that failed names none of it, to the desk, to the operator, to a supervisor', async () => {
  const lookout = makeLookout(find)
  const rows = await db.owner.selectFrom('identity.message').select('id').orderBy('created_at').orderBy('id').execute()
  const listed = new Set<string>()
  for (let at = 0; at < rows.length; at += 50) {
    const ids = rows.slice(at, at + 50).map(({ id }) => id)
    await db.owner.updateTable('identity.message').set({ state: 'sent', last_error: null }).execute()
    const failed = { state: 'dead', last_error: 'SMTP 550', failed_at: new Date(0) } as const
    await db.owner.updateTable('identity.message').set(failed).where('id', 'in', ids).execute()
    for (const reader of ['desk', 'operator', 'supervisor'] as const) {
      const answer = await world.call(reader, 'GET', '/kelola/pemberitahuan/gagal')
      const page = await answer.text()
      for (const id of ids) if (page.includes(id)) listed.add(id)
      await lookout.look(page, `the list, to the ${reader}`)
    }
  }
  expect(listed.size).toBe(rows.length)
  expect([...lookout.seen]).toEqual([])
}, 120_000)

test('a dump afterwards holds no number, address or name, and nothing of a confidential report', async () => {
  const found = await foundInTables(db.owner, find)
  const ofWhom = / (?:phone|email|name|sender name|address|handle|picture data): /
  expect(found.filter((line) => ofWhom.test(line) || line.includes('confidential '))).toEqual([])
  expect(found.filter((line) => /: (?:identity|graphile_worker)\.|outbox/.test(line))).toEqual([])
  expect(found.length, 'what is public is found, so the search works').toBeGreaterThan(5)
}, 120_000)

test('the logs of all this hold no canary', async () => {
  const lookout = makeLookout(find)
  await lookout.look(world.logged.join(''), 'the log')
  expect([...lookout.seen]).toEqual([])
})
