// Types of the examples' source data, which is plain JavaScript so that the build of the examples needs no compiler.
declare module '*/examples/linzi.mjs' {
  export const LINZI_TITLES: readonly string[];
  export const LINZI_HEAD: readonly string[];
  export const LINZI_ROWS: readonly (readonly string[])[];
  export const LINZI_NOTE: string;
}
declare module '*/examples/tianjin.mjs' {
  export const TIANJIN_TITLES: readonly string[];
  export const TIANJIN_HEAD: readonly string[];
  export const TIANJIN_ROWS: readonly (readonly string[])[];
}
