import { filedSchema } from '../src/intake/api-schemas.ts'
import { apiOf } from './api.ts'

export type Known = { id: string; key: string }
type Tokens = { verifier: string; coordinator: string }

const text = 'Saluran air di Jalan Soeharto tertutup puing sejak perbaikan jalan. Air masuk ke tiga rumah tiap hujan.'

/** One report in each stage, with the key that opens it, brought there by the moves of the people who may make them. */
export async function reportsInStages(url: string, { verifier, coordinator }: Tokens) {
  const { post } = apiOf(url)
  const step = async ({ id, key }: Known, move: string, body: unknown, token?: string) => {
    const told = await post(`/reports/${id}/${move}`, body, token ? { token } : { key })
    if (told.status !== 200) throw new Error(`${move}: ${told.text}`)
  }
  const filed = async (): Promise<Known> => {
    const { id, key = '' } = filedSchema.parse((await post('/reports', { text, agencySlug: 'kota-kupang' })).json)
    return { id, key }
  }
  const forwarded = async () => {
    const report = await filed()
    await step(report, 'verification', { agencySlug: 'kota-kupang', title: 'Saluran tertutup puing' }, verifier)
    return report
  }
  const answered = async () => {
    const report = await forwarded()
    await step(report, 'answer', { text: 'Puing sudah diangkat Selasa lalu.', outcome: 'solved' }, coordinator)
    return report
  }
  const and = async (report: Known, move: string, body: unknown, token?: string) => {
    await step(report, move, body, token)
    return report
  }
  const parent = await forwarded()
  return {
    received: await filed(),
    on_hold: await and(await filed(), 'hold', { question: 'Di depan rumah nomor berapa?' }, verifier),
    forwarded: parent,
    in_progress: await and(await forwarded(), 'progress', { text: 'Truk dijadwalkan besok pagi.' }, coordinator),
    answered: await answered(),
    closed: await and(await answered(), 'confirmation', { rating: 5 }),
    archived: await and(await filed(), 'archival', { reason: 'unclear', note: 'Tempatnya tidak disebut.' }, verifier),
    merged: await and(await forwarded(), 'merge', { into: parent.id }, verifier),
    withdrawn: await and(await forwarded(), 'withdrawal', {}),
  }
}
