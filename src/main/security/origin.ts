import { appIdentity } from '../../shared/kernel/app-identity';

/** Whether an address is a page or file of our own fixed origin. */
export function isOurs(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return username === '' && password === '' && `${protocol}//${host}` === appIdentity.origin;
  } catch {
    return false;
  }
}
