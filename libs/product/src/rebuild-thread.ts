import 'reflect-metadata';
import { openEventStore, type LogAddress } from '@soquy/event-store';
import { serveRebuild } from '@soquy/read-models';
import { features } from './slices.js';

serveRebuild(async (address: LogAddress) => ({ store: await openEventStore(address), slices: features }));
