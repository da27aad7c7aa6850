import { availableParallelism } from 'node:os'
import { randomId } from '../platform/uuid.ts'
import { keptPoint } from '../report/kept-point.ts'
import { type IdentityKeys, sealContact } from '../secrecy/identity.ts'
import { figureOf, type Figure } from './figures.ts'

const rounds = 9
const timesARound = 200
const words = 'Lampu jalan padam sejak tiga hari, anak-anak takut lewat sepulang mengaji. '.repeat(4)
const confidentialWords = 8

/** CPU time in milliseconds. */
export type Sealing = { filing: Figure; opening: Figure }

/** What secrecy costs a filing whose reporter is known to us, and the page of a confidential report with its thread. */
export function measureSealing(keys: IdentityKeys): Sealing {
  const contact = { name: 'Marta Ndun', phone: '081234567890', email: 'marta@contoh.id' }
  const point = { lat: -10.163, lon: 123.601 }
  const filing = cpu(() => {
    const id = randomId()
    sealContact(keys, id, contact)
    keys.keeper.sealIdentity(id, contact.name)
    keptPoint(keys.keeper, id, point, true)
  })
  const kept = Array.from({ length: timesARound }, () => {
    const id = randomId()
    return { id, sealed: Array.from({ length: confidentialWords }, () => keys.keeper.sealWords(id, words)) }
  })
  let next = 0
  const opening = cpu(() => {
    const { id, sealed } = kept[next++ % kept.length] ?? { id: '', sealed: [] }
    for (const one of sealed) keys.keeper.open(id, one)
  })
  return { filing, opening }
}

/** @param filingsPerSecond with every core busy: what one of them takes, then, is their time over it */
export function shareOfFiling(milliseconds: number, filingsPerSecond: number): number {
  return (milliseconds * filingsPerSecond) / (1000 * availableParallelism())
}

function cpu(once: () => void): Figure {
  const taken = Array.from({ length: rounds + 1 }, () => {
    const before = process.cpuUsage()
    for (let time = 0; time < timesARound; time++) once()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / timesARound
  })
  return figureOf(taken.slice(1))
}
