import { z } from 'zod';

// The window's content security policy forbids code made from strings, which zod would try in order to be faster. It is
// switched off here, before the first schema exists: whoever needs zod takes it from this file.
z.config({ jitless: true });

export { z };
