/** The islands a page may ask for; each is one file beside this one. */
export const islandNames = ['photo-preview', 'my-position', 'copy-text', 'desk-keys', 'sms-room'] as const
export type IslandName = (typeof islandNames)[number]
