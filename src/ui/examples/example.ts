import type { Child } from 'hono/jsx'
import type { Locale } from '../locale.ts'

/** A component in one state, as the component page shows it. */
export type Example = { name: string; draw: (locale: Locale) => Child }

export type ExampleGroup = { title: string; examples: readonly Example[] }

export const longTitle =
  'Lampu jalan mati sejak tiga minggu di sepanjang Jalan Timor Raya dari simpang Oesapa sampai jembatan Liliba, sudah dua kali terjadi kecelakaan'

export const longText = `Selamat siang. Di depan rumah kami ada saluran air yang tersumbat sejak bulan November.

Setiap hujan, air masuk ke rumah warga RT 12 dan RT 13. Kami sudah melapor ke kelurahan pada 3 Desember, tetapi belum ada yang datang. Mohon saluran ini dibersihkan sebelum puncak musim hujan.

Alamatnyasangatpanjangtanpaspasisamasekalisehinggabarisharusdipatahkandenganbaikdilayarkecil: https://contoh.example/sebuah/alamat/yang/amat/panjang/dan/tidak/ada/ujungnya?dengan=parameter&dan=lainnya`
