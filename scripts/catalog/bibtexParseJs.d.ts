declare module 'bibtex-parse-js' {
  interface ParsedEntry {
    readonly citationKey?: string;
    readonly entryType: string;
    readonly entryTags?: Readonly<Record<string, string>>;
  }
  const parser: { toJSON(bibtex: string): ParsedEntry[] };
  export = parser;
}
