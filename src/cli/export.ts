import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { loadDirectory } from '../agencies/directory.ts'
import { makeDb } from '../platform/db.ts'
import { Explained } from '../platform/explained.ts'
import { type ExportFormat, exportReports } from '../publication/export-reports.ts'
import { withInstallation } from './with-installation.ts'

export function addExport(program: Command) {
  program
    .command('export')
    .description('write what is public for other systems')
    .command('reports')
    .addOption(new Option('--format <format>', 'how to write them').choices(['csv', 'jsonl']).default('csv'))
    .option('--out <file>', 'where to, instead of standard output; it appears when it is complete')
    .description('write every public report, in the columns of SP4N-LAPOR!; "import reports" reads it again')
    .action(writeReports)
}

/** With the eyes of the public site: the role can read nothing but the public copy. */
async function writeReports({ format, out }: { format: ExportFormat; out?: string }) {
  await withInstallation(async ({ connections, log }) => {
    const db = makeDb(connections.public, { max: 1, log, name: 'lapor export' })
    let count = 0
    const onProgress = (written: number) => {
      count = written
      process.stderr.write(`${written} written\n`)
    }
    try {
      const lines = Readable.from(exportReports(db, { directory: await loadDirectory(db), format, onProgress }))
      await (out ? intoFile(lines, resolve(out)) : ontoStandardOutput(lines))
      process.stderr.write(`${count} reports${out ? ` in ${resolve(out)}` : ''}\n`)
    } finally {
      await db.destroy()
    }
  })
}

/** Written aside and moved into place: what was cut short is never taken for the whole. */
async function intoFile(lines: Readable, file: string) {
  const aside = `${file}.partial`
  try {
    await pipeline(lines, createWriteStream(aside))
    renameSync(aside, file)
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (syscall === 'open' || syscall === 'rename' || syscall === 'write')
      throw new Explained(`${file} cannot be written (${code}).`)
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Whoever reads may stop early (`| head`); that is no failure worth a word, but the export is not whole. */
async function ontoStandardOutput(lines: Readable) {
  try {
    await pipeline(lines, process.stdout, { end: false })
    await new Promise((resolve) => process.stdout.write('', resolve))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
    process.exitCode = 1
  }
}
