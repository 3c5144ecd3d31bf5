/**
 * Makes a self-signed certificate at run time, so that a local server can stand in for any host.
 * X.509 v3, ECDSA P-256.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const SET = 0x31;
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SUBJECT_ALT_NAME = Buffer.from('0603551d11', 'hex');

/** One DER element: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const text = (tag: number, value: string) => der(tag, Buffer.from(value));
const utcTime = (date: Date) => text(0x17, `${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`);
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);
const pem = (content: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${content.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

/** Key and certificate as PEM, valid for `name` from a day ago to a day from now. */
export function selfSigned(name = 'stand-in.test'): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 86_400_000;
  const algorithm = der(SEQUENCE, ECDSA_WITH_SHA256);
  const holder = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, text(0x0c, name))));
  const altNames = der(SEQUENCE, SUBJECT_ALT_NAME, der(0x04, der(SEQUENCE, text(0x82, name))));
  const body = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.from([2]))),
    // A leading 1 keeps the serial number positive.
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    holder,
    der(SEQUENCE, utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + day))),
    holder,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, altNames)),
  );
  const cert = pem(der(SEQUENCE, body, algorithm, bits(sign('sha256', body, privateKey))));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
}
