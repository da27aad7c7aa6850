import type { Actor } from '../report/actor.ts'
import type { Office } from '../report/clocks/clocks.ts'
import type { Step } from '../report/move.ts'
import type { Wanted } from './a-report.ts'
import { coordinatorOf, dedi, officerOf, system } from './cast.ts'

export type Waypoint = { actor: Actor; step: Step | ((at: Date) => Step) }

type Around = { agency: string; office: Office; reporter: Actor }

/** The moves, in order, by which a report just received comes to where a test wants it. */
export function pathTo(wanted: Wanted, around: Around): Waypoint[] {
  const { stage = 'received' } = wanted
  const published = wanted.published ?? !['received', 'archived'].includes(stage)
  const forward = published ? [forwardTo(wanted, around)] : []
  switch (stage) {
    case 'received':
      return published ? [...forward, giveBack(around)] : []
    case 'on_hold':
      return [
        ...forward,
        published ? { actor: coordinatorOf(around.agency), step: hold(around) } : { actor: dedi, step: hold() },
      ]
    case 'forwarded':
      return [forwardTo(wanted, around)]
    case 'in_progress':
      return [forwardTo(wanted, around), ...atWork(wanted, around)]
    case 'answered':
      return untilAnswered(wanted, around)
    case 'closed':
      return [...untilAnswered(wanted, around), closing(wanted, around)]
    case 'archived':
      return [...forward, ...(published ? [giveBack(around)] : []), archive]
    case 'merged':
      return [...forward, { actor: dedi, step: { move: 'merge', changes: { merged_into: wanted.into ?? null } } }]
    case 'withdrawn':
      return [...forward, { actor: around.reporter, step: { move: 'withdraw' } }]
  }
}

function forwardTo(wanted: Wanted, { agency, office }: Around): Waypoint {
  return {
    actor: dedi,
    step: (at) => ({
      move: 'forward',
      office,
      data: { agency },
      changes: (report) => ({
        agency_id: agency,
        published_at: wanted.confidential ? null : (report.published_at ?? at),
      }),
    }),
  }
}

function atWork(wanted: Wanted, { agency, office }: Around): Waypoint[] {
  const unit = wanted.unit ?? (agency === 'kota-kupang' ? 'kota-kupang-dinkes' : undefined)
  const text = wanted.progress ?? 'Petugas kami sudah dijadwalkan memeriksa ke lokasi.'
  const progress: Step = { move: 'report_progress', office, text }
  if (!unit) return [{ actor: coordinatorOf(agency), step: progress }]
  return [
    { actor: coordinatorOf(agency), step: { move: 'assign', office, data: { unit }, changes: { unit_id: unit } } },
    ...(wanted.progress ? [{ actor: officerOf(unit), step: progress }] : []),
  ]
}

function untilAnswered(wanted: Wanted, around: Around): Waypoint[] {
  const outcome = wanted.outcome ?? 'solved'
  const work = atWork(wanted, around)
  const actor = work.at(-1)?.actor.role === 'officer' ? work.at(-1)?.actor : coordinatorOf(around.agency)
  return [
    forwardTo(wanted, around),
    ...work,
    {
      actor: actor ?? coordinatorOf(around.agency),
      step: (at) => ({
        move: 'answer',
        office: around.office,
        text: wanted.answer ?? 'Lampu sudah diganti pagi ini. Terima kasih atas laporannya.',
        data: { outcome },
        changes: { outcome, answered_at: at },
      }),
    },
  ]
}

function closing(wanted: Wanted, { reporter, office }: Around): Waypoint {
  if (wanted.manner === 'silent')
    return { actor: system, step: { move: 'lapse', office, changes: { manner: 'silent' } } }
  const { rating } = wanted
  return {
    actor: reporter,
    step: {
      move: 'confirm',
      office,
      data: rating ? { rating } : {},
      changes: { manner: 'confirmed', rating: rating ?? null },
    },
  }
}

function giveBack({ agency }: Around): Waypoint {
  const changes: Step['changes'] = (report) => ({
    agency_id: null,
    unit_id: null,
    bounces: report.bounces + 1,
    returned_by: [...report.returned_by, agency],
  })
  return { actor: coordinatorOf(agency), step: { move: 'return', text: 'Bukan wewenang kami.', changes } }
}

function hold(around?: Around): Step {
  return { move: 'hold', office: around?.office, text: 'Di jalan mana tepatnya, dan nomor tiang berapa?' }
}

const archive: Waypoint = {
  actor: dedi,
  step: { move: 'archive', text: 'Tempatnya tidak disebutkan.', changes: { archive_reason: 'unclear' } },
}
