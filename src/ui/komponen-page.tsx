import { Hono } from 'hono'
import { deskExamples } from './examples/desk-examples.tsx'
import type { ExampleGroup } from './examples/example.ts'
import { formExamples } from './examples/form-examples.tsx'
import { navigationExamples } from './examples/navigation-examples.tsx'
import { pageExamples } from './examples/page-examples.tsx'
import { reportExamples } from './examples/report-examples.tsx'
import { ribbonExamples } from './examples/ribbon-examples.tsx'
import { statusExamples } from './examples/status-examples.tsx'
import { Page } from './frame.tsx'
import { islandNames } from './islands/names.ts'
import { type Locale, localeOf } from './locale.ts'

const groups: readonly ExampleGroup[] = [
  ribbonExamples,
  statusExamples,
  reportExamples,
  formExamples,
  pageExamples,
  navigationExamples,
  deskExamples,
]

/** Every component in every state. Builders look here first; the accessibility test reads it. */
export function KomponenPage({ locale }: { locale: Locale }) {
  return (
    <Page locale={locale} title="Komponen" path="/dev/komponen" indexed={false} islands={islandNames} console>
      <h1>Komponen</h1>
      {groups.map((group) => (
        <section>
          <h2>{group.title}</h2>
          {group.examples.map((example) => (
            <div class="example">
              <p class="label">{example.name}</p>
              {example.draw(locale)}
            </div>
          ))}
        </section>
      ))}
    </Page>
  )
}

/** Mount at '/'; demo and development only. */
export const komponenRoutes = new Hono().get('/dev/komponen', (c) => c.html(<KomponenPage locale={localeOf(c)} />))
