// The way in. Plain JavaScript, so that it can tell even an old Node what is the matter: everything else is
// TypeScript that only Node 24 runs as it is.
const [major] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(
    `\nLearning Loop did not start.\nIt needs Node 24 and this is ${process.versions.node}. ` +
      'Run it with `npm start`, which brings Node 24 along on Linux and Windows; on macOS install Node 24 or later.\n',
  )
  process.exit(1)
}

await import('./start.ts')
