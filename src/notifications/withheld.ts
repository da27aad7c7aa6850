/**
 * Why a message is not sent, and no failure (identity.is_decided): it is not theirs to hear any more, they chose otherwise while it
 * waited, they asked for silence, or their number has heard enough for a day; or what it asks for has
 * been said or done since (`overtaken`).
 */
export type Withheld = 'not_theirs' | 'not_wanted' | 'stopped' | 'enough' | 'overtaken'
