// The workspace's own rules on all of it at once, with types from one program instead of one a project: they are
// worked out once for the libraries that every project uses. A file that the program lacks is an error here.
import rules from '../eslint.config.mjs';

const types = { projectService: false, project: ['tsconfig.workspace.json'] };

export default rules.map((config) => {
  const { languageOptions: options } = config;
  if (options?.parserOptions?.projectService === undefined) return config;
  const parserOptions = { ...options.parserOptions, ...types };
  return { ...config, languageOptions: { ...options, parserOptions } };
});
