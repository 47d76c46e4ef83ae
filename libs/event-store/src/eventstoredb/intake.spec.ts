import { Intake } from './intake.js';

describe('intake', () => {
  test('asks for more only while there is room, and goes on when something is taken', () => {
    const intake = new Intake(100);
    const asked: number[] = [];
    const ask = (nth: number) => intake.whenRoom(() => asked.push(nth));
    ask(1);
    intake.add(60);
    ask(2);
    intake.add(60);
    ask(3);
    expect(asked).toEqual([1, 2]);
    expect(intake.waiting).toEqual({ events: 2, bytes: 120 });
    expect(intake.take()).toBe(60);
    expect(asked).toEqual([1, 2, 3]);
    intake.add(30);
    expect(intake.take()).toBe(60);
    expect(intake.take()).toBe(30);
    expect(intake.waiting).toEqual({ events: 0, bytes: 0 });
    expect(intake.received).toBe(150);
    expect(asked).toEqual([1, 2, 3]);
  });
});
