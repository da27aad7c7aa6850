import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  Field,
  FileField,
  LinkButton,
  PictureGrid,
  RadioCards,
  Select,
  TextArea,
} from '../components/index.ts'
import { assetUrl } from '../assets.tsx'
import type { Choice } from '../components/choices.tsx'
import { type ExampleGroup, longText, longTitle } from './example.ts'

const secrecy: Choice[] = [
  {
    value: 'terbuka',
    title: 'Terbuka, tanpa nama saya',
    text: 'Semua orang membaca laporan ini. Nama Anda tidak ditampilkan.',
  },
  {
    value: 'anonim',
    title: 'Anonim',
    text: 'Semua orang membaca laporan ini. Instansi yang menangani pun tidak tahu siapa Anda.',
  },
  {
    value: 'rahasia',
    title: 'Rahasia',
    text: 'Hanya Anda, admin nasional sampai laporan diteruskan, dan petugas yang menangani.',
    points: ['Tidak muncul di daftar, pencarian, maupun statistik', 'Pihak yang Anda laporkan tidak dapat membacanya'],
  },
]

const options = [
  { value: 'kota-kupang', label: 'Pemerintah Kota Kupang', group: 'Nusa Tenggara Timur' },
  { value: 'kab-luwu', label: 'Pemerintah Kabupaten Luwu', group: 'Sulawesi Selatan' },
  { value: 'bpjs-kesehatan', label: 'BPJS Kesehatan' },
]

export const formExamples: ExampleGroup = {
  title: 'Formulir',
  examples: [
    {
      name: 'Button',
      draw: () => (
        <Actions>
          <Button tone="main">Kirim laporan</Button>
          <Button>Simpan</Button>
          <Button tone="danger">Cabut laporan</Button>
          <Button tone="quiet">Lewati</Button>
          <LinkButton href="#x">Lihat laporan</LinkButton>
        </Actions>
      ),
    },
    {
      name: 'Field, empty',
      draw: () => <Field name="a1" label="Di mana?" hint="Nama jalan, kelurahan, atau patokan." />,
    },
    {
      name: 'Field, optional',
      draw: () => <Field name="a2" label="Nomor telepon" optional="boleh dikosongkan" type="tel" size="medium" />,
    },
    { name: 'Field, filled long', draw: () => <Field name="a3" label="Judul" value={longTitle} /> },
    {
      name: 'Field, wrong',
      draw: () => (
        <Field
          name="a4"
          label="Surel"
          type="email"
          value="marta@"
          hint="Misalnya nama@contoh.id."
          error="Alamat surel belum lengkap. Tulis bagian setelah tanda @."
        />
      ),
    },
    {
      name: 'Field, code',
      draw: () => <Field name="a5" label="Nomor laporan" code size="medium" value="K7M-2QX-4PR" />,
    },
    {
      name: 'TextArea, big',
      draw: () => <TextArea name="b1" label="Apa yang terjadi?" big hint="Tulis dengan kata-kata Anda sendiri." />,
    },
    {
      name: 'TextArea, wrong',
      draw: () => (
        <TextArea name="b2" label="Apa yang terjadi?" value={longText} error="Tulisan ini terlalu panjang." />
      ),
    },
    {
      name: 'Select',
      draw: () => (
        <Select
          name="c1"
          label="Instansi"
          options={options}
          blank="Biar admin nasional yang memilih"
          value="kab-luwu"
        />
      ),
    },
    {
      name: 'Select, wrong',
      draw: () => (
        <Select name="c2" label="Instansi" options={options} blank="Pilih satu" error="Pilih instansi yang dituju." />
      ),
    },
    {
      name: 'RadioCards',
      draw: () => <RadioCards name="d1" legend="Siapa yang boleh melihat?" choices={secrecy} value="terbuka" />,
    },
    {
      name: 'RadioCards, wrong',
      draw: () => (
        <RadioCards name="d2" legend="Siapa yang boleh melihat?" choices={secrecy} error="Pilih salah satu." />
      ),
    },
    {
      name: 'Checkbox',
      draw: () => (
        <Checkbox
          name="e1"
          label="Tampilkan nama saya"
          hint="Bila tidak dicentang, nama Anda tidak pernah tampil."
          checked
        />
      ),
    },
    {
      name: 'Checkbox, wrong',
      draw: () => (
        <Checkbox
          name="e2"
          label="Saya mengerti laporan ini akan tampil untuk umum"
          error="Centang bila Anda setuju."
        />
      ),
    },
    {
      name: 'FileField',
      draw: () => (
        <FileField
          name="f1"
          label="Foto"
          multiple
          hint="JPEG, PNG, atau WebP. Paling besar 10 MB."
          preview={{ island: 'photo-preview', words: '{n} foto siap dikirim, {size} kB.' }}
        />
      ),
    },
    {
      name: 'ErrorSummary',
      draw: (locale) => (
        <ErrorSummary
          locale={locale}
          focus={false}
          errors={{ a4: 'Alamat surel belum lengkap.', d2: 'Pilih siapa yang boleh melihat.', none: undefined }}
        />
      ),
    },
    {
      name: 'PictureGrid',
      draw: () => (
        <PictureGrid
          src={assetUrl('icon.svg')}
          width={320}
          height={240}
          alt="Foto 1"
          legend="Kaburkan"
          cells={Array.from({ length: 16 }, (_, n) => ({
            name: `cell-${n}`,
            label: `${'ABCD'[n % 4]}${Math.floor(n / 4) + 1}`,
          }))}
        />
      ),
    },
  ],
}
