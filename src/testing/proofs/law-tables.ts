import type { Life } from './canary-lives.ts'

// secrecy.md as a table that people read. Y: they find it · N: nowhere, as if it did not exist · -: may, need not.
// PUB anyone · REP who filed it · CIT somebody signed in · NA the desk · AA coordinator and LO officer of the office that has it ·
// LX officers of another unit or agency · SV supervisors · OP operator.
// Words that the reporter wrote first, before the desk put them right, are never more public than the report itself.

const neverPublished = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   Y   N   N   N   N   N
  text           N   Y   N   Y   N   N   N   N   N
  place          N   Y   N   Y   N   N   N   N   N
  point          N   Y   N   Y   N   N   N   N   N
  picture        N   Y   N   Y   N   N   N   N   N
  accused        N   -   N   -   N   N   N   N   N
  name           N   -   N   Y   N   N   N   N   N
  named office   N   -   N   Y   N   N   N   N   N
  named topic    N   -   N   Y   N   N   N   N   N
`

export const published = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          Y   Y   Y   Y   Y   Y   Y   Y   Y
  text           Y   Y   Y   Y   Y   Y   Y   Y   Y
  first title    N   Y   N   Y   -   -   N   -   N
  first text     N   Y   N   Y   Y   Y   N   -   N
  place          Y   Y   Y   Y   Y   Y   Y   Y   Y
  point          Y   Y   Y   Y   Y   Y   Y   Y   Y
  picture        Y   Y   Y   Y   Y   Y   Y   Y   Y
  progress       Y   Y   Y   Y   Y   Y   Y   Y   Y
  answer         Y   Y   Y   Y   Y   Y   Y   Y   Y
  question       N   Y   N   Y   Y   Y   N   Y   N
  message        N   Y   N   Y   Y   Y   N   Y   N
  return         N   Y   N   Y   -   -   N   Y   N
  office note    N   N   N   Y   Y   Y   N   Y   N
  name           N   -   N   Y   Y   Y   N   Y   N
  note in work   N   Y   N   Y   Y   Y   N   Y   N
  hand-back      N   N   N   Y   Y   Y   N   Y   N
  why opened     N   -   N   Y   N   N   N   Y   N
  named office   N   -   N   Y   Y   Y   N   Y   N
  named topic    N   -   N   Y   Y   Y   N   Y   N
`

/** Back at the desk: the public copy stays, the office that gave it back has it no longer. */
const returned = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          Y   Y   Y   Y   Y   Y   Y   Y   Y
  text           Y   Y   Y   Y   Y   Y   Y   Y   Y
  place          Y   Y   Y   Y   Y   Y   Y   Y   Y
  point          Y   Y   Y   Y   Y   Y   Y   Y   Y
  picture        Y   Y   Y   Y   Y   Y   Y   Y   Y
  return         N   Y   N   Y   N   N   N   Y   N
  name           N   -   N   Y   N   N   N   Y   N
  named office   N   -   N   Y   N   N   N   Y   N
  named topic    N   -   N   Y   N   N   N   Y   N
`

/** The public side keeps ID and status only. */
const withdrawn = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   -   -   -   N   -   N
  text           N   Y   N   -   -   -   N   -   N
  place          N   Y   N   -   -   -   N   -   N
  point          N   Y   N   -   -   -   N   -   N
  picture        N   Y   N   -   -   -   N   -   N
  name           N   -   N   -   -   -   N   -   N
  named office   N   -   N   -   -   -   N   -   N
  named topic    N   -   N   -   -   -   N   -   N
`

const confidential = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   N   Y   Y   N   N   N
  text           N   Y   N   N   Y   Y   N   N   N
  first title    N   Y   N   N   -   -   N   N   N
  first text     N   Y   N   N   N   N   N   N   N
  place          N   Y   N   N   Y   Y   N   N   N
  point          N   Y   N   N   Y   Y   N   N   N
  picture        N   Y   N   N   Y   Y   N   N   N
  progress       N   Y   N   N   Y   Y   N   N   N
  answer         N   Y   N   N   Y   Y   N   N   N
  question       N   Y   N   N   Y   Y   N   N   N
  message        N   Y   N   N   Y   Y   N   N   N
  office note    N   N   N   N   Y   Y   N   N   N
  name           N   -   N   N   N   N   N   N   N
  note in work   N   Y   N   N   Y   Y   N   N   N
  hand-back      N   N   N   N   Y   Y   N   N   N
  why opened     N   -   N   Y   N   N   N   Y   N
  named office   N   -   N   N   Y   Y   N   N   N
  named topic    N   -   N   N   Y   Y   N   N   N
`

/** Whenever it is at the desk, the desk reads it. */
const confidentialAtTheDesk = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   Y   N   N   N   N   N
  text           N   Y   N   Y   N   N   N   N   N
  place          N   Y   N   Y   N   N   N   N   N
  point          N   Y   N   Y   N   N   N   N   N
  picture        N   Y   N   Y   N   N   N   N   N
  return         N   Y   N   Y   N   N   N   N   N
  accused        N   -   N   -   N   N   N   N   N
  name           N   -   N   N   N   N   N   N   N
  named office   N   -   N   Y   N   N   N   N   N
  named topic    N   -   N   Y   N   N   N   N   N
`

const confidentialWithdrawn = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   N   -   N   N   N   N
  text           N   Y   N   N   -   N   N   N   N
  place          N   Y   N   N   -   N   N   N   N
  point          N   Y   N   N   -   N   N   N   N
  picture        N   Y   N   N   -   N   N   N   N
  name           N   -   N   N   N   N   N   N   N
  named office   N   -   N   N   -   N   N   N   N
  named topic    N   -   N   N   -   N   N   N   N
`

/** Whatever was chosen: numbers are nobody's to see, and what a camera wrote into the file is gone. Why not its reporter's: decision 8. */
export const always = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  phone          N   -   N   N   N   N   N   N   N
  email          N   -   N   N   N   N   N   N   N
  handle         N   -   N   N   N   N   N   N   N
  picture data   N   N   N   N   N   N   N   N   N
`

/** Held or archived before anybody forwarded it: the desk and its reporter alone. */
const heldByTheDesk = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  question       N   Y   N   Y   N   N   N   N   N
  archive note   N   Y   N   Y   N   N   N   N   N
`

/** An office has it, no unit of it yet. */
const forwarded = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  name           N   -   N   Y   Y   N   N   Y   N
  named office   N   -   N   Y   Y   N   N   Y   N
  named topic    N   -   N   Y   Y   N   N   Y   N
`

/** Archived before anybody forwarded it, and its reporter disagrees: it is looked at again. */
const objected = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  archive note   N   Y   N   Y   N   N   N   N   N
  objection      N   Y   N   Y   N   N   N   N   N
`

const reopened = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  reopening      Y   Y   Y   Y   Y   Y   Y   Y   Y
`

/** Forwarded, and held back from the public by a legal ground. */
const embargoed = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   Y   Y   N   N   N   N
  text           N   Y   N   Y   Y   N   N   N   N
  place          N   Y   N   Y   Y   N   N   N   N
  point          N   Y   N   Y   Y   N   N   N   N
  picture        N   Y   N   Y   Y   N   N   N   N
  statute        N   Y   N   Y   -   N   N   N   N
  name           N   -   N   Y   Y   N   N   N   N
  named office   N   -   N   Y   Y   N   N   N   N
  named topic    N   -   N   Y   Y   N   N   N   N
`

/** What the public reads stays, and how the offices dealt with it; who filed it is gone, and nobody is its reporter any more. */
const erased = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  question       N   N   N   Y   Y   Y   N   Y   N
  message        N   N   N   Y   Y   Y   N   Y   N
  name           N   N   N   N   N   N   N   N   N
  named office   N   N   N   Y   Y   Y   N   -   N
  named topic    N   N   N   Y   Y   Y   N   -   N
`
const erasedAnonymous = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  place          N   N   N   Y   Y   Y   N   N   N
  point          N   N   N   N   N   N   N   N   N
`

const hiddenForwarded = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   N   Y   N   N   N   N
  text           N   Y   N   N   Y   N   N   N   N
  place          N   Y   N   N   Y   N   N   N   N
  point          N   Y   N   N   Y   N   N   N   N
  picture        N   Y   N   N   Y   N   N   N   N
  named office   N   -   N   N   Y   N   N   N   N
  named topic    N   -   N   N   Y   N   N   N   N
`

const hiddenReopened = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  reopening      N   Y   N   N   Y   Y   N   N   N
`

/** Not in \`received\` and at no office: the desk, too, would have to have it opened. */
const hiddenNowhere = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   N   N   N   N   N   N
  text           N   Y   N   N   N   N   N   N   N
  place          N   Y   N   N   N   N   N   N   N
  point          N   Y   N   N   N   N   N   N   N
  picture        N   Y   N   N   N   N   N   N   N
  question       N   Y   N   N   N   N   N   N   N
  archive note   N   Y   N   N   N   N   N   N   N
  name           N   -   N   N   N   N   N   N   N
  named office   N   -   N   N   N   N   N   N   N
  named topic    N   -   N   N   N   N   N   N   N
`

/** Over, confidential, and erased by its reporter: nobody, whatever the field. */
const nobody = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  anything       N   N   N   N   N   N   N   N   N
`

export const open: Record<Life, readonly string[]> = {
  received: [neverPublished],
  'held by the desk': [heldByTheDesk, neverPublished],
  archived: [heldByTheDesk, neverPublished],
  objected: [objected, neverPublished],
  returned: [returned],
  forwarded: [forwarded, published],
  embargoed: [embargoed],
  'held by an office': [published],
  'in progress': [published],
  answered: [published],
  closed: [published],
  reopened: [reopened, published],
  merged: [published],
  withdrawn: [withdrawn],
  raised: [confidential],
  erased: [erased, published],
}

export const hidden: Record<Life, readonly string[]> = {
  received: [confidentialAtTheDesk],
  'held by the desk': [hiddenNowhere],
  archived: [hiddenNowhere],
  objected: [objected, confidentialAtTheDesk],
  returned: [confidentialAtTheDesk],
  forwarded: [hiddenForwarded, confidential],
  embargoed: [],
  'held by an office': [confidential],
  'in progress': [confidential],
  answered: [confidential],
  closed: [confidential],
  reopened: [hiddenReopened, confidential],
  merged: [confidential],
  withdrawn: [confidentialWithdrawn],
  raised: [],
  erased: [nobody],
}

/** What else an anonymous report hides: who, and where exactly. */
export const anonymous = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  name           N   -   N   N   N   N   N   N   N
`
export const anonymousPublic = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  first title    N   Y   N   N   N   N   N   N   N
  first text     N   Y   N   N   N   N   N   N   N
  place          N   Y   N   Y   Y   Y   N   N   N
  point          N   Y   N   Y   Y   Y   N   N   N
`
const anonymousReturned = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  place          N   Y   N   Y   N   N   N   N   N
  point          N   Y   N   Y   N   N   N   N   N
`
const anonymousForwarded = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  place          N   Y   N   Y   Y   N   N   N   N
  point          N   Y   N   Y   Y   N   N   N   N
`
export const whereAnonymous: Partial<Record<Life, readonly string[]>> = {
  returned: [anonymousReturned],
  forwarded: [anonymousForwarded],
  erased: [erasedAnonymous],
}

export const named = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  name           Y   Y   Y   Y   Y   Y   Y   Y   Y
`
