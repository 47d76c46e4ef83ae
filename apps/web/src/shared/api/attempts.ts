/**
 * Keys of what was sent and not answered yet, by who wished what. A wish that is sent again gets its key again, also from a form
 * that was closed and opened anew in between; once it is recorded, the same wish is another one.
 */
export class Attempts {
  private readonly keys = new Map<string, string>();

  constructor(private readonly newKey: () => string) {}

  keyOf(wish: string): string {
    const key = this.keys.get(wish) ?? this.newKey();
    this.keys.set(wish, key);
    return key;
  }

  recorded(wish: string): void {
    this.keys.delete(wish);
  }
}
