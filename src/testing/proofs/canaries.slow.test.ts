import { lives } from './canary-lives.ts'
import { proveByCanaries } from './prove-by-canaries.ts'

// Reports that were received, given back, answered, withdrawn: whoever may not see them finds them nowhere; whoever may, finds them.

await proveByCanaries(lives)
