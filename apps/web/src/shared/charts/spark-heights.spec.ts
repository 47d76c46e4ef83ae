import { heightsOf } from './spark-heights.js';

it('draws values to scale from nothing, and unknown ones not at all', () => {
  expect(heightsOf([0, 50, null, 100], 20)).toEqual([0, 10, undefined, 20]);
});

it('draws what fell below nothing under it', () => {
  expect(heightsOf([-50, 50], 20)).toEqual([0, 20]);
});

it('draws a line where nothing was recorded', () => {
  expect(heightsOf([0, 0], 20)).toEqual([0, 0]);
});
