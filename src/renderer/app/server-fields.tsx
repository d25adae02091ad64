import { TextField } from '../ui-kit';
import { useTexts } from './app-context';
import type { ServerLogin } from './team-work';

/** Who somebody is on a server. */
export function ServerFields({
  login,
  onChange,
}: {
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
    </>
  );
}
