import { Hono } from 'hono'
import type { AccountDeps } from './account-deps.ts'
import { myAccountRoutes } from './my-account-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { signUpRoutes } from './sign-up-routes.tsx'

/** /masuk, /keluar, /daftar, /akun; mount behind `whoIsAsking` and `guardCookiePosts`. */
export function accountRoutes(deps: AccountDeps) {
  return new Hono().route('/', signInRoutes(deps)).route('/', signUpRoutes(deps)).route('/', myAccountRoutes(deps))
}
