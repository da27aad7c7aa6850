import { MarkedText, StatusBadge } from '../components/index.ts'
import { Desk, DeskItem } from '../console-frame.tsx'
import { Gauge } from '../ribbon/gauge.tsx'
import type { ExampleGroup } from './example.ts'
import { lives, progressOfLife } from './ribbon-lives.ts'

export const deskExamples: ExampleGroup = {
  title: 'Meja kerja',
  examples: [
    {
      name: 'Desk, DeskItem',
      draw: (locale) => (
        <Desk
          label="Antrian"
          list={
            <ol>
              {lives.slice(0, 4).map((life, index) => {
                const progress = progressOfLife(life)
                return (
                  <li>
                    <DeskItem
                      href={`#d${index}`}
                      title={life.name}
                      current={index === 1}
                      facts={['K7M-2QX-4PR', 'Kota Kupang']}
                    >
                      <StatusBadge locale={locale} stage={life.stage} />
                      {progress ? <Gauge locale={locale} progress={progress} /> : null}
                    </DeskItem>
                  </li>
                )
              })}
            </ol>
          }
        >
          <h3>Saluran air tersumbat di Oesapa</h3>
          <p>
            Tekan <kbd>J</kbd> untuk laporan berikutnya.
          </p>
        </Desk>
      ),
    },
    {
      name: 'MarkedText',
      draw: () => (
        <p>
          <MarkedText
            text="Nama saya Yosefina, hubungi 0812-0000-0000."
            marks={[
              { start: 10, end: 18 },
              { start: 28, end: 42 },
            ]}
          />
        </p>
      ),
    },
  ],
}
