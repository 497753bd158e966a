/** A mail server on loopback that keeps what it is given, and can be closed and opened again on its port. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
}

export async function openPostOffice() {
  const received: Received[] = [];
  let port = 0;
  let server: SMTPServer;
  const open = async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) => {
        const nobody = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
        done(address.startsWith('nobody@') ? nobody : null);
      },
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          received.push({ to, raw: Buffer.concat(pieces).toString('utf8') });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  };
  await open();
  return {
    received,
    open,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
  };
}
