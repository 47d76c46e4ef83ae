import type { Catalogue, CommandCard, FieldSchema } from '../api/catalogue.js';

/** The body of a command; where it stands under another object that is not known yet, that one is asked for first. */
export function formSchema(catalogue: Catalogue, { schema, pathId, pathRefers }: CommandCard, objectId?: string): FieldSchema {
  if (pathId === undefined || objectId !== undefined) return schema;
  const words = pathRefers === undefined ? undefined : catalogue.kind(pathRefers)?.one;
  const parent: FieldSchema = {
    type: 'string',
    ...(pathRefers && { 'x-refers': pathRefers }),
    ...(words && { 'x-words': words }),
  };
  return {
    ...schema,
    properties: { [pathId]: parent, ...schema.properties },
    required: [pathId, ...(schema.required ?? [])],
  };
}

/** Where a body is sent, and what of the values is its body. */
export function sendingOf({ path, pathId }: CommandCard, values: Readonly<Record<string, unknown>>, objectId?: string) {
  if (pathId === undefined) return { path, body: values };
  const { [pathId]: typed, ...rest } = values;
  const id = objectId ?? String(typed);
  return { path: path.replace(`{${pathId}}`, encodeURIComponent(id)), body: objectId === undefined ? rest : values };
}
