import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aimOf } from '../secrecy/aim.ts'
import type { Switches } from '../secrecy/who-sees.ts'
import { accusedSentence, contactSentence, maskedSentence, openingSentence, whoSeesSentence } from './who-sees-words.ts'

const directory = await loadDirectory((await testDatabase()).publicDb)
const open: Switches = { anonymous: false, confidential: false, withoutIdentity: false, showName: false }

test.each([
  [
    'open',
    open,
    'Siapa saja dapat membaca isinya. Nama Anda hanya diketahui instansi yang menangani, instansi yang Anda sebut, bila ada, admin nasional, dan pengawas.',
  ],
  ['open, with the name', { ...open, showName: true }, 'Siapa saja dapat membaca isinya. Nama Anda tampil.'],
  ['anonymous', { ...open, anonymous: true }, 'Siapa saja dapat membaca isinya. Nama Anda tidak dilihat siapa pun.'],
  [
    'confidential',
    { ...open, confidential: true },
    'Isinya hanya dibaca instansi yang menangani, instansi yang Anda sebut, bila ada (sebelum diteruskan), dan admin nasional (sebelum diteruskan, dan bila dikembalikan instansi). Nama Anda tidak dilihat siapa pun.',
  ],
])('what a reporter is told of a report that is %s', (_, switches, sentence) => {
  expect(whoSeesSentence('id', switches)).toBe(sentence)
})

test.each([
  ['names no office', undefined, [], 'instansi yang menangani dan admin nasional'],
  ['names an office', 'Dinkes Kota Kupang', [], 'Pemerintah Kota Kupang (sebelum diteruskan)'],
  ['names one that we do not know', 'Dinas Antah', [], 'instansi yang menangani dan admin nasional'],
  ['accuses the one it names', 'kota-kupang', ['Pemkot Kupang'], 'instansi yang menangani dan admin nasional'],
  ['accuses its head', 'kota-kupang', ['Wali Kota Kupang'], 'instansi yang menangani dan admin nasional'],
  ['names somebody unclear', 'kota-kupang', ['orang di loket'], 'instansi yang menangani dan admin nasional'],
  ['accuses the desk', 'kota-kupang', ['Verifikator'], 'instansi yang menangani dan Ombudsman Republik Indonesia'],
  ['accuses desk and Ombudsman', undefined, ['KemenPANRB', 'Ombudsman RI'], 'dan Kantor Staf Presiden'],
])('a confidential filing that %s says who reads exactly that', (_, agency, accused, readers) => {
  const said = whoSeesSentence('id', { ...open, confidential: true }, aimOf(directory, agency, accused))
  expect(said).toContain(readers)
  expect(said).not.toContain('instansi yang Anda sebut')
})

test('nobody sees the contact details, and news is promised only where it can be sent', () => {
  expect(contactSentence('en', open, true)).toBe('Nobody sees your contact details; the system sends the news.')
  expect(contactSentence('en', open, false)).toBeUndefined()
  expect(contactSentence('en', { ...open, withoutIdentity: true }, true)).toBeUndefined()
})

test('confidential and anonymous together hides more than confidential alone, and says so', () => {
  const confidential = { ...open, confidential: true }
  expect(maskedSentence('id', confidential)).toBe('Apakah Anda memberi kontak hanya dilihat admin nasional.')
  expect(maskedSentence('id', { ...confidential, anonymous: true })).toBe(
    'Tidak terlihat pula apakah Anda memberi kontak.',
  )
})

test.each([
  ['confidential', { ...open, confidential: true }, 'tidak dapat menemukan laporan ini'],
  ['open', open, 'tidak tahu nama Anda'],
  ['open, with the name', { ...open, showName: true }, 'nama Anda juga'],
])('whoever is accused in a report that is %s', (_, switches, words) => {
  expect(accusedSentence('id', switches)).toContain(words)
})

test.each([
  ['open', open, 'dapat meminta identitas Anda dibuka'],
  [
    'confidential',
    { ...open, confidential: true },
    'admin nasional dan pengawas dapat meminta isi laporan dan identitas Anda dibuka',
  ],
  [
    'confidential, without identity',
    { ...open, confidential: true, withoutIdentity: true },
    'meminta isi laporan dibuka',
  ],
])('who may have opened what is hidden in a report that is %s', (_, switches, words) => {
  expect(openingSentence('id', switches)).toContain(words)
})

test('where nothing is hidden that could be opened, nothing is said', () => {
  expect(openingSentence('id', { ...open, withoutIdentity: true })).toBeUndefined()
})
