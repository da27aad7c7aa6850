import { createMiddleware } from 'hono/factory'

/** Pictures of private pages come inline (data:), previews before upload from the page itself (blob:); nothing comes from elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * What browsers are told of every answer; a route that says something stricter keeps it. Text browsers prove by their
 * Referer that a form is ours, so it stays within the site instead of going away altogether.
 */
export const secureHeaders = createMiddleware(async (c, next) => {
  await next()
  const { headers } = c.res
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
})
