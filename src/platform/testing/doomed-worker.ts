import pg from 'pg'
import { makeLog } from '../log.ts'
import { startJobs } from '../jobs.ts'

// A worker that is killed in the middle of its job: it does the effect, says so, and never ends.

const [url = '', effect = ''] = process.argv.slice(2)

await startJobs({
  url,
  log: makeLog({ logLevel: 'silent' }, 'doomed'),
  tasks: {
    async effect() {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(effect)
      await client.end()
      process.send?.('half way')
      await new Promise((resolve) => setTimeout(resolve, 600_000))
    },
  },
})
