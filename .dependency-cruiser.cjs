/**
 * Who may import whom. Server modules stand in an order and know only what stands before them, through its index.ts;
 * where an earlier module needs a later one's answer, it exports a port which app.ts fills.
 */
const LAYERS = [
  ['regions'],
  ['identity'],
  ['deadlines'],
  ['cases'],
  ['moderation', 'understanding'],
  ['dispatch', 'mediation', 'feedback', 'patrol'],
  ['duplicates', 'supervision'],
  ['papers'],
  ['obligations'],
  ['archive', 'notifications'],
  ['notices'],
  ['assessment', 'opinion'],
  ['insight'],
  ['consultations'],
  ['briefs'],
  ['answers'],
]

const before = (level) => LAYERS.slice(0, level).flat()
const order = LAYERS.flatMap((layer, level) =>
  layer.map((module) => ({
    name: `order-of-${module}`,
    comment: `${module} may import ${['platform', ...before(level)].join(', ')} and nothing that stands later`,
    severity: 'error',
    from: { path: `^server/modules/${module}/` },
    to: { path: '^server/modules/', pathNot: `^server/modules/(${[module, ...before(level)].join('|')})/` },
  })),
)

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    ...order,
    forbid(
      'known-modules-only',
      'A module must have its place in the order',
      { path: '^server/' },
      { path: '^server/modules/', pathNot: `^server/modules/(${LAYERS.flat().join('|')})/` },
    ),
    forbid(
      'through-the-face',
      'A module is entered through its index.ts',
      { path: '^server/modules/([^/]+)/' },
      { path: '^server/modules/([^/]+)/.+', pathNot: '^server/modules/($1/|[^/]+/index\\.ts$)' },
    ),
    forbid(
      'through-the-face-from-outside',
      'app.ts and main.ts too enter through index.ts',
      { path: '^server/[^/]+\\.ts$' },
      { path: '^server/modules/', pathNot: '^server/modules/[^/]+/index\\.ts$' },
    ),
    forbid(
      'platform-knows-no-module',
      'The platform has no words of the domain',
      { path: '^server/platform/' },
      { path: '^server/(modules/|[^/]+\\.ts$)' },
    ),
    forbid(
      'koa-stays-in-routes',
      'Nothing below the routes knows Koa',
      { path: '^server/modules/.*(commands|queries)/|\\.(policy|presenter|model)\\.ts$' },
      { path: '^node_modules/(koa|@koa)(/|$)|^server/platform/http/' },
    ),
    forbid(
      'routes-know-no-database',
      'Routes call commands and queries, not the database',
      { path: '\\.routes\\.ts$' },
      { path: '^node_modules/(mongoose|mongodb)/|\\.model\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'policies-are-pure',
      'A policy is a function of actor and document',
      { path: '\\.policy\\.ts$' },
      { path: '^node_modules/(mongoose|mongodb)/|\\.model\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'server-is-the-server',
      'The service imports itself and the contract',
      { path: '^server/' },
      { path: '^(miniprogram|double|tests|scripts|bench)/' },
    ),
    forbid(
      'client-is-the-client',
      'The mini-program imports itself and the contract',
      { path: '^miniprogram/' },
      { path: '^(server|double|tests|scripts|bench)/' },
    ),
    forbid(
      'contract-stands-alone',
      'The contract imports nothing of ours but itself',
      { path: '^shared/' },
      { path: '^(server|miniprogram|double|tests|scripts|bench)/' },
    ),
    forbid(
      'double-stands-alone',
      'The double is somebody else',
      { path: '^double/' },
      { path: '^(server|miniprogram|shared|tests|scripts|bench)/' },
    ),
    forbid('no-cycles', 'Parts that need each other are one part', {}, { circular: true }),
    forbid('no-unresolved', 'Every import must lead somewhere', { path: '^(server|shared|double)/' }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
