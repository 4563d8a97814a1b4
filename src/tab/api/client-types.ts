import type { z } from 'zod'
import type { RecordDetail, RecordPage } from '../../contract/any-record.ts'
import type { ActionOf, ContentOf } from '../../contract/changes.ts'
import type { ChangeBase } from '../../contract/common.ts'
import type { OfferedAction } from '../../contract/form-fields.ts'
import type { OPERATIONS } from '../../contract/operations.ts'
import type { DescribedName, RECORD_ROUTES, RecordName } from '../../contract/records.ts'

// Only types: the workflow describes what a change takes, and the tab does not load it.

type Flat<Type> = { readonly [Key in keyof Type]: Type[Key] }

/** The parts of a path that vary: `ref` in `/api/observations/{ref}`. */
type InPath<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [Key in Name]: string } & InPath<Rest>
  : unknown

type LeftOut<Given> = {
  [Key in keyof Given]-?: undefined extends Given[Key] ? Key : never
}[keyof Given]

/** The content of a request. What the service fills in may be left out. */
type Holding<Schema> = Schema extends z.ZodObject
  ? Omit<z.output<Schema>, LeftOut<z.input<Schema>>> &
      Partial<Pick<z.output<Schema>, LeftOut<z.input<Schema>> & keyof z.output<Schema>>>
  : unknown

type Asked<Operation> = Flat<
  InPath<Operation extends { readonly path: infer Path } ? Path : never> &
    (Operation extends { readonly query: infer Query } ? Holding<Query> : unknown) &
    (Operation extends { readonly body: infer Body } ? Holding<Body> : unknown)
>

type Operations = typeof OPERATIONS

/** One function for each operation of the contract, with its request and answer. */
type Asking = {
  readonly [Name in keyof Operations]: (
    asked: Asked<Operations[Name]>,
    signal?: AbortSignal,
  ) => Promise<z.output<Operations[Name]['response']>>
}

type Base = z.output<typeof ChangeBase>

/** The record a change is made to, and its version. */
export type From<Name extends RecordName> = Flat<
  InPath<(typeof RECORD_ROUTES)[Name]['path']> & Base
>

export type Changed<Name extends RecordName> = z.output<(typeof RECORD_ROUTES)[Name]['response']>

/** Values for the fields of an action that the service described. */
export type Content =
  | string
  | number
  | boolean
  | null
  | readonly Content[]
  | { readonly [Name in string]: Content }
export type FieldContent = Readonly<Record<string, Content>>

export interface ApiClient extends Asking {
  /** Takes an action that this page knows. */
  take<Name extends RecordName, Action extends ActionOf<Name> & string>(
    record: Name,
    action: Action,
    from: From<Name>,
    content: ContentOf<Name, Action>,
  ): Promise<Changed<Name>>
  /** Takes an action known only from the service's description. Its fields are its content. */
  takeOffered<Name extends RecordName>(
    record: Name,
    offered: Pick<OfferedAction, 'action'>,
    from: From<Name>,
    content: FieldContent,
  ): Promise<Changed<Name>>
  /** A page of the records of a kind, narrowed to codes by their names. */
  listRecords(
    kind: DescribedName,
    asked: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<RecordPage>
  getRecord(kind: DescribedName, ref: string, signal?: AbortSignal): Promise<RecordDetail>
  /** Makes a record by an action that the service described. */
  makeOffered(
    record: DescribedName,
    offered: Pick<OfferedAction, 'action'>,
    submission: string,
    content: FieldContent,
  ): Promise<RecordDetail>
}
