const features =
  '(analytics|appointments|auth|booking-limits|departments|doctors|document-analytics|documents|notes|observations|patients|records|scheduling|specializations|staff|utilization)';

/** Imports go one way: controller → service → repository → lib. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-foreign-repository',
      comment: "A feature uses another feature's service and types, never its repository.",
      severity: 'error',
      from: { path: `^server/src/${features}/` },
      to: {
        path: `^server/src/${features}/.*\\.repository\\.ts$`,
        pathNot: '^server/src/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'controllers-know-no-repository',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.repository\\.ts$' },
    },
    {
      name: 'only-controllers-know-tsoa',
      severity: 'error',
      from: {
        path: '^server/src',
        pathNot: '(\\.controller\\.ts|^server/src/(http|generated)/.*|lib/(problem|field-errors)\\.ts)$',
      },
      to: { path: 'node_modules/@?tsoa' },
    },
    {
      name: 'only-http-knows-express',
      severity: 'error',
      from: { path: '^server/src', pathNot: '^server/src/(http/|app\\.ts|serve\\.ts|generated/)' },
      to: { path: 'node_modules/express/' },
    },
    {
      name: 'lib-knows-no-feature',
      severity: 'error',
      from: { path: '^server/src/lib/' },
      to: { path: `^server/src/(${features.slice(1, -1)}|http|access|events|generate|import|seed|engines)/` },
    },
    {
      name: 'sdk-stands-alone',
      severity: 'error',
      from: { path: '^sdk/src' },
      to: { path: '^(server|mongo|scripts)/|node_modules/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node'] },
  },
};
