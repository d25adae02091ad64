import { memoryTransport } from '@shared/transport';
import { transportContract } from '../../support/transport-contract';

transportContract('memory', async () => {
  const transport = memoryTransport();
  return { another: () => transport };
});
