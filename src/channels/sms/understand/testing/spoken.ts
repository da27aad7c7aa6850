import { one, uttered } from './uttered.ts'

const thanks = [
  '{makasih}<kind>',
  '{terima} {kasih}<kind>',
  '{terimakasih}<kind>',
  '{makasih} banyak<kind>',
  '{makasih} byk<kind>',
  'mksih<kind>',
  'oke {ditunggu}<kind>',
  'siap {ditunggu} pak',
]

/** What people say beside commands, and nothing is to be done for: thanks, and that it is still so. */
export const spoken = [
  uttered(
    'thanks',
    thanks,
    ({ id }) => one(id),
    ({ id }) => ({ kind: 'status', trackingId: id }),
  ),
  uttered(
    'thanks for an answer',
    thanks,
    ({ id }) => one(id, 'judgement'),
    ({ id }) => ({ kind: 'ask', question: 'yes_or_no', about: id }),
  ),
  uttered(
    'still so',
    [
      'lampu masij mati juga<kind>',
      'lampu msh mati jg<kind>',
      'sampai {sekarang} masih gelap',
      'malam ini maish gelap pak',
      'sdh <n> hari ga ada yg dtg',
      'udh <n> hari tdk ada yg datnga',
      'sudah <n> minggu {belum} ada perbaikan',
      'kok {diam} aja pak',
      'air masi mati pak',
      'janjinya mana<kind>',
    ],
    ({ id }) => one(id),
    () => 'told or asked',
  ),
]
