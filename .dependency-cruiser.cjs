// Who may import whom. Layers are told apart by file suffix, so a new slice is fenced from its first file.
// test/architecture/fences.spec.ts plants an import against every rule and expects it to be reported.
const SLICE = '^libs/(programmes|reference)/src/[^/]+/[^/]+';
const suffixed = (...names) => `${SLICE}\\.(${names.join('|')})\\.ts$`;

/** The domain core: pure tables and functions. */
const CORE = suffixed('events', 'decider', 'outcomes', 'policy', 'schedule', 'figures', 'summary', 'rules', 'state', 'reserve');
const COMMANDS = suffixed('commands');
/** Words and helpers that the slices of one library share; as pure as the core. Like slices, they meet others at facts. */
const SHARED =
  '^libs/(programmes|reference)/src/(same|status|adds-nothing|rule-names|activity|activity-money|activity-words)\\.ts$';
const KERNEL = '^libs/kernel/';
/** The arithmetic of loans: as pure as the kernel, for slices and screens alike. */
const LENDING = '^libs/lending/';
const PLATFORM = '^libs/platform/src/index\\.ts$';
const READ_MODELS = '^libs/read-models/src/index\\.ts$';
/** Given-when-then for specs; they need jest. */
const SPEC_HELPERS = '^libs/.*(\\.scenario|/scenario|/rehearsal)\\.ts$';
const FIELD_CHECKS = '^node_modules/class-(validator|transformer)/';
const TYPEORM = '^node_modules/typeorm/';

const WEB_SHARED = '^apps/web/src/shared/';
/** Heavy packages are met in one folder each, so that a page without a chart or a grid never loads one. */
const WEB_ROOMS = { charts: 'recharts', paste: 'react-data-grid', forms: '@mantine/dates' };

const rule = (name, from, to) => ({ name, severity: 'error', from, to });
/** These files import what is listed and nothing else. */
const only = (name, path, ...allowed) => rule(name, { path }, { pathNot: allowed });
const never = (name, from, to) => rule(name, { path: from }, { path: to });

module.exports = {
  forbidden: [
    only('kernel-imports-nothing', KERNEL, KERNEL),
    rule('lending-is-pure', { path: LENDING, pathNot: SPEC_HELPERS }, { pathNot: [KERNEL, LENDING] }),
    only('domain-core-is-pure', CORE, KERNEL, LENDING, CORE, COMMANDS, SHARED),
    rule('domain-core-knows-commands-as-types', { path: CORE }, { path: COMMANDS, dependencyTypesNot: ['type-only'] }),
    only('shared-words-are-pure', SHARED, KERNEL, SHARED, suffixed('events', 'reserve')),
    only('commands-name-fields', COMMANDS, KERNEL, PLATFORM, CORE, SHARED, FIELD_CHECKS),
    only('views-map-rows', suffixed('view'), KERNEL, CORE, SHARED, READ_MODELS, TYPEORM),
    only(
      'queries-read-views',
      suffixed('queries'),
      KERNEL,
      CORE,
      SHARED,
      suffixed('view'),
      READ_MODELS,
      PLATFORM,
      TYPEORM,
      FIELD_CHECKS,
      '^node_modules/@nestjs/cqrs/',
    ),
    only('texts-name-what-is-there', suffixed('texts'), KERNEL, CORE, COMMANDS, SHARED),
    rule('texts-know-types-only', { path: suffixed('texts') }, { pathNot: SHARED, dependencyTypesNot: ['type-only'] }),
    rule(
      'modules-wire-own-slice',
      { path: '^libs/(programmes|reference)/src/([^/]+)/[^/]+\\.module\\.ts$' },
      { pathNot: ['^libs/$1/src/$2/', SHARED, PLATFORM] },
    ),
    rule(
      'slices-meet-at-facts',
      { path: '^libs/(programmes|reference)/src/([^/]+)/[^/]+\\.[^/]+\\.ts$' },
      { path: '^libs/(programmes|reference)/src/[^/]+/', pathNot: ['^libs/$1/src/$2/', '\\.(events|reserve)\\.ts$'] },
    ),
    never('slices-know-no-boards', '^libs/(programmes|reference)/', '^libs/boards/'),
    rule('spec-helpers-stay-with-specs', { path: '^(apps|libs)/', pathNot: SPEC_HELPERS }, { path: SPEC_HELPERS }),
    only(
      'event-store-stands-alone',
      '^libs/event-store/',
      '^libs/(event-store|kernel)/',
      '^node_modules/',
      '^node:',
      '^[a-z_/]+$',
    ),
    never('read-models-know-no-slice', '^libs/read-models/', '^libs/(platform|programmes|reference|boards)/'),
    never('platform-knows-no-slice', '^libs/platform/', '^libs/(programmes|reference|boards)/'),
    rule(
      'boards-read-what-slices-publish',
      { path: '^libs/boards/' },
      { path: '^libs/(programmes|reference|event-store)/', pathNot: '\\.(events|outcomes|figures)\\.ts$' },
    ),
    rule('only-apps-put-the-product-together', { path: '^libs/', pathNot: '^libs/product/' }, { path: '^libs/product/' }),
    never('libs-never-import-apps', '^libs/', '^apps/'),
    rule('apps-never-import-each-other', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    rule(
      'web-recomputes-and-asks',
      { path: '^apps/web/' },
      { path: '^libs/', pathNot: [KERNEL, LENDING, suffixed('schedule', 'figures')] },
    ),
    rule(
      'web-features-stand-alone',
      { path: '^apps/web/src/features/([^/]+)/' },
      { path: '^apps/web/src/', pathNot: ['^apps/web/src/features/$1/', WEB_SHARED] },
    ),
    never('web-shared-knows-no-page', WEB_SHARED, '^apps/web/src/(?!shared/)'),
    never('web-shell-knows-no-feature', '^apps/web/src/(app/|main\\.tsx$)', '^apps/web/src/features/'),
    ...Object.entries(WEB_ROOMS).map(([room, packages]) =>
      rule(
        `web-${room}-has-its-room`,
        { path: '^apps/web/', pathNot: `${WEB_SHARED}${room}/` },
        { path: `^node_modules/(${packages})/` },
      ),
    ),
    rule('no-cycles', {}, { circular: true }),
    rule('nothing-unresolved', {}, { couldNotResolve: true, pathNot: '/dist/' }),
    rule(
      'product-runs-without-dev-packages',
      { path: '^(apps|libs)/', pathNot: [SPEC_HELPERS, '^apps/cli/bin/new-activity'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: '^(apps|libs)/.*\\.(spec|d)\\.ts$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
