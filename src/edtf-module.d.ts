declare module 'edtf' {
  /** Epoch milliseconds. */
  interface ExtendedDate {
    readonly min: number;
    readonly max: number;
  }
  export default function edtf(text: string, options?: { level: number }): ExtendedDate;
}
