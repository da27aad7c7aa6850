import { once } from 'node:events'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { readBody, readChunks } from './request-body.ts'

/** A file as it arrived. `bytes` are never more than the limit; `cut`: there were more, or it broke off. */
export type PostedFile = { field: string; name: string; bytes: Buffer; cut: 'too_big' | 'broken' | null }

/** All in bytes but the numbers of fields and files. */
export type FormLimits = {
  maxFieldBytes: number
  maxFields: number
  maxFileBytes: number
  maxFiles: number
  /** Beyond this nothing more is read; what came before is kept. */
  maxBodyBytes: number
}

export const formLimits: FormLimits = {
  maxFieldBytes: 1024 * 1024,
  maxFields: 100,
  maxFileBytes: 10 * 1024 * 1024,
  maxFiles: 30,
  maxBodyBytes: 160 * 1024 * 1024,
}

/**
 * What a form brought. `whole`: nothing is missing (no field or file left out, no end torn off).
 * `tooLong`: the body went on beyond its limit and was not read to its end.
 */
export type PostedForm = { kind: 'form'; values: Map<string, string>; whole: boolean; tooLong: boolean }
export type ReadPosted = PostedForm | { kind: 'not_a_form' }

/** Takes one file; `values` are the fields that came before it. */
export type OnFile = (file: PostedFile, values: ReadonlyMap<string, string>) => Promise<void>

/**
 * Reads a posted form (urlencoded or multipart) as a stream: of its files only one at a time is held in memory, and reading waits
 * while `onFile` works. Bytes that are no UTF-8 become U+FFFD. Never throws because of what was sent; a body that
 * breaks off gives what came before.
 */
export async function readPostedForm(
  request: Request,
  onFile: OnFile = async () => {},
  limits: FormLimits = formLimits,
): Promise<ReadPosted> {
  const type = request.headers.get('content-type') ?? ''
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return readUrlencoded(request, limits)
  if (/^multipart\/form-data\s*;.*boundary="?[^\s;"]/i.test(type)) return readMultipart(request, type, onFile, limits)
  return { kind: 'not_a_form' }
}

async function readUrlencoded(request: Request, limits: FormLimits): Promise<ReadPosted> {
  const { bytes, end } = await readBody(request, limits.maxFieldBytes * 4)
  const pairs = new URLSearchParams(new TextDecoder('utf-8').decode(bytes))
  const values = new Map([...pairs].slice(0, limits.maxFields))
  return { kind: 'form', values, whole: end === 'whole', tooLong: end === 'too_long' }
}

async function readMultipart(request: Request, type: string, onFile: OnFile, limits: FormLimits): Promise<ReadPosted> {
  const parser = makeParser(type, limits)
  if (!parser) return { kind: 'not_a_form' }
  const values = new Map<string, string>()
  let whole = true
  let handled: Promise<void> = Promise.resolve()
  let failure: { error: unknown } | undefined
  const leftOut = () => {
    whole = false
  }
  parser.on('field', (name, value, _nameCut, valueCut) => {
    if (name !== undefined) values.set(name, value)
    if (valueCut) leftOut()
  })
  parser.on('file', (field, stream, name) => {
    collect(stream, field ?? '', name ?? '', limits, (file) => {
      handled = handled.then(() => onFile(file, values)).catch((error: unknown) => void (failure ??= { error }))
    })
  })
  for (const event of ['error', 'fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(event, leftOut)
  const finished = new Promise<void>((resolve) => parser.once('finish', resolve))
  const end = await readChunks(request, limits.maxBodyBytes, async (chunk) => {
    if (!parser.write(chunk)) await Promise.race([once(parser, 'drain').catch(() => {}), patience()])
    await handled
  })
  parser.end()
  await Promise.race([finished, patience()])
  await handled
  if (failure) throw failure.error
  return { kind: 'form', values, whole: whole && end === 'whole', tooLong: end === 'too_long' }
}

/** Undefined when the type names no boundary that the parser can use. */
function makeParser(type: string, limits: FormLimits): Busboy | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: {
        fieldSize: limits.maxFieldBytes,
        fields: limits.maxFields,
        fileSize: limits.maxFileBytes,
        files: limits.maxFiles,
        headerPairs: 50,
        headerSize: 16 * 1024,
      },
      isPartAFile: (_field, _type, name) => name !== undefined,
    })
  } catch {
    return undefined
  }
}

/** Gathers one file. A field without a chosen file sends an empty one without a name: that is none. */
function collect(
  stream: BusboyFileStream,
  field: string,
  name: string,
  limits: FormLimits,
  done: (file: PostedFile) => void,
) {
  let parts: Buffer[] = []
  let cut: PostedFile['cut'] = null
  stream.on('limit', () => {
    cut = 'too_big'
    parts = []
  })
  stream.on('error', () => {
    cut ??= 'broken'
  })
  stream.on('data', (part: Buffer) => {
    if (cut !== 'too_big') parts.push(part)
  })
  stream.on('end', () => {
    const bytes = cut === 'too_big' ? Buffer.alloc(0) : Buffer.concat(parts)
    if (cut || name || bytes.length) done({ field, name, bytes: bytes.subarray(0, limits.maxFileBytes), cut })
  })
}

/** Nothing a sender does may keep us waiting for a parser that has lost its thread. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5_000).unref())
}
