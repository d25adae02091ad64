import { Notice, TextField } from '../ui-kit';
import { useTexts } from './app-context';
import type { ServerLogin } from './team-work';

/** Who somebody is on a server. */
export function ServerFields({
  address,
  login,
  onChange,
}: {
  /** Of the server, as far as it is typed. */
  readonly address: string;
  readonly login: ServerLogin;
  readonly onChange: (login: ServerLogin) => void;
}) {
  const { team } = useTexts();
  return (
    <>
      <TextField
        label={team.server.user}
        value={login.user}
        onChange={(user) => onChange({ ...login, user })}
      />
      <TextField
        label={team.server.password}
        type="password"
        value={login.password}
        onChange={(password) => onChange({ ...login, password })}
      />
      {isReadableOnItsWay(address) ? <Notice tone="warn">{team.server.noTls}</Notice> : null}
    </>
  );
}

/** Whether passwords go to another computer in plain sight. */
const isReadableOnItsWay = (address: string): boolean =>
  /^http:\/\/(?!localhost\b|127\.|\[::1\])./iu.test(address.trim());
