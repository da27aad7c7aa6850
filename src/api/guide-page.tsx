import { z } from 'zod'
import type { ApiOperation } from '../platform/api-operation.ts'
import { DataTable, Details } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

type Props = {
  locale: Locale
  operations: readonly ApiOperation[]
  document: { components?: unknown }
  baseUrl: string
}

/** The API for people: every call with its fields, from the same schemas as the document. */
export function GuidePage({ locale, operations, document, baseUrl }: Props) {
  const t = wordsIn(locale)
  const tags = [...new Set(operations.map((operation) => operation.tag ?? t.api_other))]
  const { schemas = {} } = (document.components ?? {}) as { schemas?: Record<string, unknown> }
  return (
    <Page locale={locale} path="/api" title={t.api_heading} width="wide" baseUrl={baseUrl}>
      <h1>{t.api_heading}</h1>
      <p class="lead">{t.api_intro}</p>
      <p>
        <a href="/api/openapi.json">openapi.json</a> · <code>{`${baseUrl}/api/v1`}</code>
      </p>
      <pre
        class="example"
        role="region"
        aria-label={t.api_example}
        tabindex={0}
      >{`curl ${baseUrl}/api/v1/reports?status=answered`}</pre>
      {tags.map((tag) => (
        <section>
          <h2>{tag}</h2>
          {operations
            .filter((operation) => (operation.tag ?? t.api_other) === tag)
            .map((operation) => (
              <Call locale={locale} operation={operation} />
            ))}
        </section>
      ))}
      <h2>{t.api_shapes}</h2>
      {Object.entries(schemas).map(([name, schema]) => (
        <Details summary={name}>
          <pre class="example" role="region" aria-label={name} tabindex={0}>
            {JSON.stringify(schema, null, 2)}
          </pre>
        </Details>
      ))}
    </Page>
  )
}

/** Names of a schema's fields with what they mean, or the values they take. */
function fieldsOf(schema: z.ZodType | undefined): [string, string][] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const { enum: values } = z.toJSONSchema(field, { io: 'input', unrepresentable: 'any' })
    return [name, field.description ?? values?.join(' · ') ?? '']
  })
}

function Call({ locale, operation }: { locale: Locale; operation: ApiOperation }) {
  const t = wordsIn(locale)
  const { method, path, summary, description, request, responses } = operation
  const fields = [request?.params, request?.query, request?.headers, request?.body].flatMap(fieldsOf)
  return (
    <section class="call">
      <h3>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </h3>
      <p>
        {summary}. {description}
      </p>
      {fields.length > 0 ? (
        <DataTable
          caption={`${t.api_fields}: ${method.toUpperCase()} ${path}`}
          columns={[{ name: t.api_field }, { name: t.api_meaning }]}
          rows={fields}
        />
      ) : null}
      <p class="meta-line">
        {Object.entries(responses)
          .map(([status, response]) => `${status}: ${response.description}`)
          .join(' · ')}
      </p>
    </section>
  )
}
