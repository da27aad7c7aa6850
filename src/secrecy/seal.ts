export { type KeyPair, makeKeyPair, open, seal } from '../platform/seal.ts'
