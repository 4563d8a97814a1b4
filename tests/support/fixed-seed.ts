import fc from 'fast-check'

// Loaded before every test file: what properties try is the same in every run, so that a change meets
// no failure that is not its own. vitest.config.ts chooses another seed where one is asked for.

const [seed = ''] = (process.env['PROPERTY_SEED'] ?? '').split('@')

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) || 20_260_320 })
