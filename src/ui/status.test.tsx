import { expect, test } from 'vitest'
import { stages } from '../report/lifecycle.ts'
import { StatusBadge } from './components/status-badge.tsx'
import { statusLook, statusWord } from './status.ts'

test.each([
  ['received', undefined, 'grey', 'Menunggu verifikasi'],
  ['on_hold', undefined, 'orange', 'Ditunda, perlu dilengkapi'],
  ['forwarded', undefined, 'red', 'Belum ditindaklanjuti'],
  ['in_progress', undefined, 'yellow', 'Sedang diproses'],
  ['answered', undefined, 'green', 'Sudah ditindaklanjuti, menunggu pelapor'],
  ['closed', 'confirmed', 'blue', 'Selesai, dikonfirmasi pelapor'],
  ['closed', 'silent', 'blue', 'Selesai, tanpa tanggapan'],
  ['archived', undefined, 'grey', 'Diarsipkan'],
  ['merged', undefined, 'grey', 'Digabung'],
  ['withdrawn', undefined, 'grey', 'Dicabut'],
] as const)('a report that is %s (%s) is %s and says "%s"', (stage, manner, colour, word) => {
  expect(statusLook(stage, manner).colour).toBe(colour)
  expect(statusWord('id', stage, manner)).toBe(word)
})

test.each(stages)('the badge of %s has a word and an icon beside its colour', (stage) => {
  const html = String(<StatusBadge locale="id" stage={stage} />)
  expect(html).toContain(statusWord('id', stage))
  expect(html).toContain('<svg class="icon"')
})

test('each status has an icon of its own', () => {
  const icons = [...stages.map((stage) => statusLook(stage).icon), statusLook('closed', 'silent').icon]
  expect(new Set(icons).size).toBe(icons.length)
})

test('an overdue, escalated report says both beside its status', () => {
  const html = String(<StatusBadge locale="id" stage="forwarded" overdue escalated />)
  expect(html).toContain('Lewat tenggat')
  expect(html).toContain('Diteruskan ke Ombudsman')
})
