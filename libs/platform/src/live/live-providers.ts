import { LiveFacts } from './live-facts.js';
import { Tickets } from './tickets.js';

export const liveProviders = [LiveFacts, Tickets];
