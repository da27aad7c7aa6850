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

const nouns: Record<PersonalKind, string> = {
  nik: 'NIK',
  phone: 'Nomor telepon',
  email: 'Alamat surel',
  plate: 'Pelat nomor',
  account: 'Nomor rekening',
  name: 'Nama orang',
  address: 'Alamat rumah',
  handle: 'Akun media sosial',
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
  const earlier = report.published_at === null ? await earlierFinds(tx, reportId) : []
  stopIfFound(shownInPublic(opened, opened), 'ask_numbers', earlier)
}

/** In words that were said for everybody before anybody outside could read them; `path`: thread/ and the number of the event. */
async function earlierFinds(tx: Tx, reportId: string): Promise<Found[]> {
  const events = await tx
    .selectFrom('casework.event')
    .select(['seq', 'audience', 'data', 'text', 'actor_role'])
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .execute()
  return asPublished(events).flatMap(({ seq, audience, text, actor_role }) =>
    audience === 'public'
      ? findInWordsOf(actor_role, text ?? '').map((find) => ({ path: `thread/${seq}`, ...find }))
      : [],
  )
}

/**
 * What a person at a desk is asked about once, for programs: plates, accounts and population numbers in what an office says to
 * everybody, now or once the report is published. Officials may be named, and a program cannot tell.
 * @throws PointsAtSomebody
 */
export function lookAtOffice({ report, audience }: Moved, body: Readonly<Record<string, unknown>>) {
  if (audience !== 'public' || hides(report) || body.sure) return
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const finds = texts.flatMap(([path, text]) => findInOfficeWords(text).map((find) => ({ path, ...find })))
  if (finds.some(({ kind }) => kind !== 'name')) throw new PointsAtSomebody(finds)
}
