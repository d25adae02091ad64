import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Sha256 } from './ids';

/** SHA-256 of bytes, as 64 hex digits. Synchronous, so it can run inside a database transaction. */
export const hashBytes = (bytes: Uint8Array): Sha256 => Sha256.parse(bytesToHex(sha256(bytes)));

/** SHA-256 of a text's UTF-8 bytes. */
export const hashText = (text: string): Sha256 => hashBytes(utf8ToBytes(text));
