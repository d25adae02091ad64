import { readJson } from '@shared/formats/json';
import { describeFixtures } from '../xml/expect-fixture';

describeFixtures({ 'csl-json': readJson, 'openalex-json': readJson, 'ctgov-json': readJson });
