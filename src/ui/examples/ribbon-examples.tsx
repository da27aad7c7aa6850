import { Gauge, Ribbon } from '../components/index.ts'
import type { ExampleGroup } from './example.ts'
import { lives, modelOf, progressOfLife } from './ribbon-lives.ts'

export const ribbonExamples: ExampleGroup = {
  title: 'Pita hari kerja',
  examples: [
    ...lives.map((life) => ({
      name: `Ribbon, ${life.name}`,
      draw: (locale: 'id' | 'en') => (
        <Ribbon
          locale={locale}
          model={modelOf(life, locale)}
          owners={{ answer: 'Kota Kupang' }}
          turn="Giliran Kota Kupang"
        />
      ),
    })),
    ...lives.slice(0, 6).map((life) => ({
      name: `Gauge, ${life.name}`,
      draw: (locale: 'id' | 'en') => {
        const progress = progressOfLife(life)
        return progress ? <Gauge locale={locale} progress={progress} /> : null
      },
    })),
  ],
}
