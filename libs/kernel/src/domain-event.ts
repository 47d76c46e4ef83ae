/** A fact, already true, never edited. `type` and `data` are what is stored. */
export interface DomainEvent<Type extends string = string, Data = object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}
