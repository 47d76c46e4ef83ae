import { Injectable } from '@nestjs/common';
import type { Words } from '@soquy/kernel';
import { naturalKeyOf } from './commands/recording.js';
import type { Feature } from './feature.js';

/** Every slice of the running application, by the category of its streams. */
@Injectable()
export class FeatureRegistry {
  private readonly byCategory = new Map<string, Feature>();
  private readonly fieldTexts = new Map<object, Readonly<Record<string, Words>>>();

  constructor(readonly all: readonly Feature[]) {
    const names = new Set<string>();
    for (const feature of all) {
      const own = [feature.decider.category, feature.noun, feature.codePrefix, ...Object.keys(feature.commands)];
      for (const name of own) {
        if (names.has(name)) throw new Error(`assertion: two slices share the name ${name}`);
        names.add(name);
      }
      this.byCategory.set(feature.decider.category, feature);
      for (const command of Object.values(feature.commands))
        this.fieldTexts.set(command, { ...feature.texts.parts, ...feature.texts.fields });
    }
  }

  has(category: string): boolean {
    return this.byCategory.has(category);
  }

  of(category: string): Feature {
    const feature = this.byCategory.get(category);
    if (!feature) throw new Error(`assertion: no slice of category ${category}`);
    return feature;
  }

  /** The slice whose object a stream is; undefined for claims, numbers and other streams of the platform. */
  ofStream(stream: string): Feature | undefined {
    return this.byCategory.get(stream.slice(0, stream.indexOf('-')));
  }

  /** What a field of a command is called; `target` is an instance of its class. */
  readonly fieldWords = (target: object, field: string): Words | undefined => this.fieldTexts.get(target.constructor)?.[field];

  /** Organisations, agencies and reference data (they have natural keys) belong to all agencies alike. */
  belongsToAll({ snapshot, commands }: Feature): boolean {
    return Boolean(snapshot) || Object.values(commands).some((command) => naturalKeyOf(command) !== undefined);
  }
}
