import { spawnSync } from 'node:child_process'
import { utimesSync } from 'node:fs'
import { Explained } from '../../platform/explained.ts'
import type { KeyStore } from './key-store.ts'

const patienceMs = 30_000
const mostBytes = 1_000_000_000

type Verb = 'list' | 'read' | 'write' | 'forget'

/**
 * Keys behind a program: `list` prints their names, one a line; `read NAME` prints what `write NAME` was given on standard input,
 * byte for byte; `forget NAME` destroys it. Whatever it is asked is done, durably, when it exits with 0. It is run without a
 * shell; what it says on standard error goes to ours.
 * @param folder touched after every change: by that the other processes notice it
 */
export function commandStore(command: string, folder: string): KeyStore {
  const ask = (verb: Verb, name?: string, input = ''): string => {
    const words = name === undefined ? [verb] : [verb, name]
    const asked = spawnSync(command, words, {
      input,
      encoding: 'utf8',
      timeout: patienceMs,
      maxBuffer: mostBytes,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    if (asked.status !== 0) throw new Explained(failure(command, words.join(' '), asked))
    return asked.stdout
  }
  const names = () => ask('list').split('\n').filter(Boolean)
  const change = (verb: Verb, name: string, text?: string) => {
    ask(verb, name, text)
    const now = new Date()
    utimesSync(folder, now, now)
  }
  return {
    names,
    read: (name) => (names().includes(name) ? ask('read', name) : undefined),
    keepOnce(name, text) {
      if (!names().includes(name)) change('write', name, text)
    },
    replace: async (name, text) => change('write', name, text),
    forget: (name) => change('forget', name),
    called: (name) => `key ${name} of ${command}`,
  }
}

function failure(command: string, words: string, asked: ReturnType<typeof spawnSync>): string {
  const why = asked.error ? asked.error.message : asked.signal ? `signal ${asked.signal}` : `exit code ${asked.status}`
  return [
    `The key command ${command} failed at "${words}" (${why}). Without it LAPOR! opens and seals nothing; put it right and start again.`,
    `Perintah kunci ${command} gagal pada "${words}" (${why}). Tanpa perintah itu LAPOR! tidak dapat membuka atau menyegel apa pun; perbaiki, lalu mulai lagi.`,
  ].join('\n')
}
