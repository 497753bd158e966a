import { createContext, useContext } from 'react';

export interface Session {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly isSample: boolean;
  readonly unitName?: string | null;
}

/** Who is signed in; `app/browser.tsx` asks and provides it, because the kit knows no module. */
export const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session | null => useContext(SessionContext);

/** Everybody in a demo carries it in the name. */
const demoName = '演示·';
export const useIsDemo = (): boolean => useSession()?.name.startsWith(demoName) ?? false;

export const useMay = (permission: string): boolean => useSession()?.permissions.includes(permission) ?? false;

/** Whoever shows the sign-in page hears here that a request was refused for want of a session. */
let hear: () => void = () => undefined;
export const whenSignedOut = (listener: () => void): void => {
  hear = listener;
};
export const signedOut = (): void => hear();
