import type { Words } from '@soquy/kernel';

const UNIT = / \((đồng|VND|tháng|months)\)$/;
const BASIS_POINTS = /điểm cơ bản|basis points/;

/** Words of something whose numbers are shown with their unit, rates in percent. */
export const withoutUnit = ({ vi, en }: Words): Words => ({ vi: unitless(vi), en: unitless(en) });

const unitless = (text: string): string => text.replace(UNIT, '').replace(BASIS_POINTS, '%');
