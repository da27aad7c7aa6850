/** Septets of GSM 03.38 in one SMS. */
export const lettersInOneSms = 160

const everyPhone = /^[A-Za-z0-9 \n\r@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà]*$/

/** Whether every phone has the letters of a text, each of them one septet: the basic table of GSM 03.38, without its extension. */
export function isOnEveryPhone(text: string): boolean {
  return everyPhone.test(text)
}
