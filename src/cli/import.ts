import type { Command } from 'commander'
import { loadDirectory } from '../agencies/directory.ts'
import { countsLine, importReports, oddWords, refusalWords, waitingLine } from '../channels/import/import-reports.ts'
import { recogniseFile } from '../channels/import/read-file.ts'
import { rehearseReports } from '../channels/import/rehearse-reports.ts'
import { writeReports } from '../channels/import/write-reports.ts'
import { plantReference } from '../plant.ts'
import { loadRules } from '../report/rules.ts'
import { keysForWeb, readKeys } from '../secrecy/installation-keys.ts'
import { withInstallation } from './with-installation.ts'

export function addImport(program: Command) {
  program
    .command('import')
    .description('bring in what another system kept')
    .command('reports')
    .argument('<file>', 'CSV or JSON Lines; its layout is recognised by its columns')
    .option('--dry-run', 'read and count, write nothing')
    .option(
      '--with-names',
      'you answer for the names in the file: a name alone keeps no answered report from the public',
    )
    .description('import reports; the same file again adds nothing, an import that was cut short carries on')
    .action(importFile)
}

async function importFile(file: string, { dryRun, withNames = false }: { dryRun?: boolean; withNames?: boolean }) {
  await withInstallation(
    async (context) => {
      const { config, owner, now } = context
      const { layout, rows } = await recogniseFile(file)
      process.stderr.write(`layout: ${layout.name}\n`)
      await plantReference(context)
      const keys = readKeys(keysForWeb(config), config)
      const [rules, directory] = await Promise.all([loadRules(owner, keys.keeper), loadDirectory(owner)])
      const deps = { owner, rules, directory, keys, now: now(), withNames }
      const counts = await importReports(rows(deps.now), dryRun ? rehearseReports(deps) : writeReports(deps), {
        onRefused: (line, reason) => process.stderr.write(`line ${line}: refused, ${refusalWords[reason]}\n`),
        onOdd: (line, odd) => process.stderr.write(`line ${line}: brought in and flagged, ${oddWords[odd]}\n`),
        onProgress: ({ read }) => process.stderr.write(`${read} read\n`),
      })
      if (dryRun) process.stdout.write('dry run: nothing was written\n')
      const waiting = waitingLine(counts)
      if (waiting) process.stdout.write(`${waiting}\n`)
      process.stdout.write(`${countsLine(counts)}\n`)
    },
    { begins: true },
  )
}
