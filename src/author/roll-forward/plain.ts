/** Words as YAML takes them for what they are: those that it might take otherwise in quotes. */
export function plainOrQuoted(words: string): string {
  return /^[\p{L}\p{N}._/][\p{L}\p{N}._/（）()+～—-]*$/u.test(words) && !/^\.+$/.test(words) ? words : JSON.stringify(words);
}
