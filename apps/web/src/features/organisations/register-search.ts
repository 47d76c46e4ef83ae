/** What the register is searched by, as its address holds it. */
export interface RegisterSearch {
  readonly q?: string;
  readonly type?: string;
  readonly sector?: string;
  readonly status?: string;
}
