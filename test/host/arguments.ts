/** What the launcher understands of desktop VS Code's command line. */
export interface LaunchArguments {
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath: string | undefined;
  readonly userDataDir: string | undefined;
  readonly extensionsDir: string | undefined;
  readonly disableExtensions: boolean;
  /** Not desktop VS Code's: the port of the server, 0 for a free one. */
  readonly port: number;
  readonly trusted: boolean;
  /** Files and folders, as given. */
  readonly paths: readonly string[];
  /** Commands that end, for the server itself: `--install-extension x.vsix`, `--list-extensions`, `--version`. */
  readonly command: readonly string[];
}

const withValue = [
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'user-data-dir',
  'extensions-dir',
  'install-extension',
  'uninstall-extension',
  'locale',
  'port',
  'profile',
  'log',
];
const commands = ['install-extension', 'uninstall-extension', 'list-extensions', 'version'];

/** Reads `--name=value`, `--name value`, switches and paths; unknown switches are Electron's and mean nothing here. */
export function parseArguments(argv: readonly string[]): LaunchArguments {
  const values = new Map<string, string[]>();
  const paths: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index]!;
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
    if (match === null) {
      paths.push(argument);
      continue;
    }
    const name = match[1]!;
    let value = match[2];
    if (value === undefined && withValue.includes(name)) {
      value = argv[++index] ?? '';
    }
    values.set(name, [...(values.get(name) ?? []), value ?? '']);
  }
  return {
    extensionDevelopmentPaths: (values.get('extensionDevelopmentPath') ?? []).map(asPath),
    extensionTestsPath: values.get('extensionTestsPath')?.map(asPath).at(-1),
    userDataDir: values.get('user-data-dir')?.at(-1),
    extensionsDir: values.get('extensions-dir')?.at(-1),
    port: Number(values.get('port')?.at(-1) ?? 0),
    disableExtensions: values.has('disable-extensions'),
    trusted: values.has('disable-workspace-trust'),
    paths,
    command: commands.flatMap((name) =>
      (values.get(name) ?? []).flatMap((value) => (value === '' ? [`--${name}`] : [`--${name}`, value])),
    ),
  };
}

/** A debug configuration may give a `file:` address instead of a path. */
function asPath(value: string): string {
  return value.startsWith('file:') ? decodeURIComponent(new URL(value).pathname) : value;
}
