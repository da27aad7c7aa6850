import { Breadcrumb, Button, Field, FilterLinks, Filters, InlineForm, Pagination, Tabs } from '../components/index.ts'
import type { ExampleGroup } from './example.ts'

export const navigationExamples: ExampleGroup = {
  title: 'Menemukan jalan',
  examples: [
    {
      name: 'InlineForm',
      draw: () => (
        <InlineForm action="#">
          <Field name="g3" label="Nomor laporan" code size="medium" />
          <Button>Lacak</Button>
        </InlineForm>
      ),
    },
    {
      name: 'Tabs',
      draw: () => (
        <Tabs
          label="Bagian"
          tabs={[
            { href: '#a', words: 'Menunggu', count: '12', current: true },
            { href: '#b', words: 'Ditunda', count: '3' },
          ]}
        />
      ),
    },
    {
      name: 'Breadcrumb',
      draw: (l) => (
        <Breadcrumb
          locale={l}
          links={[
            { href: '/', words: 'Beranda' },
            { href: '/laporan', words: 'Laporan' },
          ]}
        />
      ),
    },
    { name: 'Pagination', draw: (l) => <Pagination locale={l} first="#a" next="#b" /> },
    {
      name: 'Filters',
      draw: (l) => (
        <Filters locale={l} action="#" clear="#" active title="Saring laporan">
          <Field name="g1" label="Kata" type="search" />
          <Field name="g2" label="Dari tanggal" type="date" />
        </Filters>
      ),
    },
    {
      name: 'FilterLinks',
      draw: () => (
        <FilterLinks
          label="Status"
          links={[
            { href: '#a', words: 'Semua', current: true },
            { href: '#b', words: 'Belum ditindaklanjuti', count: '208' },
          ]}
        />
      ),
    },
  ],
}
