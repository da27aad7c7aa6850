import { expect, test } from 'vitest'
import { asHeard } from './heard-names.ts'
import { skeleton } from './skeleton.ts'

test.each([
  ['Kristina', 'Christina'],
  ['Viktor', 'Victor'],
  ['Monika', 'Monica'],
  ['Wendelinus', 'Vendelinus'],
  ['Syamsul', 'Samsul'],
  ['Syarifuddin', 'Sarifudin'],
  ['Fitriani', 'Fitriyani'],
  ['Marsetio', 'Marsetyo'],
  ['Dwi', 'Dwie'],
  ['Zainal', 'Jaenal'],
  ['Zulkifli', 'Julkifli'],
  ['Fanggidae', 'Fanggidai'],
  ['Swastika', 'Suastika'],
  ['Aisyah', 'Aisah'],
  ['Aisyah', 'Aisya'],
  ['AbdulRahman', 'Abdurrahman'],
  ['AbdulRahman', 'Abdurahman'],
  ['AbdusSalam', 'AbdulSalam'],
])('%s and %s are one name, whichever of them was given and whichever is said', (one, other) => {
  expect(asHeard(other.toLowerCase())).toContain(skeleton(one))
  expect(asHeard(one.toLowerCase())).toContain(skeleton(other))
})

test.each([
  ['Sari', 'Hari'],
  ['Dewi', 'Desi'],
  ['Budi', 'Rudi'],
  ['Yanti', 'Yanto'],
])('%s is not %s', (one, other) => {
  expect(asHeard(other.toLowerCase())).not.toContain(skeleton(one))
})
