import { Gauge, PaceRibbon, Ribbon } from '../components/index.ts'
import type { ExampleGroup } from './example.ts'
import { lives, modelOf, progressOfLife } from './ribbon-lives.ts'

const paces: Record<string, [day: number, n: number][]> = {
  'sebagian besar tepat waktu': [
    [0, 12],
    [1, 60],
    [2, 88],
    [3, 71],
    [4, 50],
    [5, 42],
    [6, 9],
    [9, 4],
    [31, 7],
  ],
  kosong: [],
}

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
    ...Object.entries(paces).map(([name, days]) => ({
      name: `PaceRibbon, ${name}`,
      draw: (locale: 'id' | 'en') => <PaceRibbon locale={locale} clock="answer" days={new Map(days)} allowance={5} />,
    })),
  ],
}
