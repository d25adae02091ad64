import { readBibtex } from '@shared/formats/bibtex';
import { describeFixtures } from '../xml/expect-fixture';

describeFixtures({ bibtex: readBibtex, biblatex: readBibtex });
