type Underscored<N extends string> = N extends `${infer Head}-${infer Tail}`
  ? Underscored<`${Head}_${Tail}`>
  : N extends `${infer Head}/${infer Tail}`
    ? Underscored<`${Head}_${Tail}`>
    : N

/** The part of an address as keys of the catalogue write it: 'pembukaan-kembali' → 'pembukaan_kembali'. */
export function wordKey<N extends string>(part: N): Underscored<N> {
  return part.replaceAll(/[-/]/g, '_') as Underscored<N>
}
