import { lapor } from './product.ts'

/** What the API told, as a program reads it. */
export type Told = { status: number; headers: Headers; text: string; json: unknown }

export type Asking = { token?: string; key?: string; idempotencyKey?: string; body?: unknown }

/** Calls /api/v1 as programs do. */
export function apiOf(url: string) {
  const ask = async (
    method: string,
    path: string,
    { token, key, idempotencyKey, body }: Asking = {},
  ): Promise<Told> => {
    const headers = new Headers({ accept: 'application/json' })
    if (token) headers.set('authorization', `Bearer ${token}`)
    if (key) headers.set('report-key', key)
    if (idempotencyKey) headers.set('idempotency-key', idempotencyKey)
    if (body !== undefined) headers.set('content-type', 'application/json')
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, json: text ? readJson(text) : null }
  }
  return {
    ask,
    get: (path: string, asking?: Asking) => ask('GET', path, asking),
    post: (path: string, body: unknown = {}, asking?: Asking) => ask('POST', path, { ...asking, body }),
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A token for someone of the demonstration, made on the command line beside the running product. */
export async function tokenFor(dataDir: string, login: string): Promise<string> {
  const { code, stdout, stderr } = await lapor(dataDir, 'token', 'create', '--for', `${login}@demo.lapor`)
  if (code !== 0) throw new Error(stderr)
  return stdout.trim().split('\n').at(-1) ?? ''
}
