import type { ProblemError } from '../platform/problem.ts'
import type { Tx } from '../report/as.ts'
import { asPublished } from '../report/audience.ts'
import { hides } from '../report/hides.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { Moved } from '../report/move.ts'
import { shownInPublic } from '../secrecy/become-public.ts'
import { type Found, PointsAtSomebody, stopIfFound } from '../secrecy/before-publishing.ts'
import type { PersonalKind } from '../secrecy/personal-data/find.ts'
import { findInOfficeWords, findInWordsOf } from '../secrecy/personal-data/find-personal-data.ts'
import { strangeIn } from '../secrecy/strange-numbers.ts'
import { saidInCall } from './said-in-call.ts'

const nouns: Record<PersonalKind, string> = {
  nik: 'NIK',
  phone: 'Nomor telepon',
  email: 'Alamat surel',
  plate: 'Pelat nomor',
  account: 'Nomor rekening',
  name: 'Nama orang',
  address: 'Alamat rumah',
  handle: 'Akun media sosial',
  report: 'Nomor laporan yang tidak terbaca publik',
}

/** Each piece for a program: the field, what it seems to be, where it stands (UTF-16 units, from 1); never the piece itself. */
export function toldFinds({ finds }: PointsAtSomebody): ProblemError[] {
  return finds.map(({ path, kind, start, end }) => ({
    path,
    code: kind,
    message: `${nouns[kind]} pada huruf ${start + 1} sampai ${end}.`,
  }))
}

/**
 * What the page before forwarding shows a person, for programs: asked of a report as this transaction forwards it, and of what was
 * said before and is published with it. A name alone stops nothing, for officials may be named, and whose a name is no program
 * knows; beside a number it is told too. Confidential words are not published.
 * @throws PointsAtSomebody
 */
export async function lookBeforePublishing(tx: Tx, keeper: Keeper, { report }: Moved) {
  const reportId = report.id
  const row = await tx
    .selectFrom('casework.content as c')
    .innerJoin('casework.report as r', 'r.id', 'c.report_id')
    .select(['c.title', 'c.text', 'c.shown_place', 'r.place', 'r.anonymous'])
    .where('r.id', '=', reportId)
    .where('r.confidential', '=', false)
    .executeTakeFirst()
  if (!row) return
  const opened = openWords(keeper, reportId, row, ['title', 'text', 'shown_place', 'place'])
  const earlier = report.published_at === null ? await earlierFinds(tx, keeper, reportId) : []
  const shown = shownInPublic(opened, opened)
  stopIfFound(shown, 'ask_numbers', [...(await strangeIn(tx, reportId, shown)), ...earlier])
}

/**
 * The same of a report that its reporter lowers, and that nobody outside could read so far: what was said before is read by everybody then,
 * but for what they leave to the parties.
 * @throws PointsAtSomebody
 */
export async function lookBeforeLowering(tx: Tx, keeper: Keeper, { report: before }: Moved) {
  const now = await tx
    .selectFrom('casework.report')
    .select('id')
    .where('id', '=', before.id)
    .where('confidential', '=', false)
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  if (!now || before.published_at !== null) return
  stopIfFound({}, 'ask_numbers', await earlierFinds(tx, keeper, before.id))
}

/** In words that were said for everybody before anybody outside could read them; `path`: thread/ and the number of the event. */
async function earlierFinds(tx: Tx, keeper: Keeper, reportId: string): Promise<Found[]> {
  const events = await tx
    .selectFrom('casework.event')
    .select(['seq', 'audience', 'data', 'text', 'actor_role'])
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .execute()
  const said = asPublished(events)
    .filter(({ audience }) => audience === 'public')
    .map((event) => openWords(keeper, reportId, event, ['text']))
  const finds = said.flatMap(({ seq, text, actor_role }) =>
    findInWordsOf(actor_role, text ?? '').map((find) => ({ path: `thread/${seq}`, ...find })),
  )
  const words = Object.fromEntries(said.map(({ seq, text }) => [`thread/${seq}`, text]))
  return [...finds, ...(await strangeIn(tx, reportId, words))]
}

/**
 * What a person at a desk is asked about once, for programs: plates, accounts and population numbers in what an office says to
 * everybody, now or once the report is published, and numbers of reports that the public does not find. Officials may be named, and a
 * program cannot tell. Who hides is looked for elsewhere (letting-words-out.ts).
 * @throws PointsAtSomebody
 */
export async function lookAtOffice(tx: Tx, { report, audience }: Moved, body: Readonly<Record<string, unknown>>) {
  if (audience !== 'public' || report.confidential || body.sure) return
  const said = saidInCall(body)
  const people = hides(report)
    ? []
    : Object.entries(said).flatMap(([path, text]) => findInOfficeWords(text).map((find) => ({ path, ...find })))
  const finds = [...(await strangeIn(tx, report.id, said)), ...people]
  if (finds.some(({ kind }) => kind !== 'name')) throw new PointsAtSomebody(finds)
}
