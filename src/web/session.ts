import { createContext, useContext } from 'react';

export interface Session {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly isSample: boolean;
}

/** Who is signed in; `app/browser.tsx` asks and provides it, because the kit knows no module. */
export const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session | null => useContext(SessionContext);

export const useMay = (permission: string): boolean => useSession()?.permissions.includes(permission) ?? false;
