import type { Child } from 'hono/jsx'

export type Fact = { name: Child; value: Child; action?: { href: string; words: string } }

/** Names and their values, one a line; `action` is a small link such as "Ubah". */
export function Facts({ facts }: { facts: readonly (Fact | null | false | undefined)[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) =>
        fact ? (
          <div>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
            {fact.action ? (
              <dd class="fact-action">
                <a href={fact.action.href}>
                  {fact.action.words}
                  <span class="hidden"> {fact.name}</span>
                </a>
              </dd>
            ) : null}
          </div>
        ) : null,
      )}
    </dl>
  )
}
