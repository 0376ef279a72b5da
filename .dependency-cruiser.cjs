module.exports = {
  forbidden: [
    {
      name: 'services-never-meet',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^(services/([^/]+)|gateway)/', pathNot: '^services/$1/' },
    },
    {
      name: 'libs-know-no-program',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(services|gateway|infra)/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/|\\.generated\\.ts$|^infra/cli/templates/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['onewindow-source', 'import', 'require', 'node', 'default'],
    },
  },
};
