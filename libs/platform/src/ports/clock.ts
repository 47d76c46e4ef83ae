/** Time comes in through here, so that demo scenarios can be replayed at their own dates. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
