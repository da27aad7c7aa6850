/** Something outside our code is not as it must be; `message` is written for the person who starts the product. */
export class Explained extends Error {
  override name = 'Explained'
}
