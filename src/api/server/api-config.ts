interface InBothModes {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
}

/** What the API needs of the settings. */
export type ApiConfig =
  | (InBothModes & { readonly mode: 'local' })
  | (InBothModes & ProductionApiConfig)

export interface ProductionApiConfig {
  readonly mode: 'production'
  /** Scheme and host, without a slash at the end. */
  readonly publicUrl: string
  readonly entra: {
    readonly tabClientId: string
    /** In lower case. */
    readonly allowedTenants: readonly string[]
    readonly allowGuests: boolean
  }
  /** `null`: metrics are not served. */
  readonly metricsToken: string | null
}
