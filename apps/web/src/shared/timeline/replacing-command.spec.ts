import type { CommandCard } from '../api/catalogue.js';
import { replacingBody, replacingCommand } from './replacing-command.js';

const request = {
  name: 'RequestCorrection',
  path: '/api/v1/corrections',
  mine: true,
  schema: { properties: { eventId: {}, reason: { minLength: 3 }, replacement: {} }, required: ['eventId', 'reason'] },
} as unknown as CommandCard;
const instead = {
  name: 'RecordResult',
  mine: true,
  schema: { properties: { costVnd: {}, reason: {}, effectiveOn: {} }, required: ['costVnd', 'effectiveOn'] },
} as unknown as CommandCard;

it('asks for the right values and the reason in one form, and sends them as one request', () => {
  const { path, name, schema } = replacingCommand(request, instead);
  expect([path, name]).toEqual(['/api/v1/corrections', 'RequestCorrection']);
  expect(schema.required).toEqual(['costVnd', 'effectiveOn', 'reason']);
  expect(schema.properties).toEqual({ costVnd: {}, reason: { minLength: 3 }, effectiveOn: {} });
  expect(replacingBody('e-1', instead)({ costVnd: 5, effectiveOn: '2026-01-01', reason: 'nhầm' })).toEqual({
    eventId: 'e-1',
    reason: 'nhầm',
    replacement: { command: 'RecordResult', fields: { costVnd: 5, effectiveOn: '2026-01-01' } },
  });
});

it('is for who may do both', () => {
  expect(replacingCommand(request, { ...instead, mine: false }).mine).toBe(false);
});
