import type { Child } from 'hono/jsx'

/** `main` is the page's one red action; `plain` every other; `quiet` looks like a link; `danger` cannot be undone. */
export type Tone = 'main' | 'plain' | 'quiet' | 'danger'

export type ButtonProps = {
  children: Child
  tone?: Tone
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** Post to another address than the form's own. */
  formaction?: string
  /** Leave the browser's own checks aside, for "back" and "save for later". */
  formnovalidate?: boolean
  accesskey?: string
  /** For whoever hears the page, where the words alone are those of the button beside it; begins with the words. */
  label?: string
}

export function Button({ children, tone = 'plain', type = 'submit', name, value, label, ...rest }: ButtonProps) {
  return (
    // Lynx shows the value before the words; a button without a name sends none, so any will do.
    <button class={`button ${tone}`} type={type} name={name} value={name ? value : '→'} aria-label={label} {...rest}>
      {children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ children, href, tone = 'plain' }: { children: Child; href: string; tone?: Tone }) {
  return (
    <a class={`button ${tone}`} href={href}>
      {children}
    </a>
  )
}

/** Actions side by side, stacked on phones. */
export function Actions({ children }: { children: Child }) {
  return <div class="actions">{children}</div>
}
