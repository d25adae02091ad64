import { appIdentity } from '../../shared/kernel/app-identity';

/** Whether an address is a page of our own fixed origin. */
export function isOurs(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address);
    return `${protocol}//${hostname}` === appIdentity.origin;
  } catch {
    return false;
  }
}
