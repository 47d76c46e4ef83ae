import { ValidationPipe, type ArgumentMetadata, type ValidationPipeOptions } from '@nestjs/common';
import type { FeatureRegistry } from '../feature-registry.js';
import { assertNestedShapes } from './nested-shapes.js';
import { Problem } from './problem.js';

/** Unknown fields are refused rather than dropped: a misspelt one must not be lost silently. Errors are worded by their class. */
export const validationRules = {
  whitelist: true,
  forbidNonWhitelisted: true,
  validationError: { target: true, value: true },
} as const satisfies ValidationPipeOptions;

class ShapedValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.metatype) assertNestedShapes(metadata.metatype, value);
    return super.transform(value, metadata);
  }
}

/** `validateCustomDecorators`, because the body arrives through our own parameter decorator, merged with the path's ids. */
export const validationPipe = ({ fieldWords }: FeatureRegistry): ValidationPipe =>
  new ShapedValidationPipe({
    ...validationRules,
    transform: true,
    validateCustomDecorators: true,
    exceptionFactory: (errors) => Problem.invalid(errors, fieldWords),
  });
