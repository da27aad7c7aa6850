import { skeleton } from '../../accounts/skeleton.ts'

/** Given names that are common in Indonesia and are hardly ever anything else. Written down by hand; never complete. */
const written = `
  abdul abdullah achmad adelia adi aditya adrian afif agnes agung agus agustina ahmad aisyah akbar albert aldi alex alexander
  alfian alfred ali alya amalia amanda amelia amin amir ananda andi andika andre andreas andri anggi anggraini anggun anita
  anjani anna annisa anton antonius anwar ardi ardiansyah arief arif aris arya asep asih astuti ayu aziz bagas bagus bambang
  benny bernadus bobby boy budi budiman cahyo cahyono candra catur chandra christian citra dadang daniel darmawan david dede
  dedi deni desi devi dewa dewi dian diana dimas dina dini dodi dominikus donny dwi dyah edi edwin efendi eka eko elisabeth
  elisa emanuel endah endang enny erik erna erni ester eva fachri fadli faisal fajri farhan farid fatimah fauzan fauzi febri
  feri fernando fikri firdaus firman fitri fitriani florensia frans fransisca fransiskus gede gilang gunawan gusti hadi hafiz
  hamdan hamid handayani hani haris hariyanto hartono haryanto hasan hendra hendri heri herlina herman hermawan heru hidayat
  husein husni ignatius iis ika ilham iman imam indra indri intan irfan irma irwan isabella ismail iswanto iwan jaka jamal
  januar jefri joko johan johanes jono joni josef joseph juliana junaidi kadek karina kartika kartini kasim ketut khairul
  komang krisna kristina kurnia kurniawan kusuma laila lestari lia lidya lilik lina linda lisa lukman lusi lutfi made maman
  margaretha maria mariana mario marlina marsel martha marta martin martinus maryam maulana mega melani melati meri mikael
  mila mochamad mohamad muhammad muhidin mulyadi mulyani mulyono mustafa nadia nanang nanda nani naufal ningsih nina novi
  novianti novita nugroho nur nuraini nurhayati nurul nyoman okta oktavia pandu paulus petrus pratama prasetyo purnomo
  purwanto putra putri putu rachmat rahayu rahmat rahmawati raka ramadhan ramdani rangga rani ratih ratna reni reza rian
  ridwan rika rina rini rio risa riska rita rizal rizki rizky robert roberto rohman roni rosa rosdiana rosita rudi rudy
  rusdi rustam sabrina saiful salim salsabila samsul samuel sandi sanjaya santi santoso sapto sari sarah sarwono satria
  septian setiawan setyawan shinta sigit silvia simon siti slamet soni sri stefanus subagyo sudarmono sudirman sugeng
  sugiarto sugiyono suharto suhartono sukarno sulastri sulistyo sumarni sumarno suparman suparno supriyadi supriyanto
  surya suryadi suryani susanti susanto susi susilo sutrisno suwarno suyanto syahrul syaiful syarif taufik taufiq teguh
  theresia thomas tika tini titik toni tri triyono tuti udin ujang umar untung utami vera veronika vina vivi wahid wahyu
  wahyudi wahyuni wati wawan wayan wendi wibowo widodo widya wijaya wiwik wulan wulandari yanti yanto yasin yayan yeni
  yoga yogi yohana yohanes yosef yoseph yudha yudi yuli yulia yuliana yulianti yunita yuni yusuf yusril zainal zainuddin
  zaki zulkifli`

/** Names that are also words, found often in what offices write; never a person by themselves. */
const alsoWords = `adi agung ayu bagus cahyo citra eka dwi tri catur endah indra intan iman imam kartika kusuma lestari mega melati
  mulyadi nur okta putra putri pratama ratna sari satria slamet surya teguh untung utami wahyu wijaya yoga widya`

const names = new Set(written.trim().split(/\s+/).map(skeleton))
for (const word of alsoWords.split(/\s+/)) names.delete(skeleton(word))

/** Whether a word, in whatever spelling, is a given name and hardly anything else. @param bare as `skeleton` gives it */
export function isGivenName(bare: string): boolean {
  return names.has(bare)
}

/** Words that are given names as well, these and `alsoWords`: somebody where somebody is called so, else what they say. Never complete. */
const wordsToo = `
  abadi adil agustus alam amanah angin april awan bahagia bakti berkat bintang bulan bumi bunga cahaya cantik cerah cinta damai
  elok embun fajar gembira guntur harapan harum hujan ikhlas indah jaya jelita juli jujur juni kasih kejora kenanga langit laut
  makmur manis matahari mawar mei mentari merdeka mulia murni mutiara nusa pagi pelangi perdana permata pertiwi purnama rahayu ratu rela
  ria riang sabar sakti samudra sejahtera sekar senja sentosa setia sinar subur suci tabah tegar timur utama wangi`
const namesToo = new Set([...wordsToo.trim().split(/\s+/), ...alsoWords.split(/\s+/)].map(skeleton))

/** Of these, what sentences in small letters cannot do without ("dr pagi", "1 bulan", "tolong pak kasih solusi"). */
const oftenSmall = new Set(
  'angin april agustus bagus bulan bumi juli juni kasih laut mei pagi rela senja timur'.split(' ').map(skeleton),
)

/** Whether a word may be somebody's name too, as it is written. @param bare its skeleton */
export function isNameToo(bare: string, written: string): boolean {
  return namesToo.has(bare) && !(oftenSmall.has(bare) && /^\p{Ll}/u.test(written))
}
