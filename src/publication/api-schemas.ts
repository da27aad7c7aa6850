import { z } from 'zod'
import { flags } from '../report/flags.ts'
import { zones } from '../report/clocks/day.ts'
import { type Move, moves, stages } from '../report/lifecycle.ts'

const moveNames = Object.keys(moves) as [Move, ...Move[]]
export const accusedKinds = ['unit', 'head', 'person', 'outside'] as const
const named = z.object({ slug: z.string(), name: z.string() })
const instant = z.iso.datetime().describe('An instant in UTC.')

export const statusSchema = z
  .object({
    code: z.enum(stages),
    label: z.string().describe('As pages say it, in the language of the call.'),
    colour: z.enum(['grey', 'orange', 'red', 'yellow', 'green', 'blue']),
    manner: z.enum(['confirmed', 'silent']).optional().describe('How it was closed.'),
  })
  .meta({ id: 'Status' })

export const deadlineSchema = z
  .object({
    clock: z
      .enum(['verify', 'answer', 'lapse'])
      .describe('Verify 3, answer 5 and the reporter’s judgement 10 working days.'),
    dueAt: instant.describe('The end of dueDay: 24:00 in the zone, already too late.'),
    dueDay: z.iso.date(),
    zone: z.enum(zones),
    workingDays: z.int().describe('What the clock grants.'),
    remaining: z.int().describe('Whole working days after today; 0 on the last day and when it ran out.'),
    paused: z.boolean(),
    overdue: z.boolean().describe('An office let it run out, now or before a pause.'),
    explanation: z.string().describe('Which days it skips, and why.'),
  })
  .meta({ id: 'Deadline' })

export const threadEntrySchema = z
  .object({
    at: instant,
    actor: z.enum(['reporter', 'agency', 'desk', 'system']),
    agency: named.optional().describe('The office that acted.'),
    move: z.enum(moveNames),
    to: named.optional().describe('With forward: the office it went to.'),
    text: z.string().optional(),
    outcome: z.enum(['solved', 'explained', 'cannot']).optional(),
    rating: z.int().min(1).max(5).optional(),
  })
  .meta({ id: 'ThreadEntry' })

const place = {
  agency: named.nullable().describe('The office that must answer, or answered last.'),
  category: named.nullable(),
  area: z.object({ code: z.string(), name: z.string() }).nullable(),
  location: z
    .object({ lat: z.number(), lon: z.number() })
    .nullable()
    .describe('Degrees; blurred for anonymous reports.'),
}

/** One line of a list. */
export const reportSummarySchema = z
  .object({
    id: z.string(),
    kind: z.enum(['complaint', 'aspiration', 'information_request']).nullable(),
    title: z.string().nullable(),
    filedAt: instant.nullable().describe('Null once withdrawn: then only ID and status remain.'),
    publishedAt: instant.nullable(),
    answeredAt: instant.nullable(),
    status: statusSchema,
    overdue: z.boolean(),
    ...place,
  })
  .meta({ id: 'ReportSummary' })

/** One public report; a withdrawn one keeps its ID and status, the rest is null or empty. */
export const publicReportSchema = reportSummarySchema
  .extend({
    text: z.string().nullable(),
    channel: z.string().nullable(),
    place: z.string().nullable().describe('Where, in words: the reporter’s, as edited.'),
    reporter: z.object({ name: z.string() }).nullable().describe('Only a reporter who asked to be named.'),
    outcome: z.enum(['solved', 'explained', 'cannot']).nullable(),
    rating: z.int().nullable(),
    archiveReason: z.string().nullable(),
    mergedInto: z.string().nullable(),
    reopened: z.int().describe('How often it was opened again.'),
    pictures: z.array(
      z.object({ url: z.string(), thumbnail: z.string(), width: z.int(), height: z.int(), entry: z.int() }),
    ),
    deadlines: z.array(deadlineSchema),
    thread: z.array(threadEntrySchema),
    updatedAt: instant.nullable(),
  })
  .meta({ id: 'PublicReport' })

/** A report as its reporter, or an office that may know of it, is told. Without the right to read it has no words. */
export const privateReportSchema = publicReportSchema
  .extend({
    reporter: z
      .object({ name: z.string() })
      .nullable()
      .describe('The name, for its reporter and for the offices that handle an open report.'),
    readable: z.boolean().describe('False: you may know that it exists, not what it says; words are null or empty.'),
    originalTitle: z.string().nullable().describe('As the reporter wrote it.'),
    originalText: z.string().nullable(),
    originalPlace: z.string().nullable(),
    anonymous: z.boolean(),
    confidential: z.boolean(),
    withoutIdentity: z.boolean(),
    version: z.int().describe('Send it with a move to be refused when the report has changed since.'),
    unit: named.nullable().optional().describe('Who holds it inside the office; for offices.'),
    flags: z.array(z.enum(flags)).optional().describe('What somebody should look at once; for offices that read it.'),
    accused: z
      .array(z.object({ named: z.string(), understood: z.enum(accusedKinds).nullable(), office: named.nullable() }))
      .optional()
      .describe('Whom it names, and who that was taken for; null while it is not settled. For its reporter.'),
    takenBack: z
      .array(z.int())
      .optional()
      .describe(
        'Events whose words or photos left the public as the reporter came to hide who they are; for the reporter.',
      ),
    returnedTimes: z.int().optional().describe('How often an office returned it; for offices.'),
  })
  .meta({ id: 'PrivateReport' })

export const reportListSchema = z
  .object({
    items: z.array(reportSummarySchema),
    next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
  })
  .meta({ id: 'ReportList' })

export type Deadline = z.infer<typeof deadlineSchema>
export type ReportSummary = z.infer<typeof reportSummarySchema>
export type PrivateReport = z.infer<typeof privateReportSchema>
export type PublicReport = z.infer<typeof publicReportSchema>

export const agencySchema = z
  .object({
    slug: z.string(),
    name: z.string(),
    shortName: z.string().nullable(),
    kind: z.string(),
    parent: z.string().nullable().describe('Slug of the office above.'),
    zone: z.enum(zones),
    areaCode: z.string().nullable(),
    smsKeyword: z.string().nullable(),
  })
  .meta({ id: 'Agency' })

export const figuresSchema = z
  .object({
    total: z.int().describe('Public reports that are not merged, archived or withdrawn.'),
    finished: z.int().describe('Closed: confirmed and silent.'),
    confirmed: z.int().describe('Closed because the reporter said so.'),
    silent: z.int().describe('Closed because the reporter said nothing in time.'),
    inProcess: z.int().describe('On hold, in progress, answered.'),
    unhandled: z.int().describe('Received and forwarded.'),
    byStatus: z.partialRecord(z.enum(stages), z.int()),
  })
  .meta({ id: 'Figures' })

export const agencyDetailSchema = agencySchema
  .extend({ units: z.array(agencySchema).describe('Everything below it.'), figures: figuresSchema })
  .meta({ id: 'AgencyDetail' })

export const categorySchema = z
  .object({ slug: z.string(), name: z.string(), parent: z.string().nullable() })
  .meta({ id: 'Category' })

export const areaSchema = z
  .object({
    code: z.string().describe('Kemendagri code: 53, 53.71, 53.71.04.'),
    name: z.string(),
    parent: z.string().nullable(),
    level: z.enum(['province', 'regency', 'district', 'village']),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
  })
  .meta({ id: 'Area' })

export const statisticsSchema = figuresSchema
  .extend({ byAgency: z.array(z.object({ agency: named.nullable(), ...figuresSchema.shape })) })
  .meta({ id: 'Statistics' })

export type Figured = z.infer<typeof figuresSchema>
export type AgencyFact = z.infer<typeof agencySchema>
