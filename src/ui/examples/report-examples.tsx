import { DayText, Facts, KeyBox, Moment, ReportCard, Thread, TrackingId, TrackingIdText } from '../components/index.ts'
import type { ThreadEntry } from '../components/thread.tsx'
import { type ExampleGroup, longText, longTitle } from './example.ts'

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 0, day, hour, 5))

const entries: ThreadEntry[] = [
  { kind: 'message', by: 'reporter', name: 'Pelapor', at: at(12, 3), text: longText },
  { kind: 'move', at: at(14, 2), words: 'Diteruskan ke Pemerintah Kota Kupang' },
  { kind: 'message', by: 'desk', name: 'Admin nasional', at: at(14, 3), text: 'Mohon foto saluran dari sisi jalan.' },
  {
    kind: 'message',
    by: 'agency',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Kupang',
    at: at(20, 6),
    outcome: 'Masalah diselesaikan',
    text: 'Saluran sudah dibersihkan pada 19 Januari. Foto sebelum dan sesudah terlampir.',
  },
  {
    kind: 'message',
    by: 'agency',
    name: 'Admin instansi',
    at: at(20, 7),
    internal: 'Hanya untuk petugas',
    text: 'Anggaran triwulan I.',
  },
  { kind: 'move', at: at(21, 1), words: 'Belum selesai menurut pelapor' },
]

export const reportExamples: ExampleGroup = {
  title: 'Laporan',
  examples: [
    { name: 'TrackingId', draw: (l) => <TrackingId locale={l} id="K7M2QX4PR" /> },
    {
      name: 'TrackingIdText',
      draw: () => (
        <p>
          Laporan <TrackingIdText id="K7M2QX4PR" /> sudah diteruskan.
        </p>
      ),
    },
    {
      name: 'KeyBox',
      draw: (l) => (
        <KeyBox locale={l} reportKey="HTRK-9XWM-4CJD-Q7PN-2FYK">
          Simpan kunci ini. Tanpa kunci, Anda tidak dapat membalas. Kami tidak menyimpannya.
        </KeyBox>
      ),
    },
    {
      name: 'Facts',
      draw: () => (
        <Facts
          facts={[
            { name: 'Klasifikasi', value: 'Pengaduan' },
            { name: 'Tempat', value: 'Kelurahan Oesapa, Kota Kupang', action: { href: '#x', words: 'Ubah' } },
            { name: 'Judul', value: longTitle },
          ]}
        />
      ),
    },
    { name: 'Thread', draw: (l) => <Thread locale={l} entries={entries} zone="Asia/Makassar" /> },
    {
      name: 'Moment, DayText',
      draw: (l) => (
        <p>
          <Moment locale={l} at={at(14, 2)} zone="Asia/Jayapura" /> · <DayText locale={l} day="2026-01-22" />
        </p>
      ),
    },
    {
      name: 'ReportCard',
      draw: (l) => (
        <ReportCard
          locale={l}
          href="#r"
          title="Saluran air tersumbat di Oesapa"
          stage="in_progress"
          overdue
          facts={['Kota Kupang', '6 hari kerja']}
          excerpt={longText}
        />
      ),
    },
    {
      name: 'ReportCard, long',
      draw: (l) => (
        <ReportCard
          locale={l}
          href="#r"
          title={longTitle}
          stage="closed"
          manner="confirmed"
          facts={['Kementerian Pendidikan dan Kebudayaan', 'Pengaduan', '12 hari lalu']}
        />
      ),
    },
  ],
}
