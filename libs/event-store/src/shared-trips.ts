interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** More questions than this are not put into one. */
const MOST_TOGETHER = 128;

/**
 * While one question is on its way to the database, those that come share the next trip. Alone a question waits for nothing;
 * under load it costs a part of a trip. An answer is never older than its question, as that of a cache would be.
 */
export class SharedTrips<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = [];
  private abreast = 0;

  /**
   * `travel` answers all questions in their order; what it throws is thrown to everyone on that trip. More than one trip may
   * be on its way where a slow one must not hold up all others.
   */
  constructor(
    private readonly travel: (questions: readonly Question[]) => Promise<readonly Answer[]>,
    private readonly mostAbreast = 1,
  ) {}

  /** Nobody waits any more. */
  get idle(): boolean {
    return this.abreast === 0;
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (this.abreast < this.mostAbreast) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.abreast++;
    while (this.waiting.length > 0) {
      const together = this.waiting.splice(0, MOST_TOGETHER);
      try {
        const answers = await this.travel(together.map(({ question }) => question));
        together.forEach(({ resolve }, index) => resolve(answers[index]!));
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    this.abreast--;
  }
}
