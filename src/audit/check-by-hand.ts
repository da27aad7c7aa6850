import type { Receipt } from './receipt.ts'

/** As a file: one field a line, so that the script below can read it without help. */
export function receiptFile(receipt: Receipt): string {
  return `${JSON.stringify(receipt, null, 2)}\n`
}

/** Checks bukti.json with sed, openssl and sha256sum alone; shown to people, and run by a test. */
export const checkByHand = `field() { sed -n 's/^ *"'$1'": "\\(.*\\)",\\{0,1\\}$/\\1/p' bukti.json; }
printf '%b' "$(field head)x" | sed '$d' > head.txt
printf '%b' "$(field publicKey)" > key.pem
field signature | openssl base64 -d -A > signature
openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in head.txt -sigfile signature
h=$(printf '%s' "$(field leaf)" | sha256sum | cut -c1-64)
sides=$(field sides)
for other in $(sed -n 's/^ *"\\([0-9a-f]\\{64\\}\\)",\\{0,1\\}$/\\1/p' bukti.json); do
  case $sides in 0*) both="$h $other" ;; *) both="$other $h" ;; esac
  h=$(printf 'node %s' "$both" | sha256sum | cut -c1-64)
  sides=\${sides#?}
done
grep -qx "root $h" head.txt && echo tercatat`
