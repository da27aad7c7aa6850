import {
  Card,
  Confirm,
  DataTable,
  Details,
  EmptyState,
  LinkButton,
  Notice,
  Steps,
  ThreeNumbers,
} from '../components/index.ts'
import { type ExampleGroup, longTitle } from './example.ts'

export const pageExamples: ExampleGroup = {
  title: 'Bagian halaman',
  examples: [
    { name: 'Notice', draw: () => <Notice>Laporan ini milik umum. Jangan menulis nomor KTP.</Notice> },
    { name: 'Notice, good', draw: () => <Notice tone="good" title="Balasan terkirim" announce /> },
    {
      name: 'Notice, warning',
      draw: () => (
        <Notice tone="warning" title="Tenggat bergeser">
          SKB 3 Menteri menetapkan 16 Januari sebagai hari libur.
        </Notice>
      ),
    },
    {
      name: 'Notice, bad',
      draw: () => (
        <Notice tone="bad" title="Laporan berubah sementara Anda menulis">
          Periksa langkah terakhir di bawah, lalu kirim lagi.
        </Notice>
      ),
    },
    {
      name: 'Card',
      draw: () => (
        <Card title="Lacak laporan">
          <p>Masukkan nomor laporan Anda.</p>
        </Card>
      ),
    },
    {
      name: 'EmptyState',
      draw: () => (
        <EmptyState title="Tidak ada laporan di sini">
          <p>Coba saringan lain, atau hapus semua saringan.</p>
        </EmptyState>
      ),
    },
    {
      name: 'ThreeNumbers',
      draw: (l) => (
        <ThreeNumbers
          locale={l}
          finished={806136}
          inProcess={375270}
          unhandled={208485}
          caption="Dari 1.389.891 laporan terbuka."
        />
      ),
    },
    { name: 'ThreeNumbers, empty', draw: (l) => <ThreeNumbers locale={l} finished={0} inProcess={0} unhandled={0} /> },
    {
      name: 'DataTable',
      draw: () => (
        <DataTable
          caption="Instansi dan jawabannya"
          columns={[
            { name: 'Instansi' },
            { name: 'Laporan', number: true },
            { name: 'Terjawab tepat waktu', number: true },
            { name: 'Rata-rata hari kerja', number: true },
          ]}
          rows={[
            ['Pemerintah Kota Kupang', '1.204', '82%', '3,4'],
            ['Kementerian Pendidikan dan Kebudayaan', '18.220', '61%', '4,9'],
          ]}
        />
      ),
    },
    {
      name: 'Steps',
      draw: () => (
        <Steps
          steps={[
            { title: 'Diterima', text: 'Nomor laporan sudah Anda pegang.', state: 'done' },
            { title: 'Diverifikasi', text: 'Paling lambat Kamis 22 Januari 2026.', state: 'now' },
            { title: 'Dijawab instansi', text: '5 hari kerja setelah diteruskan.', state: 'later' },
          ]}
        />
      ),
    },
    {
      name: 'Details',
      draw: () => (
        <Details summary="Bila Anda tahu instansinya">
          <p>Boleh dikosongkan.</p>
        </Details>
      ),
    },
    {
      name: 'Details, open',
      draw: () => (
        <Details summary={longTitle} open>
          <p>Isi.</p>
        </Details>
      ),
    },
    {
      name: 'Confirm',
      draw: (l) => (
        <Confirm
          locale={l}
          question="Cabut laporan ini?"
          level={2}
          action="#"
          verb="Cabut laporan"
          cancel="#batal"
          danger
          fields={{ alasan: 'x' }}
        >
          <p>Nomor dan statusnya tetap tampil. Isinya tidak lagi dapat dibaca umum.</p>
        </Confirm>
      ),
    },
    {
      name: 'LinkButton, main',
      draw: () => (
        <LinkButton href="/lapor" tone="main">
          Buat laporan
        </LinkButton>
      ),
    },
  ],
}
