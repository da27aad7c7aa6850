// Where leaks are planted, and which tests must say so: [test file, its name or the beginning of it].

export const judges = ['src/secrecy/two-judges.test.ts', 'the policy in the code and the one in the database agree']
export const openings = [
  'src/secrecy/two-judges-openings.slow.test.ts',
  'the code and the database agree on what is open for whom',
]
export const can = 'src/secrecy/can.ts'
export const inDatabase = 'migrations/0044-judge-by-row.sql'
export const proofs = 'src/testing/proofs'
export const dump = [`${proofs}/dump.slow.test.ts`, 'a dump of every table']
export const queue = [`${proofs}/dump.slow.test.ts`, 'the rows of work']
export const mails = [`${proofs}/dump.slow.test.ts`, 'mails say nothing']
export const sent = [`${proofs}/dump.slow.test.ts`, 'mails leave no address']
export const filingLog = [`${proofs}/dump.slow.test.ts`, 'the log of filing']
export const worlds = [`${proofs}/two-worlds.slow.test.ts`, 'no answer to a stranger differs']
export const absent = [`${proofs}/two-worlds.slow.test.ts`, 'a hidden report answers as one that does not exist']
export const crawl = (reader, only) => [`${proofs}/canaries.slow.test.ts`, `${reader} finds what`, { CANARIES: only }]
export const reporters = (only) => [`${proofs}/canaries.slow.test.ts`, 'the reporter of a report', { CANARIES: only }]
export const copy = 'migrations/0054-shown-place.sql'
export const firstCopy = 'migrations/0055-publish-shown-place.sql'
export const filing = 'src/intake/file-report.ts'

export const leak = (name, file, find, replace, caughtBy) => ({ name, file, find, replace, caughtBy })
