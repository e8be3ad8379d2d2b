declare module 'edtf' {
  /** Epoch milliseconds; an interval's `values` are null or infinite where it is open or unknown. */
  interface ExtendedDate {
    readonly min: number;
    readonly max: number;
    readonly values?: readonly unknown[];
  }
  export default function edtf(text: string, options?: { level: number }): ExtendedDate;
}
