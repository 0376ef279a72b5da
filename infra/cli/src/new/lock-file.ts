interface LockFile {
  readonly packages: Readonly<Record<string, object>>;
}

/** A `package-lock.json` that knows one package of the workspace more, as `npm install` would write it. */
export function withPackage(text: string, folder: string, name: string): string {
  const lock = JSON.parse(text) as LockFile;
  const packages = {
    ...lock.packages,
    [`node_modules/${name}`]: { resolved: folder, link: true },
    [folder]: { name, version: '0.1.0' },
  };
  const sorted = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}
