import { stages } from '../../report/lifecycle.ts'
import { Badge, Icon, SecrecyBadges, StatusBadge } from '../components/index.ts'
import type { ExampleGroup } from './example.ts'

const colours = ['grey', 'orange', 'red', 'yellow', 'green', 'blue'] as const

export const statusExamples: ExampleGroup = {
  title: 'Status',
  examples: [
    ...stages.map((stage) => ({
      name: `StatusBadge ${stage}`,
      draw: (locale: 'id' | 'en') => <StatusBadge locale={locale} stage={stage} />,
    })),
    { name: 'closed, confirmed', draw: (l) => <StatusBadge locale={l} stage="closed" manner="confirmed" /> },
    { name: 'closed, silent', draw: (l) => <StatusBadge locale={l} stage="closed" manner="silent" /> },
    { name: 'overdue', draw: (l) => <StatusBadge locale={l} stage="forwarded" overdue /> },
    { name: 'overdue, escalated', draw: (l) => <StatusBadge locale={l} stage="in_progress" overdue escalated /> },
    { name: 'large', draw: (l) => <StatusBadge locale={l} stage="answered" large /> },
    {
      name: 'SecrecyBadges',
      draw: (l) => (
        <>
          <SecrecyBadges locale={l} anonymous confidential /> <SecrecyBadges locale={l} withoutIdentity />
        </>
      ),
    },
    {
      name: 'Badge, every colour and weight',
      draw: () => (
        <p>
          {colours.map((colour) => (
            <>
              <Badge colour={colour} icon="info">
                {colour}
              </Badge>{' '}
              <Badge colour={colour} icon="info" weight="outline">
                {colour}
              </Badge>{' '}
            </>
          ))}
        </p>
      ),
    },
    {
      name: 'Icon',
      draw: () => (
        <p>
          {(
            [
              'hourglass',
              'question',
              'arrow',
              'gear',
              'check',
              'double_check',
              'closed_outline',
              'archive',
              'link',
            ] as const
          ).map((name) => (
            <>
              <Icon name={name} />{' '}
            </>
          ))}
          {(
            ['withdrawn', 'clock', 'scales', 'lock', 'mask', 'warning', 'info', 'office', 'person', 'place'] as const
          ).map((name) => (
            <>
              <Icon name={name} />{' '}
            </>
          ))}
        </p>
      ),
    },
  ],
}
