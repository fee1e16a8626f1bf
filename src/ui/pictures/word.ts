/** Eight hex digits. */
export function word(value: number): string {
  return value.toString(16).padStart(8, "0");
}
