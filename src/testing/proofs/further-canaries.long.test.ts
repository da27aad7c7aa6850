import { furtherLives } from './canary-lives.ts'
import { proveByCanaries } from './prove-by-canaries.ts'

// Every other stage, for every secrecy.

await proveByCanaries(furtherLives)
