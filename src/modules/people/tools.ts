/** What the people module needs of the machine; the platform provides it. */
export interface Secrets {
  hashPassword(password: string): Promise<string>;
  verifyPassword(hash: string, password: string): Promise<boolean>;
  /** 32 random bytes, as text for a cookie or a header. */
  newToken(): string;
  /** Words that a person can copy from a slip of paper once. */
  newPassword(): string;
  /** 160 random bits in Base32, as RFC 4226 recommends. */
  newTotpSecret(): string;
  /** SHA-256 as hex: tokens are kept as digests only. */
  digest(text: string): string;
  /** RFC 6238: six digits for a time step. */
  codeAt(secret: string, step: number): string;
  /** With the key of the instance, for what must be read again; bound to what it is about. */
  seal(text: string, about: string): string;
  /** Null when it was sealed with a key that is not here, or about something else. */
  open(sealed: string, about: string): string | null;
  isSealed(text: string): boolean;
}

/** The rows of the first sheet of a workbook, or of a CSV file; every cell is text. */
export type ReadRows = (name: string, bytes: Uint8Array) => Promise<readonly (readonly string[])[]>;

export interface PeopleTools {
  readonly secrets: Secrets;
  readonly readRows: ReadRows;
}
