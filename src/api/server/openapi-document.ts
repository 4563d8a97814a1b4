import { z } from 'zod'
import { ALL_OPERATIONS } from '../../contract/all-operations.ts'
import { Problem } from '../../contract/common.ts'
import type { Operation } from '../../contract/operations.ts'

type Json = Readonly<Record<string, unknown>>

const COMPONENTS = '#/components/schemas/'

/**
 * The API as an OpenAPI 3.1 document, made from the contract with which the server parses.
 * @param mode how callers show who they are, and whether local operations are there
 */
export function openApiDocument(mode: 'local' | 'production'): Json {
  const components: Record<string, unknown> = {}
  const schemaOf = (shape: z.ZodType, io: 'input' | 'output') =>
    hoisted(z.toJSONSchema(shape, { io }), components)
  schemaOf(Problem, 'output')
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, operation] of Object.entries(ALL_OPERATIONS)) {
    if (operation.localOnly && mode !== 'local') continue
    const path = paths[operation.path] ?? {}
    path[operation.method.toLowerCase()] = describe(name, operation, schemaOf)
    paths[operation.path] = path
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Learning Loop',
      version: '1',
      description:
        'What the tab uses. Every change carries the version it was made from and an id of its submission: on another version it is refused with `conflict`, and the same submission again changes nothing and answers what the first one did. Not allowed to see and does not exist are one answer.',
    },
    paths,
    components: {
      schemas: components,
      responses: {
        Problem: {
          description: 'A refusal, with a sentence for the person that says what to do',
          content: { 'application/problem+json': { schema: { $ref: `${COMPONENTS}Problem` } } },
        },
      },
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A Microsoft Entra token of a person, with the scope access_as_user',
        },
        ...(mode === 'local' ? { actAs: ACT_AS } : {}),
      },
    },
    security: [mode === 'local' ? { actAs: [] } : { bearer: [] }],
  }
}

const ACT_AS = {
  type: 'apiKey',
  in: 'header',
  name: 'X-Act-As',
  description: 'Local mode only: the id of the person to act as',
}

type SchemaOf = (shape: z.ZodType, io: 'input' | 'output') => Json

function describe(name: string, operation: Operation, schemaOf: SchemaOf): Json {
  const { summary, body, query, path, status, response, localOnly } = operation
  return {
    operationId: name,
    summary,
    ...(localOnly ? { security: [] } : {}),
    parameters: [
      ...pathParameters(path),
      ...(query ? queryParameters(schemaOf(query, 'output')) : []),
    ],
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body, 'input')) } } : {}),
    responses: {
      [status]: {
        description: status === 201 ? 'Made' : 'Done',
        content: json(schemaOf(response, 'output')),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

const json = (schema: Json) => ({ 'application/json': { schema } })

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

// Everything in the address may be left out. A value that is always there afterwards has a default.
const queryParameters = ({ properties }: Json) =>
  Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }))

/** Moves the named parts of a schema to the components. */
function hoisted(schema: Json, components: Record<string, unknown>): Json {
  const { $schema: _, $defs, ...rest } = schema
  for (const [name, part] of Object.entries($defs ?? {})) components[name] = pointed(part)
  // An object stays an object.
  return pointed(rest) as Json
}

/** The value with every reference pointing to the components. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' ? String(inner).replace('#/$defs/', COMPONENTS) : pointed(inner),
    ]),
  )
}
