/**
 * Doors: ways by which people write to us and hear from us, in the order of their use. The rows of casework.door; a test keeps both
 * equal. How another is added: docs/new-door.md.
 */
export const doors = ['sms', 'x', 'email'] as const
export type Door = (typeof doors)[number]
