import type { Day } from '@soquy/kernel';

export const viAmount = (amount: number): string => amount.toLocaleString('vi-VN');
export const enAmount = (amount: number): string => amount.toLocaleString('en-GB');
export const viDay = (day: Day): string => day.split('-').reverse().join('/');
