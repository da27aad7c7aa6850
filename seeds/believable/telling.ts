import { closings, marks, openings, roads, slang, streets, syllables, times } from './places.ts'
import type { LifeWords } from './life.ts'
import type { Random } from './random.ts'
import type { Spot } from './spots.ts'
import type { Topic } from './topic.ts'
import { indoors } from './topics-indoors.ts'
import { outdoors } from './topics-outdoors.ts'

const weighted: readonly Topic[] = [...outdoors, ...indoors].flatMap((topic) =>
  Array.from({ length: topic.weight }, () => topic),
)

/** A trouble told in somebody's words, and the words that others will say about it. */
export function tellTrouble(random: Random, spot: Spot, short: boolean) {
  const topic = random.pick(weighted)
  const place = placeOf(random, spot)
  const nth = random.whole(topic.problems.length)
  const problem = topic.problems[nth] ?? random.pick(topic.problems)
  const text = short ? shortText(random, topic, problem, place) : longText(random, topic, problem, place, spot)
  const words: LifeWords = {
    answer: () =>
      `${random.pick(greetings)}${topic.answers[nth] ?? random.pick(topic.answers)}${random.chance(0.4) ? ` Lokasi: ${place}.` : ''}`,
    progress: () => random.pick(progresses),
    question: () => random.pick(questions),
    reply: () => `${random.pick(replies)} ${random.pick(topic.wishes)}.`,
  }
  const title = `${topic.titles[nth] ?? random.pick(topic.titles)} di ${place}`
  return {
    title,
    text,
    place,
    words,
    category: topic.category,
    office: topic.office,
    kind: topic.kind ?? ('complaint' as const),
  }
}

function placeOf(random: Random, spot: Spot): string {
  const street = `${random.pick(roads)} ${random.pick(streets)}`
  const number = random.chance(0.4) ? ` ${1 + random.whole(60)}` : ''
  const block = random.chance(0.25) ? ` RT ${1 + random.whole(15)} RW ${1 + random.whole(12)}` : ''
  return `${street}${number}${block}, ${spot.name}`
}

function longText(random: Random, topic: Topic, problem: string, place: string, spot: Spot): string {
  const opening = random.pick(openings)
  const shop = random.chance(0.3) ? ` Patokannya toko ${rareName(random)}.` : ''
  const effect = random.pick(topic.effects)
  const further = random.pick(topic.effects)
  const more = further !== effect ? ` Selain itu, ${further}.` : ''
  const told = random.chance(0.3) ? ` Sudah kami sampaikan ke RT dan kelurahan di ${spot.name}, belum ada hasil.` : ''
  const start = `${opening} Di ${place} (${random.pick(marks)}) ${problem} ${random.pick(times)}.`.trimStart()
  return `${start} ${capital(effect)}.${more}${shop}${told} ${capital(random.pick(topic.wishes))}. ${random.pick(closings)}`.trimEnd()
}

function shortText(random: Random, topic: Topic, problem: string, place: string): string {
  const plain = `${problem} di ${place} ${random.pick(times)}, ${random.pick(topic.effects)}. ${random.pick(topic.wishes)}`
  return plain.toLowerCase().replace(/[a-z]+/g, (word) => slang.get(word) ?? word)
}

function rareName(random: Random): string {
  return capital(random.pick(syllables) + random.pick(syllables) + random.pick(syllables))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const greetings = [
  'Terima kasih atas laporannya. ',
  'Mohon maaf atas keadaan ini. ',
  'Bapak/Ibu yang baik, ',
  '',
] as const
const progresses = [
  'Petugas kami memeriksa lokasi hari ini.',
  'Bahan sudah dipesan, pekerjaan dimulai pekan ini.',
  'Kami berkoordinasi dengan kelurahan untuk jadwal pengerjaan.',
  'Berkas sedang dicocokkan dengan data kependudukan.',
] as const
const questions = [
  'Mohon sebutkan alamat yang lebih tepat: jalan apa, dan bangunan apa yang terdekat?',
  'Sejak tanggal berapa hal ini terjadi, dan apakah tetangga mengalami hal yang sama?',
  'Apakah ada foto lokasi yang dapat dilampirkan?',
] as const
const replies = [
  'Belum selesai.',
  'Keadaannya masih sama.',
  'Sudah dicek, ternyata belum.',
  'Ini keterangan tambahannya.',
] as const
