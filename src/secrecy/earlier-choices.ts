type Values = Readonly<Record<string, string>>

/** What becomes of each is carried along with the form: numbers of events → whether the public reads the words, or a line. */
const field = 'terdahulu'
const choices = ['words', 'line'] as const
export type Choice = (typeof choices)[number]

/** What was chosen for words that were said before everybody could read them, by the number of their event. */
export function choicesIn(values: Values): Map<number, Choice> {
  try {
    const kept: unknown = JSON.parse(values[field] || '{}')
    const entries = Object.entries(kept ?? {}).filter((entry): entry is [string, Choice] => choices.includes(entry[1]))
    return new Map(entries.map(([seq, choice]) => [Number(seq), choice]))
  } catch {
    return new Map()
  }
}

/** The form after a press of "Hanya barisnya" or "Terbitkan isinya"; nothing is sent by it. */
export function afterChoice(posted: Values): { values: Values; pressed: boolean } {
  const { terbitkan_isi: words, hanya_baris: line, ...values } = posted
  const pressed = words ?? line
  if (pressed === undefined) return { values, pressed: false }
  const chosen = choicesIn(values).set(Number(pressed), words === undefined ? 'line' : 'words')
  return { values: { ...values, [field]: JSON.stringify(Object.fromEntries(chosen)) }, pressed: true }
}

/** Numbers of the events of which only a line is published, in order. */
export function leftIn(values: Values): number[] {
  const left = [...choicesIn(values)].flatMap(([seq, choice]) => (choice === 'line' ? [seq] : []))
  return left.sort((one, other) => one - other)
}
