import { expect, test } from 'vitest'
import type { Switches } from '../secrecy/who-sees.ts'
import { accusedSentence, contactSentence, maskedSentence, openingSentence, whoSeesSentence } from './who-sees-words.ts'

const open: Switches = { anonymous: false, confidential: false, withoutIdentity: false, showName: false }

test.each([
  [
    'open',
    open,
    'Siapa saja dapat membaca isinya. Nama Anda hanya diketahui instansi yang menangani, instansi yang Anda sebut, admin nasional, dan pengawas.',
  ],
  ['open, with the name', { ...open, showName: true }, 'Siapa saja dapat membaca isinya. Nama Anda tampil.'],
  ['anonymous', { ...open, anonymous: true }, 'Siapa saja dapat membaca isinya. Nama Anda tidak dilihat siapa pun.'],
  [
    'confidential',
    { ...open, confidential: true },
    'Isinya hanya dibaca instansi yang menangani, instansi yang Anda sebut (sebelum diteruskan), dan admin nasional (sebelum diteruskan, dan bila dikembalikan instansi). Nama Anda tidak dilihat siapa pun.',
  ],
])('what a reporter is told of a report that is %s', (_, switches, sentence) => {
  expect(whoSeesSentence('id', switches)).toBe(sentence)
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
