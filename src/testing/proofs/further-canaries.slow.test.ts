import { furtherLives } from './canary-lives.ts'
import { proveByCanaries } from './prove-by-canaries.ts'

// The same for every other stage, and for what was raised, held back by an embargo or erased; here for one secrecy of each sort, for all
// of them in the long run.

await proveByCanaries(furtherLives, ['open', 'anonymous', 'confidential'])
