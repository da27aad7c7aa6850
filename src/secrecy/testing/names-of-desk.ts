import fc from 'fast-check'
import type { Directory } from '../../agencies/directory.ts'

const beforeIt = ['', 'staf', 'oknum', 'petugas', 'pegawai di', 'verifikator di', 'admin', 'Tim', 'salah satu orang di']
const spelt = [
  'Kemenpan-RB',
  'KEMENPAN RB',
  'KemenPAN & RB',
  'Kementerian PAN-RB',
  'Kementerian PANRB',
  'Menteri PANRB',
  'SP4N-LAPOR!',
  'lapor.go.id',
]

/** Ways to name the national desk: what it is called, in any letters and with signs between, behind words for a post or for people. */
export function namesOfDesk(directory: Directory): fc.Arbitrary<string> {
  const desk = directory.desk()
  const own = [desk?.id, desk?.name, desk?.shortName].filter((name) => typeof name === 'string')
  const name = fc.constantFrom(...spelt, ...own)
  const letters = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) => text.replace(' ', '  '),
    (text: string) => `${text}.`,
  )
  return fc
    .tuple(fc.constantFrom(...beforeIt), name, letters)
    .map(([words, called, spell]) => spell(`${words} ${called}`.trim()))
}
