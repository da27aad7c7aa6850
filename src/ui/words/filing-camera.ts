import type { Words } from './words.ts'

/** Photos that might give away where the reporter stood. */
export const filingCameraWords = {
  filing_camera_heading: { id: 'Apakah tempat kamera menunjuk Anda?', en: 'Does where the camera stood point at you?' },
  filing_camera_text: {
    id: 'Orang bisa menebak pemotret dari jendela, halaman, kendaraan, bayangan, atau pantulan. Kalau ya, potong atau kaburkan bagian itu. Kalau tidak, kirim saja.',
    en: 'People can guess who took a photo from a window, a yard, a vehicle, a shadow or a reflection. If so, cut or blur that part. If not, just send it.',
  },
  filing_camera_change: {
    id: (n: number) => `Potong atau kaburkan foto ${n}`,
    en: (n: number) => `Cut or blur photo ${n}`,
  },
  filing_camera_lead: {
    id: 'Centang kotak yang harus kabur dan pilih tepi yang dibuang. Ubah foto memperlihatkan hasilnya di sini; Selesai melakukannya lalu kembali.',
    en: 'Tick the boxes to blur and choose the edges to cut. Change the photo shows the result here; Done does it and goes back.',
  },
  filing_camera_blur: { id: 'Kaburkan', en: 'Blur' },
  filing_camera_cut: { id: 'Potong tepi', en: 'Cut the edges' },
  filing_camera_kiri: { id: 'Kiri', en: 'Left' },
  filing_camera_kanan: { id: 'Kanan', en: 'Right' },
  filing_camera_atas: { id: 'Atas', en: 'Top' },
  filing_camera_bawah: { id: 'Bawah', en: 'Bottom' },
  filing_camera_tenths: {
    id: (n: number) => (n === 0 ? 'Utuh' : `${n} per sepuluh`),
    en: (n: number) => (n === 0 ? 'Not cut' : `${n} tenths`),
  },
  filing_camera_do: { id: 'Ubah foto', en: 'Change the photo' },
  filing_camera_done: { id: 'Selesai, periksa lagi', en: 'Done, back to the check' },
  filing_camera_changed: {
    id: 'Foto sudah diubah. Yang sebelumnya dihapus.',
    en: 'The photo was changed. The one before is gone.',
  },
  filing_camera_failed: {
    id: 'Foto belum berubah. Coba lagi, atau hapus foto ini lewat Ubah.',
    en: 'The photo was not changed. Try again, or remove it with Change.',
  },
  filing_camera_unchosen: {
    id: 'Foto belum berubah: belum ada kotak yang dicentang atau tepi yang dipilih.',
    en: 'The photo was not changed: no box is ticked and no edge is chosen.',
  },
  filing_camera_gone: {
    id: 'Foto itu sudah diubah atau dihapus, jadi pilihan Anda tadi tidak dipakai. Lihat fotonya sekali lagi.',
    en: 'That photo was changed or removed before, so what you chose was not used. Look at the photo once more.',
  },
  filing_camera_final: {
    id: 'Foto semula tidak disimpan: perubahan tidak bisa dibatalkan, kecuali dengan memilih fotonya lagi.',
    en: 'The photo as it was is not kept: this cannot be undone, except by choosing the photo again.',
  },
} as const satisfies Words
