import { z } from 'zod'
import { cleanLine, cleanText, maxTextLength, saysSomething } from './clean-text.ts'

const text = z
  .string()
  .transform(cleanText)
  .refine(saysSomething, 'Tulis apa yang terjadi.')
  .refine((words) => words.length <= maxTextLength, `Paling banyak ${maxTextLength} huruf.`)
  .describe(`What happened, in the reporter's own words; at most ${maxTextLength} UTF-16 units.`)

/** One line; empty counts as absent. */
const line = (longest: number) =>
  z
    .string()
    .transform((typed) => cleanLine(typed) || undefined)
    .refine((typed) => (typed?.length ?? 0) <= longest, `Paling banyak ${longest} huruf.`)
    .nullish()

const named = z
  .string()
  .transform(cleanLine)
  .refine((name) => name.length <= 200, 'Paling banyak 200 huruf.')

const tick = z.boolean().nullish()

/** What is posted to /reports. Unknown names of offices, categories and areas are kept as written, never refused. */
export const filingRequestSchema = z
  .object({
    text,
    title: line(500).describe('Made from the text when left out.'),
    kind: z.enum(['complaint', 'aspiration', 'information_request']).nullish(),
    agencySlug: line(300).describe('An office by slug or name. Unknown ones go to the national desk as written.'),
    categorySlug: line(100),
    areaCode: line(100).describe('Kemendagri code.'),
    location: z
      .object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .nullish()
      .describe('WGS 84 degrees. Points outside Indonesia are accepted.'),
    anonymous: tick.describe('Hides who filed, from the public and every office.'),
    confidential: tick.describe('Hides the whole report from everyone but those who handle it.'),
    withoutIdentity: tick.describe('We store nothing about who filed. Excludes contact details.'),
    showName: tick.describe('Shows the name to the public; only for open reports.'),
    accused: z
      .union([named.transform((name) => [name]), z.array(named).max(20)])
      .nullish()
      .describe(
        'Whom it is about: units, positions, persons. They do not handle it, and read no more than anyone. An office by its own name, short name or slug, and whoever heads it ("Kepala …", "Wali Kota …"), at once; any other name is settled first, and until then only the national desk has the report, or who stands in for it where whoever is named works there. The private view says how each was understood.',
      ),
    contact: z.object({ name: line(200), phone: line(60), email: line(254) }).nullish(),
  })
  .refine(({ withoutIdentity, contact }) => !withoutIdentity || !Object.values(contact ?? {}).some(Boolean), {
    path: ['contact'],
    message: 'Tanpa identitas berarti tanpa nama dan kontak.',
  })
  .meta({ id: 'Filing' })

export type FilingRequest = z.infer<typeof filingRequestSchema>

export const filedSchema = z
  .object({
    id: z.string().describe('The tracking ID; public, so never a credential.'),
    key: z
      .string()
      .optional()
      .describe(
        'The report key, only without an account, and not to an officer whom the report is about. Given once: it opens the private view.',
      ),
    status: z.object({ code: z.literal('received'), label: z.string(), colour: z.literal('grey') }),
    links: z.object({ self: z.string(), page: z.string(), track: z.string() }),
  })
  .meta({ id: 'Filed' })

export const attachedSchema = z
  .object({
    items: z.array(z.object({ id: z.string(), width: z.int(), height: z.int() })),
    refused: z.array(z.object({ name: z.string(), reason: z.string() })).describe('Photos that stay out, and why.'),
    attachments: z
      .string()
      .optional()
      .describe('For an office: send it as `attachments` of its answer or progress, and the photos come with it.'),
  })
  .meta({ id: 'Attached' })
