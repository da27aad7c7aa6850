// Leaks, each planted alone in a copy of the house: what is wrong, where, and the test that must say so.
// `find` stands exactly once in `file`; `caughtBy` is [test file, its name or the beginning of it].

import { answered } from './answered.mjs'
import { burned } from './burned.mjs'
import { erased } from './erased.mjs'
import { found } from './found.mjs'
import { imported } from './imported.mjs'
import { judged } from './judged.mjs'
import { later } from './later.mjs'
import { messages } from './messages.mjs'
import { settled } from './settled.mjs'
import { told } from './told.mjs'

export const leaks = [
  ...judged,
  ...settled,
  ...told,
  ...imported,
  ...later,
  ...found,
  ...burned,
  ...answered,
  ...erased,
  ...messages,
]
