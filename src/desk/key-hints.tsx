import { Details } from '../ui/components/index.ts'
import type { Vocabulary } from '../ui/words/index.ts'

/** Keyboard hints on demand. The island `desk-keys` listens only after the box is ticked, and remembers it. */
export function KeyHints({ t }: { t: Vocabulary }) {
  const keys = [
    ['J', t.desk_key_next],
    ['K', t.desk_key_previous],
    ['1 – 9', t.desk_key_action],
    ['/', t.desk_key_search],
  ] as const
  return (
    <div class="key-hints" data-island="desk-keys" data-words={t.desk_keys_on}>
      <Details summary={t.desk_keys}>
        <ul>
          {keys.map(([key, words]) => (
            <li>
              <kbd>{key}</kbd> {words}
            </li>
          ))}
        </ul>
      </Details>
    </div>
  )
}
