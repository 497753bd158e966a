/** Letters go to one mail server, by SMTP (RFC 5321). */
import { createTransport, type SendMailOptions } from 'nodemailer';

export interface SmtpOptions {
  /** smtp://name:password@mail.example.gov.cn:587, or smtps:// on port 465. */
  readonly url: string;
  /** 蓝图 <lantu@example.gov.cn> */
  readonly from: string;
}

interface Letter {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

interface Sent {
  readonly outcome: 'sent' | 'refused' | 'unreachable';
  readonly error: string | null;
}

/** Milliseconds for each step of the conversation. */
const patience = 10_000;

/** 5xx about the letter or its reader is final; a refused password, 4xx and a lost connection are tried again. */
function outcomeOf(error: unknown): Sent {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const isFinal = code !== 'EAUTH' && (responseCode === undefined ? code === 'EENVELOPE' : responseCode >= 500);
  return { outcome: isFinal ? 'refused' : 'unreachable', error: (message ?? String(error)).slice(0, 1000) };
}

export function smtpMailer({ url, from }: SmtpOptions): { send(letter: Letter): Promise<Sent> } {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, to, subject, text }) => {
      const letter: SendMailOptions = {
        from,
        to,
        subject,
        text,
        textEncoding: 'base64',
        messageId: `<${id}@lantu>`,
        // Nobody's holiday reply is wanted (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      };
      try {
        await transport.sendMail(letter);
        return { outcome: 'sent', error: null };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}
