// Where leaks are planted, and which tests must say so: [test file, its name or the beginning of it].

export const judges = ['src/secrecy/two-judges.test.ts', 'the policy in the code and the one in the database agree']
export const openings = [
  'src/secrecy/two-judges-openings.slow.test.ts',
  'the code and the database agree on what is open for whom',
]
export const can = 'src/secrecy/can.ts'
export const inDatabase = 'migrations/0044-judge-by-row.sql'
export const seesInDatabase = 'migrations/0111-without-desk.sql'
export const proofs = 'src/testing/proofs'
export const dump = [`${proofs}/dump.slow.test.ts`, 'a dump of every table']
export const queue = [`${proofs}/dump.slow.test.ts`, 'the rows of work']
export const mails = [`${proofs}/dump.slow.test.ts`, 'mails say nothing']
export const sent = [`${proofs}/dump.slow.test.ts`, 'mails leave no address']
export const filingLog = [`${proofs}/dump.slow.test.ts`, 'the log of filing']
export const worlds = [`${proofs}/two-worlds.slow.test.ts`, 'no answer to a stranger differs']
export const absent = [`${proofs}/two-worlds.slow.test.ts`, 'a hidden report answers as one that does not exist']
export const crawl = (reader, only) => [`${proofs}/canaries.slow.test.ts`, `${reader} finds what`, { CANARIES: only }]
export const posting = (who, only) => [
  `${proofs}/canaries.slow.test.ts`,
  `${who} is told no more for posting`,
  { CANARIES: only },
]
export const reporters = (only) => [`${proofs}/canaries.slow.test.ts`, 'the reporter of a report', { CANARIES: only }]
export const copy = 'migrations/0178-redact-what-was-said.sql'
export const firstCopy = 'migrations/0179-redacted-in-copies.sql'
export const filing = 'src/intake/file-report.ts'

export const leak = (name, file, find, replace, caughtBy) => ({ name, file, find, replace, caughtBy })

/** A route that nobody linked to, whose parameter has a name of its own: it reads any report as the desk does, of any stage. */
export const plantedRoute = (head, tail) => `  app.route('/', auditRoutes(deps))
  ${head}
    const { as } = await import('./report/as.ts')
    const { openWords } = await import('./report/keeper.ts')
    const { row, words } = await as(deps.db, { role: 'verifier' }, async (tx) => {
      const row = await tx.selectFrom('casework.report').selectAll().where('tracking_id', '=', c.req.param('nomor')).executeTakeFirst()
      const kept = row && (await tx.selectFrom('casework.content').selectAll().where('report_id', '=', row.id).executeTakeFirst())
      return { row, words: kept && openWords(deps.keys.keeper, row.id, kept, ['title', 'text']) }
    })
    ${tail}
  })
`
