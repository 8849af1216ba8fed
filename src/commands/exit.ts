/** What the command line tells its caller. */
export const EXIT = {
  fine: 0,
  /** The document has errors. */
  document: 1,
  /** The command was called in a wrong way. */
  usage: 2,
  /** The environment: no browser, no fonts, a disk that cannot be written. */
  environment: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Somebody who reads what is asked and types an answer. */
export interface Person {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** The outside world of a command. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  readonly colour: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where somebody can be asked; absent where nobody sits there. */
  readonly person?: () => Person;
}
