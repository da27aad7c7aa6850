import { type OwnReport, type Understood, understand } from '../understand.ts'
import { keywords } from './utterances.ts'

// Reports of a number, in the standings that decide what its words mean, and how an understanding of them is written down.

export const road = 'K7M2QX4PW'
export const lamp = '3CDFHJKM2'
export const strangers = 'HJ7TWX3DP'

export const nothing: OwnReport[] = []
export const open: OwnReport[] = [{ trackingId: road, open: true }]
export const twoOpen: OwnReport[] = [...open, { trackingId: lamp, open: true }]
export const closed: OwnReport[] = [{ trackingId: road, open: false }]
export const asked: OwnReport[] = [{ trackingId: road, open: true, awaits: 'details' }]
export const answered: OwnReport[] = [{ trackingId: road, open: true, awaits: 'judgement' }]
export const twoAnswered: OwnReport[] = [...answered, { trackingId: lamp, open: true, awaits: 'judgement' }]
export const askedAndAnswered: OwnReport[] = [...asked, { trackingId: lamp, open: true, awaits: 'judgement' }]

export const heard = (text: string, own: OwnReport[]) => understand(text, keywords, own)
export const file = (text: string, more = {}): Understood => ({ kind: 'file', text, ...more })
export const question = (question: string, about?: string) => ({ kind: 'ask', question, ...(about && { about }) })
export const kupang = { agencyId: 'kota-kupang' }
