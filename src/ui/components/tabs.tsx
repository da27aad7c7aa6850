export type Tab = { href: string; words: string; count?: string; current?: boolean }

/** Neighbouring pages of one subject; plain links. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.words}
              {tab.count ? <span class="count"> {tab.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
