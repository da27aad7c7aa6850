import { furtherLives } from './canary-lives.ts'
import { proveByCanaries } from './prove-by-canaries.ts'

// The same for every other stage, and for what was raised, held back by an embargo or erased. In English for one secrecy of each sort.

await proveByCanaries(furtherLives, ['open', 'anonymous', 'both'])
